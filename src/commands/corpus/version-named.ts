import { UsageError, UserFacingError } from '../../errors.ts';
import type { ShelvedMaterial } from '../../materials/material.ts';
import type { Shelf } from '../../materials/shelf.ts';

/**
 * The version that a word names: `ID@N`, or `ID` for the last one that is as the command wants it, and
 * where none is, the last one of all, which is then told what stands against it.
 *
 * @throws UsageError where nothing is named
 * @throws UserFacingError where there is no such material or version
 */
export async function versionNamed(
  word: string | undefined,
  shelf: Shelf,
  isWanted: (material: ShelvedMaterial) => boolean = () => true,
): Promise<ShelvedMaterial> {
  if (word === undefined)
    throw new UsageError('请写明资料编号，例如：plan-2023-2027 或 plan-2023-2027@2。');
  const [id = '', version] = word.split('@');
  const all = await shelf.list();
  const versions = all.filter(({ entry }) => entry.id === id);
  const found =
    version === undefined
      ? (versions.find(isWanted) ?? versions[0])
      : versions.find(({ entry }) => String(entry.version) === version);
  if (found !== undefined) return found;
  if (versions.length > 0) {
    const known = versions.map(({ entry }) => entry.version).join('、');
    throw new UserFacingError(`资料“${id}”没有版本“${version}”。现有版本：${known}。`);
  }
  const ids = [...new Set(all.map(({ entry }) => entry.id))];
  throw new UserFacingError(`没有编号为“${id}”的资料。现有：${ids.join('、') || '无'}。`);
}

import { compareVersions } from '../../../materials/difference/compare-versions.ts';
import type { Difference } from '../../../materials/difference/difference.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import { choices, heading, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { notDone } from './after-change.ts';
import { changeInWords, countsInWords, differing } from './difference-words.ts';
import { nameOfVersion } from './material-words.ts';
import { inForceOf, mayShowWords, namedAs, versionOf, withMaterials } from './opened-material.ts';
import { turnPages } from './turn-pages.ts';

const PAGE = 6;
const NOTHING_TO_COMPARE =
  '没有可以在这里比较的另一版：这是第一版，或者上一版的文件已经找不到，或者上一版的内容不能在这里显示。';

/** Two versions with what differs between them. */
export interface Compared {
  readonly before: ShelvedMaterial;
  readonly difference: Difference;
}

/**
 * A version beside the one that it would take the place of: the one in force, else the one before it.
 * Null where there is none, or one of the files is gone.
 */
export async function comparedWith(
  material: ShelvedMaterial,
  all: readonly ShelvedMaterial[],
  on: PersonalOccasion,
): Promise<Compared | null> {
  const before = versionBefore(material, all);
  if (before === null || !mayShowWords(before, on)) return null;
  const [old, young] = await Promise.all([
    on.shelf.reading(versionOf(namedAs(before))),
    on.shelf.reading(versionOf(namedAs(material))),
  ]);
  return old === null || young === null
    ? null
    : { before, difference: compareVersions(old, young) };
}

function versionBefore(
  material: ShelvedMaterial,
  all: readonly ShelvedMaterial[],
): ShelvedMaterial | null {
  const { id, version } = material.entry;
  const inForce = inForceOf(material, all);
  if (inForce !== null && inForce.entry.version < version) return inForce;
  const earlier = all.filter(({ entry }) => entry.id === id && entry.version < version);
  return earlier.toSorted((a, b) => b.entry.version - a.entry.version)[0] ?? null;
}

/** What differs from the version in force, or from the one before. */
export function compareMaterial(
  { from, ...named }: DeedOf<'compare-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterials(named, on, async (material, all) => {
    const compared = await comparedWith(material, all, on);
    if (compared === null) return notDone(NOTHING_TO_COMPARE, named, on);
    const total = differing(compared.difference).length;
    return {
      placement: 'turn',
      blocks: [
        heading(`${nameOfVersion(material)}与第 ${compared.before.entry.version} 版比较`),
        ...differenceBlocks(compared, from, PAGE),
        choices('资料', ...turnPages({ ...named, from }, PAGE, total), [
          '返回资料',
          { kind: 'open-material', ...namedAs(material) },
        ]),
      ],
    };
  });
}

/** The counts, and so many of the passages that differ. */
export function differenceBlocks(
  { difference }: Compared,
  from: number,
  most: number,
): DraftBlock[] {
  const changes = differing(difference);
  const shown = changes.slice(from, from + most);
  const left = changes.length - from - shown.length;
  return [
    lead(countsInWords(difference)),
    ...shown.map((change) => plain(changeInWords(change))),
    ...(left > 0 ? [plain(`还有 ${left} 处没有列出。`)] : []),
  ];
}

import { parseArgs } from 'node:util';
import type { App } from '../../app.ts';
import { UserFacingError } from '../../errors.ts';
import { compareVersions } from '../../materials/difference/compare-versions.ts';
import type { Difference, PassageChange } from '../../materials/difference/difference.ts';
import type { ShelvedMaterial } from '../../materials/material.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { Command, Output } from '../command.ts';
import { versionNamed } from './version-named.ts';

/**
 * `corpus diff ID [OLD NEW]`: two versions paragraph by paragraph. Where none are named, the last one
 * against the one in force, and where that is the last, against the one before.
 */
export const diff: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [before, after] = await versionsNamed(positionals, app);
  const difference = compareVersions(await textOf(before, app), await textOf(after, app));
  if (values.json) {
    const changes = difference.changes.filter(({ kind }) => kind !== 'same');
    output.line(
      JSON.stringify({
        ...{ before: numberOf(before), after: numberOf(after) },
        ...{ counts: difference.counts, changes },
      }),
    );
  } else tell(before, after, difference, output);
  return 0;
};

async function versionsNamed(
  [word, old, fresh]: readonly string[],
  { shelf }: App,
): Promise<readonly [ShelvedMaterial, ShelvedMaterial]> {
  const named = await versionNamed(word, shelf);
  const { id } = named.entry;
  if (old !== undefined) {
    const last = await versionNamed(id, shelf);
    const later = fresh === undefined ? last : await versionNamed(`${id}@${fresh}`, shelf);
    return [await versionNamed(`${id}@${old}`, shelf), later];
  }
  const earlier = (await shelf.list()).filter(
    ({ entry }) => entry.id === id && entry.version < named.entry.version,
  );
  const before = earlier.find(({ standing }) => standing === 'in-force') ?? earlier[0];
  if (before === undefined) {
    throw new UserFacingError(
      `资料“${id}”在版本${named.entry.version}之前没有别的版本，无从比较。`,
    );
  }
  return [before, named];
}

async function textOf({ entry }: ShelvedMaterial, { shelf }: App) {
  const reading = await shelf.reading(entry);
  if (reading !== null) return reading;
  throw new UserFacingError(
    `找不到资料“${entry.id}”版本${entry.version}的文件 ${entry.file}，请放回资料文件夹后重试。`,
  );
}

function tell(
  before: ShelvedMaterial,
  after: ShelvedMaterial,
  { counts, changes }: Difference,
  output: Output,
): void {
  output.line(
    `《${withoutTitleMarks(after.entry.title)}》版本${numberOf(before)} 与 版本${numberOf(after)}：` +
      `修改 ${counts.changed} 段，新增 ${counts.added} 段，删去 ${counts.removed} 段，` +
      `移动 ${counts.moved} 段，未变 ${counts.same} 段。`,
  );
  for (const line of changes.flatMap(linesOf)) output.line(line);
}

function linesOf(change: PassageChange): string[] {
  switch (change.kind) {
    case 'same':
      return [];
    case 'moved':
      return [`［移动］${change.before.place} → ${change.after.place}`];
    case 'changed':
      return [
        `［修改］${change.after.place}`,
        `  原：${change.before.text}`,
        `  新：${change.after.text}`,
      ];
    case 'added':
      return [`［新增］${change.after.place}`, `  新：${change.after.text}`];
    case 'removed':
      return [`［删去］${change.before.place}`, `  原：${change.before.text}`];
    default:
      return change satisfies never;
  }
}

function numberOf({ entry }: ShelvedMaterial): number {
  return entry.version;
}

import type { EntryFields } from '../../support/corpus-folder.ts';

export interface Version extends EntryFields {
  readonly id: string;
  readonly version: number;
}

const MATERIALS = 4;

/** Entries of the materials at a step: each gets a new version in its turn, and one is retired. */
export function versionsOf(step: number): Version[] {
  return Array.from({ length: MATERIALS }, (_, number) => number).flatMap((number) => {
    const id = `m${number}`;
    const version = 1 + Math.floor((step + number) / MATERIALS);
    const isRetired = step % MATERIALS === number && step % 2 === 1;
    return [version - 1, version]
      .filter((one) => one > 0)
      .map((one) => ({
        ...{ id, version: one, file: `${id}-v${one}.txt`, title: `办法${id}` },
        status: one === version && isRetired ? 'retired' : 'approved',
      }));
  });
}

/** Its first line tells which version it is. */
export function textOf({ id, version }: Pick<Version, 'id' | 'version'>): string {
  const clauses = Array.from(
    { length: 20 },
    (_, at) => `（${at + 1}）第${version}版要求每期培训${version + at}名骨干教师。`,
  );
  return [`办法${id}第${version}版`, '一、名额', ...clauses].join('\n');
}

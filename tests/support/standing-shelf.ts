import { createHash } from 'node:crypto';
import type { ManifestEntry } from '../../src/corpus/manifest.ts';
import {
  isVersion,
  type MaterialStanding,
  type ShelvedMaterial,
} from '../../src/materials/material.ts';
import type { Shelf } from '../../src/materials/shelf.ts';
import { outlineOf } from '../../src/text/outline.ts';
import { wholeReading } from './whole-reading.ts';

/** A version as a test puts it on the shelf. */
export interface StandingVersion extends Partial<ManifestEntry> {
  readonly text: string;
  readonly standing: MaterialStanding;
}

/** Materials that stand as a test says, without files. */
export interface StandingShelf extends Pick<Shelf, 'list' | 'find' | 'reading'> {
  /** Puts these versions in the place of all there were. */
  put(...versions: readonly StandingVersion[]): void;
  /** How often a text was read. */
  readonly reads: () => number;
}

export function standingShelf(): StandingShelf {
  let versions: readonly StandingVersion[] = [];
  let reads = 0;
  const shelved = (): readonly ShelvedMaterial[] =>
    versions.map(({ text, standing, ...fields }) => ({
      ...{ standing, reason: null },
      entry: {
        ...{ id: 'notice', version: 1, title: '培训通知', issuer: '测试单位', edition: '第1版' },
        ...{ kind: '政策文件', openness: '公开', classes: [], file: 'notice.txt' },
        ...{ status: 'approved', approver: '测试审核人', approved_at: '2024-01-01' },
        ...{ effective_from: null, effective_to: null, steps: [] },
        sha256: createHash('sha256').update(text).digest('hex'),
        ...fields,
      },
    }));
  return {
    put: (...all) => {
      versions = all;
    },
    reads: () => reads,
    list: async () => shelved(),
    find: async (version) => shelved().find((one) => isVersion(one, version)) ?? null,
    reading: async ({ id, version }) => {
      const at = shelved().findIndex(({ entry }) => entry.id === id && entry.version === version);
      const text = versions[at]?.text;
      if (text === undefined) return null;
      reads++;
      return wholeReading({ text, outline: outlineOf(text) });
    },
  };
}

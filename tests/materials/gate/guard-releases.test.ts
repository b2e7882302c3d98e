import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { guardReleases } from '../../../src/materials/gate/guard-releases.ts';
import type { Release, ReleaseStore } from '../../../src/materials/gate/store.ts';
import type { IndexGate } from '../../../src/retrieval/index/gate.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';

const STANDING = { inForce: new Map(), entries: [], today: '2027-06-01' };
const GOLDEN = 'notice: ""\nquestions: []\n';

let folder: string;
let kept: Release[];
let told: Release[];
let gate: IndexGate;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganxun-gate-'));
  kept = [];
  told = [];
  gate = guardReleases({
    corpusFolder: () => folder,
    releases: async () => storeOf(kept),
    messagesOf: async (held) => {
      told.push(held);
      return [];
    },
    now: () => new Date('2027-06-01T04:00:00Z'),
  });
  return () => rm(folder, { recursive: true });
});

/** Of an index nothing is read here but its name. */
const named = (name: string) =>
  ({ name, store: { materials: () => [] } }) as unknown as CorpusIndex;
const judge = (candidate: string, serving: string | null) =>
  gate.judge(named(candidate), serving === null ? null : named(serving), STANDING);
const write = () => writeFile(join(folder, 'golden.yaml'), GOLDEN);
const lose = () => rm(join(folder, 'golden.yaml'));

function storeOf(all: Release[]): ReleaseStore {
  const newestFirst = () => all.toReversed();
  const find: ReleaseStore['find'] = async (index, before) =>
    newestFirst().find((one) => one.index === index && one.before === before) ?? null;
  return {
    find,
    serving: async () => newestFirst().find(({ verdict }) => verdict !== 'held') ?? null,
    latest: async (limit) => newestFirst().slice(0, limit),
    judge: async (release) => {
      all.push(release);
      return release;
    },
    overrule: async (index, before, { by, reason, at }) => {
      const held = await find(index, before);
      if (held === null) return null;
      const overruled: Release = { ...held, verdict: 'overruled', by, reason, overruledAt: at };
      all[all.indexOf(held)] = overruled;
      return overruled;
    },
  };
}

describe('a house whose golden questions are lost', () => {
  it('lets nothing through until they are back', async () => {
    await write();
    expect(await judge('a', null)).toEqual({ passes: true });
    expect(await judge('b', 'a')).toEqual({ passes: true });
    await lose();
    expect(await gate.known('c', 'b')).toBeNull();
    const held = await judge('c', 'b');
    expect(held).toMatchObject({ passes: false });
    expect(JSON.stringify(held)).toContain('没有把关题文件');
    expect(await gate.known('c', 'b')).toEqual(held);
    // Nor the next change, though what came last was judged without them.
    expect(await judge('d', 'b')).toMatchObject({ passes: false });
    expect(told.map(({ index }) => index)).toEqual(['c', 'd']);

    await write();
    expect(await gate.known('d', 'b')).toBeNull();
    expect(await judge('d', 'b')).toEqual({ passes: true });
  });

  it('has no gate any more once somebody has answered for that', async () => {
    await write();
    await judge('a', null);
    await lose();
    expect(await judge('b', 'a')).toMatchObject({ passes: false });
    const by = { name: '李强', person: 'li' };
    const at = '2027-06-01T04:01:00Z';
    await storeOf(kept).overrule('b', 'a', { by, reason: '不再把关', at });
    expect(await gate.known('b', 'a')).toEqual({ passes: true });
    expect(await judge('c', 'b')).toEqual({ passes: true });
  });
});

it('a house that never had golden questions has no gate, and no record of one', async () => {
  expect([await judge('a', null), await judge('b', 'a')]).toEqual([
    { passes: true },
    { passes: true },
  ]);
  expect([kept, await gate.released()]).toEqual([[], null]);
});

it('what was released last is known by the records', async () => {
  await write();
  await judge('a', null);
  await judge('b', 'a');
  expect(await gate.released()).toBe('b');
});

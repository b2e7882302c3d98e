import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { inspectCorpus } from '../../../src/corpus/corpus.ts';
import { buildIndex } from '../../../src/retrieval/index/build.ts';
import { SERVING } from '../../../src/retrieval/index/layout.ts';
import { readCompanions } from '../../../src/retrieval/index/look-at-folder.ts';
import {
  type CorpusFolder,
  type EntryFields,
  makeCorpusFolder,
} from '../../support/corpus-folder.ts';
import { type FakeGate, fakeGate } from '../../support/fake-gate.ts';
import { type KeptIndex, keptIndex, TODAY, textsOf } from '../../support/kept-index.ts';
import { makeFolder } from '../../support/small-index.ts';

const FIRST = '通知\n一、名额\n每期培训60名骨干教师。';
const WORSE = '通知\n一、名额\n每期培训6名骨干教师。';
const THIRD = '通知\n一、名额\n每期培训80名骨干教师。';
const OTHER = '办法\n一、经费\n经费列入预算。';
const files = {
  ...{ 'notice-v1.txt': FIRST, 'notice-v2.txt': WORSE, 'notice-v3.txt': THIRD },
  'other.txt': OTHER,
};
const version = (number: number): EntryFields => ({
  ...{ file: `notice-v${number}.txt`, id: 'notice', version: number, title: '通知' },
});
const [first, worse, third] = [version(1), version(2), version(3)];
const other = { file: 'other.txt', title: '办法' };
const BEFORE = { 'notice@1': FIRST, 'other@1': OTHER };
const HELD = '把关没有通过';

let corpus: CorpusFolder;
let indexes: string;
let gate: FakeGate;
let all: KeptIndex[];

beforeEach(async () => {
  corpus = await makeCorpusFolder({ files, entries: [first, other] });
  const { path, remove } = await makeFolder();
  indexes = path;
  gate = fakeGate('6名');
  all = [];
  return async () => {
    for (const one of all) await one.close();
    await Promise.all([corpus.remove(), remove()]);
  };
});

/** A process with these folders and these records. */
function start(folder = indexes): KeptIndex {
  const kept = keptIndex(corpus.path, folder, () => TODAY, gate);
  all.push(kept);
  return kept;
}

/** Publishes, and builds here what a process would build in a thread of its own, which takes a second. */
async function publish(...entries: readonly EntryFields[]): Promise<void> {
  await corpus.publish({ files, entries });
  const companions = await readCompanions(corpus.path);
  await buildIndex(indexes, await inspectCorpus(corpus.path, TODAY), companions);
}

describe('an index before the gate', () => {
  it('takes over once it has passed, and serves where there is none before it', async () => {
    const kept = start();
    expect(textsOf(await kept.serving())).toEqual(BEFORE);
    await publish(first, third, other);
    expect(await kept.fresh()).toBeNull();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@3': THIRD, 'other@1': OTHER });
    expect(gate.judged).toEqual([
      'notice@1+other@1 beside none',
      'notice@3+other@1 beside notice@1+other@1',
    ]);
    expect(kept.stopped()).toBeNull();
  });

  it('leaves the one before where it is stopped, says so, and is not judged again', async () => {
    const kept = start();
    const { name } = await kept.serving();
    await publish(first, worse, other);
    expect(await kept.fresh()).toBe(HELD);
    expect(kept.trouble()).toBe(HELD);
    expect(textsOf(await kept.serving())).toEqual(BEFORE);
    const held = kept.stopped();
    expect(held?.before).toBe(name);
    kept.later(60_000);
    await kept.serving();
    expect(await kept.fresh()).toBe(HELD);
    expect(gate.judged).toHaveLength(2);
    // Commands look at the folder as it is.
    expect(textsOf(await kept.current())).toEqual({ 'notice@2': WORSE, 'other@1': OTHER });
    expect((await kept.current()).name).toBe(held?.index);
    expect(textsOf(await kept.serving())).toEqual(BEFORE);
    expect(kept.troubles).toEqual([]);
  });

  it('is there once somebody lets it through, in this process at once', async () => {
    const kept = start();
    await kept.serving();
    await publish(first, worse, other);
    await kept.fresh();
    gate.overrule();
    expect(await kept.fresh()).toBeNull();
    expect([kept.stopped(), kept.trouble()]).toEqual([null, null]);
    expect(textsOf(await kept.serving())).toEqual({ 'notice@2': WORSE, 'other@1': OTHER });
    expect(gate.judged).toHaveLength(2);
  });

  it('does not keep back what is withdrawn', async () => {
    const kept = start();
    await kept.serving();
    await publish(first, worse, other);
    await kept.fresh();
    await publish(first, worse, { ...other, status: 'retired' });
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': FIRST });
    expect(await kept.fresh()).toBe(HELD);
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': FIRST });
    expect(gate.judged.at(-1)).toBe('notice@2 beside notice@1');
    // Together with the stopped version, all of the material ends.
    await publish(first, { ...worse, status: 'retired' });
    expect(textsOf(await kept.serving())).toEqual({});
    expect(await kept.fresh()).toBeNull();
  });

  it('is measured by a text that was replaced in its place, which nobody reads any more', async () => {
    const kept = start();
    await kept.serving();
    const inPlace = { ...first, file: 'notice-v2.txt' };
    await publish(inPlace, other);
    expect(await kept.fresh()).toBe(HELD);
    expect(gate.judged.at(-1)).toBe('notice@1+other@1 beside notice@1+other@1');
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
  });

  it('makes way for a better one, and for the one that serves', async () => {
    const kept = start();
    await kept.serving();
    await publish(first, worse, other);
    await kept.fresh();
    await publish(first, other);
    expect(await kept.fresh()).toBeNull();
    expect(kept.stopped()).toBeNull();
    await publish(first, worse, third, other);
    expect(await kept.fresh()).toBeNull();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@3': THIRD, 'other@1': OTHER });
  });

  it('stays open for whoever borrowed it while it was judged', async () => {
    const kept = start();
    const { index, release } = await kept.borrowServing();
    await publish(first, third, other);
    expect(await kept.fresh()).toBeNull();
    await new Promise((resolve) => setImmediate(resolve));
    expect(textsOf(index)).toEqual(BEFORE);
    release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => index.store.passage(0)).toThrow(/not open/u);
    expect(textsOf(await kept.serving())).toEqual({ 'notice@3': THIRD, 'other@1': OTHER });
  });
});

describe('a restart', () => {
  it('answers from the one that served while another is held', async () => {
    const kept = start();
    await kept.serving();
    await publish(first, worse, other);
    await kept.fresh();
    await kept.close();
    const again = start();
    expect(textsOf(await again.serving())).toEqual(BEFORE);
    expect(await again.fresh()).toBe(HELD);
    expect(gate.judged).toHaveLength(2);
    gate.overrule();
    await again.close();
    expect(textsOf(await start().serving())).toEqual({ 'notice@2': WORSE, 'other@1': OTHER });
  });

  it('lets nothing through where the mark of the one that served is lost', async () => {
    const kept = start();
    await kept.serving();
    await publish(first, worse, other);
    await kept.fresh();
    await kept.close();
    await rm(join(indexes, SERVING));
    const again = start();
    expect(textsOf(await again.serving())).toEqual(BEFORE);
    expect(await again.fresh()).toBe(HELD);
  });

  it('answers from the one that served until what came meanwhile is judged', async () => {
    const kept = start();
    await kept.serving();
    await kept.close();
    await publish(first, worse, other);
    const again = start();
    expect(textsOf(await again.serving())).toEqual(BEFORE);
    expect(await again.fresh()).toBe(HELD);
  });

  it('finds the one that served however many were held and built after it', async () => {
    const kept = start();
    const { name } = await kept.serving();
    for (const title of ['办法一', '办法二', '办法三']) {
      await publish(first, worse, { ...other, title });
      expect(await kept.fresh()).toBe(HELD);
    }
    await kept.rebuild();
    await kept.close();
    expect(existsSync(join(indexes, name))).toBe(true);
    expect((await start().serving()).name).toBe(name);
  });

  it('does not fall back on what an older program made', async () => {
    const kept = start();
    await kept.serving();
    await kept.close();
    const mark = await readFile(join(indexes, 'serving'), 'utf8');
    await writeFile(join(indexes, 'serving'), mark.replace(/^\d+/u, '1'));
    await publish(first, worse, other);
    expect(textsOf(await start().serving())).toEqual({ 'notice@2': WORSE, 'other@1': OTHER });
  });

  it('goes on where it was killed between the judgement and what follows', async () => {
    const kept = start();
    await kept.serving();
    await publish(first, third, other);
    // Judged and kept in the records, and nothing more.
    const candidate = await kept.current();
    await gate.judge(candidate, await kept.serving(), {
      inForce: new Map(),
      entries: [],
      today: TODAY,
    });
    await kept.close();
    const again = start();
    expect(textsOf(await again.serving())).toEqual({ 'notice@3': THIRD, 'other@1': OTHER });
    expect(gate.judged).toHaveLength(2);
  });
});

describe('two processes', () => {
  it('let through what the other let through, within seconds', async () => {
    const [one, two] = [start(), start()];
    await one.serving();
    await two.serving();
    await publish(first, worse, other);
    expect([await one.fresh(), await two.fresh()]).toEqual([HELD, HELD]);
    expect(gate.judged).toHaveLength(2);
    gate.overrule();
    expect(await one.fresh()).toBeNull();
    expect(textsOf(await two.serving())).toEqual(BEFORE);
    two.later(3000);
    await two.serving();
    await expect.poll(async () => textsOf(await two.serving())).toHaveProperty('notice@2');
  });

  it('serve each from a folder of its own', async () => {
    const { path, remove } = await makeFolder();
    onTestFinished(remove);
    const [one, two] = [start(), start(path)];
    await one.serving();
    await two.serving();
    await publish(first, worse, other);
    expect([await one.fresh(), await two.fresh()]).toEqual([HELD, HELD]);
    expect(textsOf(await two.serving())).toEqual(BEFORE);
  });
});

describe('a gate that cannot be asked', () => {
  it('leaves the one before, tells of it, and is asked again', async () => {
    const kept = start();
    await kept.serving();
    const { judge } = gate;
    gate.judge = async () => {
      throw new Error('Cannot reach the records');
    };
    await publish(first, third, other);
    expect(await kept.fresh()).toContain('答复仍按原有索引给出');
    expect(textsOf(await kept.serving())).toEqual(BEFORE);
    gate.judge = judge;
    expect(await kept.fresh()).toBeNull();
  });
});

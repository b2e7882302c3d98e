import { rm } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type CorpusFolder,
  type EntryFields,
  makeCorpusFolder,
} from '../../support/corpus-folder.ts';
import { type KeptIndex, keptIndex, TODAY, textsOf } from '../../support/kept-index.ts';
import { makeFolder } from '../../support/small-index.ts';

const FIRST = '通知\n一、名额\n每期培训60名骨干教师。';
const SECOND = '通知\n一、名额\n每期培训80名骨干教师。';
const OTHER = '办法\n一、经费\n经费列入预算。';

const notice = { file: 'notice-v1.txt', id: 'notice', title: '通知' };
const secondNotice = { file: 'notice-v2.txt', id: 'notice', version: 2, title: '通知' };
const other = { file: 'other.txt', title: '办法' };
const files = { 'notice-v1.txt': FIRST, 'notice-v2.txt': SECOND, 'other.txt': OTHER };
const CONTENT = { files, entries: [notice, other] };

interface Kept {
  readonly corpus: CorpusFolder;
  readonly kept: KeptIndex;
  publish(entries: readonly EntryFields[]): Promise<void>;
  again(): KeptIndex;
}

/** An index that serves a corpus of two materials. */
async function start(today?: () => string): Promise<Kept> {
  const corpus = await makeCorpusFolder(CONTENT);
  const { path, remove } = await makeFolder();
  const all: KeptIndex[] = [];
  const again = () => {
    const kept = keptIndex(corpus.path, path, today);
    all.push(kept);
    return kept;
  };
  onTestFinished(async () => {
    for (const one of all) await one.close();
    await Promise.all([corpus.remove(), remove()]);
  });
  const kept = again();
  await kept.serving();
  return { corpus, kept, again, publish: (entries) => corpus.publish({ files, entries }) };
}

describe('an index that serves', () => {
  it('quotes a text no more once it is withdrawn, at once, and all else as before', async () => {
    const { kept, publish } = await start();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': FIRST, 'other@1': OTHER });
    const before = await kept.serving();
    await publish([{ ...notice, status: 'retired' }, other]);
    const after = await kept.serving();
    expect(textsOf(after)).toEqual({ 'other@1': OTHER });
    expect(after.name).toBe(before.name);
    expect(after.passages.search('骨干教师', { limit: 5 }).hits).toEqual([]);
    expect(await kept.fresh()).toBeNull();
    expect((await kept.serving()).name).not.toBe(before.name);
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
  });

  it.each([
    ['expired', [{ ...notice, effective_to: '2027-05-31' }, other]],
    ['taken out of the manifest', [other]],
    ['sent back to draft', [{ ...notice, status: 'draft' }, other]],
  ])('shows nothing of a text that is %s', async (_how, entries) => {
    const { kept, publish } = await start();
    await publish(entries);
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
  });

  it('shows nothing of a text whose file is altered, and takes it up again once it is restored', async () => {
    const { kept, corpus } = await start();
    await corpus.write('notice-v1.txt', SECOND);
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
    await kept.fresh();
    await corpus.write('notice-v1.txt', FIRST);
    await kept.fresh();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': FIRST, 'other@1': OTHER });
  });

  it('reads the version before until the new one is whole, and never both', async () => {
    const { kept, publish } = await start();
    await publish([notice, secondNotice, other]);
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': FIRST, 'other@1': OTHER });
    expect(await kept.fresh()).toBeNull();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@2': SECOND, 'other@1': OTHER });
    await publish([notice, { ...secondNotice, status: 'retired' }, other]);
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
  });

  it('tells whom a text may reach as the manifest has it, with the index that is there', async () => {
    const { kept, publish } = await start();
    const { name } = await kept.serving();
    await publish([{ ...notice, openness: '内部', classes: ['class-one'] }, other]);
    const { store } = await kept.serving();
    expect(store.materials().map(({ openness, classes }) => [openness, classes])).toEqual([
      ['内部', ['class-one']],
      ['公开', []],
    ]);
    expect((await kept.serving()).name).toBe(name);
    expect(await kept.serving()).toBe(await kept.current());
  });

  it('ends and begins with the day', async () => {
    let today = TODAY;
    const { kept, publish } = await start(() => today);
    await publish([
      { ...notice, effective_to: '2027-06-01' },
      { ...secondNotice, effective_from: '2027-06-02' },
      other,
    ]);
    await kept.fresh();
    today = '2027-06-02';
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
    await kept.fresh();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@2': SECOND, 'other@1': OTHER });
  });

  it('builds what came while it was building', async () => {
    const { kept, publish } = await start();
    await publish([notice]);
    await kept.serving();
    await publish([secondNotice, other]);
    await kept.serving();
    expect(await kept.fresh()).toBeNull();
    expect(textsOf(await kept.serving())).toEqual({ 'notice@2': SECOND, 'other@1': OTHER });
    expect(kept.troubles).toEqual([]);
  });

  it('stays open for whoever borrowed it', async () => {
    const { kept, publish } = await start();
    const { index, release } = await kept.borrowServing();
    await publish([secondNotice, other]);
    await kept.fresh();
    await new Promise((resolve) => setImmediate(resolve));
    expect(textsOf(index)).toEqual({ 'notice@1': FIRST, 'other@1': OTHER });
    release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => index.store.passage(0)).toThrow(/not open/u);
  });
});

describe('a build behind that fails', () => {
  it('leaves the old index, tells of it, and is tried again with a change or after a minute', async () => {
    const { kept, corpus, publish } = await start();
    await corpus.write('thesaurus.yaml', 'groups: 无');
    await publish([notice, secondNotice, other]);
    expect(await kept.fresh()).toContain('thesaurus.yaml');
    expect(kept.trouble()).toContain('thesaurus.yaml');
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': FIRST, 'other@1': OTHER });
    expect(kept.troubles).toHaveLength(1);
    // What is withdrawn is withdrawn, whatever becomes of the build.
    await publish([secondNotice, { ...other, status: 'retired' }]);
    expect(textsOf(await kept.serving())).toEqual({});
    await expect.poll(() => kept.troubles).toHaveLength(2);
    await kept.serving();
    kept.later(59_000);
    await kept.serving();
    expect(kept.troubles).toHaveLength(2);
    kept.later(2_000);
    await kept.serving();
    await expect.poll(() => kept.troubles).toHaveLength(3);
    await rm(`${corpus.path}/thesaurus.yaml`);
    expect(await kept.fresh()).toBeNull();
    expect([kept.trouble(), textsOf(await kept.serving())]).toEqual([null, { 'notice@2': SECOND }]);
  });

  it('that is cut short leaves what was there, for the next process too', async () => {
    const { kept, publish, again } = await start();
    await publish([secondNotice, other]);
    await kept.serving();
    await kept.close();
    expect(kept.troubles).toEqual([]);
    expect(textsOf(await again().current())).toEqual({ 'notice@2': SECOND, 'other@1': OTHER });
  });
});

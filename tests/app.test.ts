import { writeFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerQuestion } from '../src/answering/answer-question.ts';
import { type App, createApp } from '../src/app.ts';
import { INDEX_FILES } from '../src/retrieval/index/layout.ts';
import type { CorpusIndex } from '../src/retrieval/index/open.ts';
import { searchPassages } from '../src/retrieval/search.ts';
import type { CorpusFolderContent } from './support/corpus-folder.ts';
import { FAQ, makeFolder, makeSmallCorpus, NOTICE } from './support/small-index.ts';
import { testConfig } from './support/test-config.ts';

const TEACHERS = '每年培训多少骨干教师';
const FUNDS = '经费怎么管理';
const FUNDS_RULE = '经费办法\n一、经费管理\n经费管理要实行专户核算，保证专款专用。';

/** Two materials, of which the second, a rule about funds, is told by its fields. */
const twoMaterials = (fields: Record<string, unknown> = {}): CorpusFolderContent => ({
  files: { 'notice.txt': NOTICE, 'funds.txt': FUNDS_RULE, 'faq.yaml': FAQ },
  entries: [
    { file: 'notice.txt', title: '培训通知' },
    { file: 'funds.txt', title: '经费办法', ...fields },
  ],
});

/** An app on a corpus and a data folder of its own, with a clock that the test turns. */
async function start(content: CorpusFolderContent = twoMaterials()) {
  const [corpus, data] = await Promise.all([makeSmallCorpus(), makeFolder()]);
  await corpus.publish(content);
  const clock = { time: new Date('2024-06-01T04:00:00Z'), now: () => clock.time };
  const config = testConfig(corpus.path, data.path);
  const app = createApp(config, { clock });
  onTestFinished(async () => {
    app.close();
    await Promise.all([corpus.remove(), data.remove()]);
  });
  return { app, corpus, clock, data: data.path };
}

const materialsFound = (index: CorpusIndex, question: string) =>
  searchPassages(index, question, 20).map(({ material }) => material);

/** Materials that anything in a search or an answer comes from. */
async function materialsShown(app: App, question: string) {
  const index = await app.index();
  const { quotes, nearest, methods } = answerQuestion(index, question);
  const shown = [...quotes, ...nearest, ...methods].map(({ material }) => material);
  return new Set([...shown, ...materialsFound(index, question)]);
}

const lead = (index: CorpusIndex) => answerQuestion(index, TEACHERS).lead;

describe('the index of an app', () => {
  it('is built once, and opened again by the next app', async () => {
    const { app, data } = await start();
    const shares: number[] = [];
    const index = await app.index((share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(await app.index((share) => shares.push(-share))).toBe(index);
    const next = createApp(app.config, { clock: { now: () => new Date('2024-06-01T05:00:00Z') } });
    const opened = await next.index((share) => shares.push(-share));
    expect(opened.name).toBe(index.name);
    expect(lead(opened)).toBe(lead(index));
    next.close();
    expect(shares.filter((share) => share < 0)).toEqual([]);
    expect(await readdir(join(data, 'index'))).toHaveLength(2);
  });

  it('is one for all who ask at the same time', async () => {
    const { app } = await start();
    const [first, ...others] = await Promise.all([app.index(), app.index(), app.index()]);
    for (const index of others) expect(index).toBe(first);
    expect(lead(first)).toContain('60名');
  });

  it('is built again when a text is approved anew, an entry added or the FAQ changed', async () => {
    const { app, corpus } = await start();
    const names = [(await app.index()).name];
    const edition = NOTICE.replace('60名', '80名');
    const { files, entries } = twoMaterials();
    await corpus.publish({
      files: { ...files, 'notice.txt': edition },
      ...(entries && { entries }),
    });
    const index = await app.index();
    names.push(index.name);
    expect(lead(index)).toContain('80名');
    await corpus.publish({ files: { 'notice.txt': edition }, entries: [{ file: 'notice.txt' }] });
    names.push((await app.index()).name);
    await corpus.write('faq.yaml', 'notice: ""\npairs: []');
    names.push((await app.index()).name);
    expect((await app.index()).store.pairCount()).toBe(0);
    expect(new Set(names).size).toBe(4);
  });

  it('stays when a file is written with what it held', async () => {
    const { app, corpus } = await start();
    const index = await app.index();
    await corpus.write('notice.txt', NOTICE);
    expect(await app.index()).toBe(index);
  });

  it('needs neither FAQ nor thesaurus', async () => {
    const { app, corpus } = await start();
    await Promise.all(['faq.yaml', 'thesaurus.yaml'].map((name) => rm(join(corpus.path, name))));
    expect(lead(await app.index())).toContain('60名');
  });

  it('is the repaired one after a rebuild of a damaged one', async () => {
    const { app, data } = await start();
    const { name } = await app.index();
    await writeFile(join(data, 'index', name, INDEX_FILES.store), '不是索引'.repeat(2000));
    await app.rebuild();
    expect(lead(await app.index())).toContain('60名');
  });
});

describe('a material that may no longer be used', () => {
  it('is gone from searches and answers as soon as its file differs from the approved one', async () => {
    const { app, corpus } = await start();
    expect(await materialsShown(app, FUNDS)).toContain('funds');
    await corpus.write('funds.txt', FUNDS_RULE.replace('专户', '专账'));
    expect(await materialsShown(app, FUNDS)).not.toContain('funds');
    expect((await app.corpus()).excluded.map(({ id }) => id)).toEqual(['funds']);
    await corpus.write('funds.txt', FUNDS_RULE);
    expect(await materialsShown(app, FUNDS)).toContain('funds');
  });

  it('takes the FAQ pairs with it that quote it', async () => {
    const { app, corpus } = await start();
    expect((await app.index()).store.pairCount()).toBe(3);
    await corpus.write('notice.txt', NOTICE.replace('60名', '90名'));
    expect(await materialsShown(app, TEACHERS)).not.toContain('notice');
    const { store } = await app.index();
    expect(store.pairCount()).toBe(0);
    expect(store.excluded().map(({ id }) => id)).toEqual(['budget', 'use', 'teachers']);
  });

  it('is gone for whoever asks after the change, even while an index is being built', async () => {
    const { app, corpus } = await start();
    let asked: Promise<CorpusIndex> | undefined;
    await app.index(() => {
      if (asked !== undefined) return;
      writeFileSync(join(corpus.path, 'funds.txt'), FUNDS_RULE.replace('专户', '专账'));
      asked = app.index();
    });
    expect(materialsFound((await asked) as CorpusIndex, FUNDS)).not.toContain('funds');
  });

  it.each(['draft', 'retired'])('is gone once its entry says %s', async (status) => {
    const { app, corpus } = await start();
    await app.index();
    await corpus.publish(twoMaterials({ status }));
    expect(await materialsShown(app, FUNDS)).not.toContain('funds');
  });

  it('is gone the day after its last, by the clock of its zone', async () => {
    const { app, clock } = await start(twoMaterials({ effective_to: '2024-06-30' }));
    clock.time = new Date('2024-06-30T15:59:59Z');
    expect(await materialsShown(app, FUNDS)).toContain('funds');
    clock.time = new Date('2024-06-30T16:00:00Z');
    expect(await materialsShown(app, FUNDS)).not.toContain('funds');
  });

  it('comes on its first day in force', async () => {
    const { app, clock } = await start(twoMaterials({ effective_from: '2024-07-01' }));
    expect(await materialsShown(app, FUNDS)).not.toContain('funds');
    clock.time = new Date('2024-06-30T16:00:00Z');
    expect(await materialsShown(app, FUNDS)).toContain('funds');
  });
});

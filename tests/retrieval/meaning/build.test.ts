import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEANING_FOLDER } from '../../../src/retrieval/meaning/artefact.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { type FakeEmbeddingOptions, makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

const builtIn = (folder: string) => readdir(join(folder, MEANING_FOLDER.built));

/** Fails at its third call, as an endpoint that is gone does. */
const BREAKING: FakeEmbeddingOptions = {
  before: (calls) => {
    if (calls === 2) throw new Error('unreachable');
  },
};

describe('what is sent', () => {
  it('is every passage of 政策文件 that may leave: title, headings, text', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(['首先列入预算。'], {
      plan: {
        text: '培训规划\n一、经费\n（一）列支。各级政府要将经费列入预算。',
        fields: { title: '培训规划' },
      },
      method: { text: '操作指引\n先分组。', fields: { kind: '方法参考' } },
      inner: { text: '内部办法\n只在内部使用。', fields: { openness: '内部' } },
    });
    const embedding = makeEmbedding();
    const open = index.store.materials().filter(({ openness }) => openness === '公开');
    const mayLeave = (id: string) => open.some((material) => material.id === id);
    const report = await buildMeaning(folder, index, embedding, { mayLeave, writer: null });
    expect(embedding.sent).toEqual([
      [
        '培训管理办法\n培训管理办法',
        '培训管理办法\n首先列入预算。',
        '培训规划\n培训规划',
        '培训规划\n经费\n列支\n各级政府要将经费列入预算。',
      ],
    ]);
    expect(report).toMatchObject({ passages: 4, fromCache: 0, questions: 0, failedWriting: 0 });
    expect(report.tokens).toBe(embedding.tokensUsed());
  });

  it('is bounded by count and by characters; a longer text goes alone', async () => {
    const { folder, publish } = await makeRules();
    const texts = ['甲'.repeat(12), '乙'.repeat(12), '丙'.repeat(90), '丁', '戊', '己', '庚'];
    const index = await publish(texts);
    const embedding = makeEmbedding();
    await buildMeaning(folder, index, embedding, { ...PLAIN, batch: { texts: 3, characters: 48 } });
    // Seven characters of each are the title and the end of its line.
    expect(embedding.sent.map((batch) => batch.map((text) => text.length - 7))).toEqual([
      [6, 12],
      [12],
      [90],
      [1, 1, 1],
      [1],
    ]);
  });

  it('is cut where a text is longer than models take, and never in a character', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish([`一${'𠮷'.repeat(1500)}`]);
    const embedding = makeEmbedding();
    await buildMeaning(folder, index, embedding, PLAIN);
    const longest = embedding.sent.flat().at(-1) ?? '';
    expect(longest).toBe(`培训管理办法\n一${'𠮷'.repeat(996)}`);
  });

  it('is nothing where nothing may leave, and nothing is asked of it later', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(3));
    const embedding = makeEmbedding();
    const options = { ...PLAIN, mayLeave: () => false };
    expect(await buildMeaning(folder, index, embedding, options)).toMatchObject({ passages: 0 });
    expect(embedding.sent).toEqual([]);
    expect((await openMeaning(folder, index, embedding, options))?.vectors).toBeNull();
  });
});

describe('a build', () => {
  it('sends nothing that it sent before', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(24));
    const first = makeEmbedding();
    await buildMeaning(folder, index, first, PLAIN);
    const second = makeEmbedding();
    const report = await buildMeaning(folder, index, second, PLAIN);
    expect(second.sent).toEqual([]);
    expect(report).toMatchObject({ passages: 25, fromCache: 25, tokens: 0 });
  });

  it('that broke off goes on where it stopped', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(34));
    const broken = makeEmbedding(BREAKING);
    await expect(buildMeaning(folder, index, broken, PLAIN)).rejects.toThrow('unreachable');
    expect(await builtIn(folder)).toEqual([]);
    const whole = makeEmbedding();
    const report = await buildMeaning(folder, index, whole, PLAIN);
    expect(report).toMatchObject({ passages: 35, fromCache: 20 });
    const sent = [...broken.sent, ...whole.sent].flat();
    expect([sent.length, new Set(sent).size]).toEqual([35, 35]);
  });

  it('stops between two batches where it is told to, and goes on from there', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(34));
    const stopping = new AbortController();
    const stopped = makeEmbedding({
      before: (calls) => (calls === 1 ? stopping.abort() : undefined),
    });
    const options = { ...PLAIN, signal: stopping.signal };
    await expect(buildMeaning(folder, index, stopped, options)).rejects.toThrow('aborted');
    expect(stopped.sent.map((batch) => batch.length)).toEqual([10, 10]);
    expect((await buildMeaning(folder, index, makeEmbedding(), PLAIN)).fromCache).toBe(20);
  });

  it('of an altered corpus sends what changed, wherever it stands', async () => {
    const { folder, publish } = await makeRules();
    await buildMeaning(folder, await publish(articles(24)), makeEmbedding(), PLAIN);
    const altered = ['培训应当先交流经验。', ...articles(24).with(5, '培训考勤由班主任负责。')];
    const embedding = makeEmbedding();
    const report = await buildMeaning(folder, await publish(altered), embedding, PLAIN);
    expect(embedding.sent).toEqual([
      ['培训管理办法\n培训应当先交流经验。', '培训管理办法\n培训考勤由班主任负责。'],
    ]);
    expect(report).toMatchObject({ passages: 26, fromCache: 24 });
  });

  it('of another model sends everything to it', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(5));
    await buildMeaning(folder, index, makeEmbedding(), PLAIN);
    const other = makeEmbedding({ name: 'fake/embedding-2', dimension: 32 });
    expect(await buildMeaning(folder, index, other, PLAIN)).toMatchObject({ fromCache: 0 });
    expect(other.sent.flat()).toHaveLength(6);
  });

  it('reports growing shares from 0 to 1', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(34));
    const shares: number[] = [];
    const onProgress = (share: number) => void shares.push(share);
    await buildMeaning(folder, index, makeEmbedding(), { ...PLAIN, onProgress });
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.length).toBeGreaterThan(4);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('leaves what is there in place until it is whole, and takes it away then', async () => {
    const { folder, publish } = await makeRules();
    const old = await buildMeaning(folder, await publish(articles(24)), makeEmbedding(), PLAIN);
    const index = await publish(['另行规定。', ...articles(24)]);
    const broken = makeEmbedding({
      before: () => {
        throw new Error('unreachable');
      },
    });
    await expect(buildMeaning(folder, index, broken, PLAIN)).rejects.toThrow('unreachable');
    expect(await builtIn(folder)).toEqual(expect.arrayContaining([old.name]));
    const seen: string[][] = [];
    const watching = makeEmbedding({ before: async () => void seen.push(await builtIn(folder)) });
    const { name } = await buildMeaning(folder, index, watching, PLAIN);
    expect(seen.map((names) => [names.includes(old.name), names.includes(name)])).toEqual([
      [true, false],
    ]);
    expect((await builtIn(folder)).filter((entry) => !entry.startsWith('current'))).toEqual([name]);
  });

  it('may run at the same time as others', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(24));
    const embeddings = [1, 2, 3].map(() => makeEmbedding());
    const reports = await Promise.all(
      embeddings.map((embedding) => buildMeaning(folder, index, embedding, PLAIN)),
    );
    expect(new Set(reports.map(({ name }) => name)).size).toBe(1);
    expect(await openMeaning(folder, index, makeEmbedding(), PLAIN)).not.toBeNull();
    expect(await builtIn(folder)).toHaveLength(2);
  });
});

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserFacingError } from '../../src/errors.ts';
import { LOCAL_EMBEDDING, LocalEmbeddings } from '../../src/retrieval/local-embeddings.ts';
import { type EmbeddingIdentity, VectorStore } from '../../src/retrieval/vectors.ts';
import { phrasesOf } from '../../src/text/sentences.ts';
import { sliceOf } from '../../src/text/span.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { makeFolder } from '../support/small-index.ts';

const embeddings = new LocalEmbeddings();
const TEXTS = ['经费列入预算', '经费专款专用', '每年培训骨干教师', '推行结构化研讨'];

async function saved(texts: readonly string[] = TEXTS): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  await (await VectorStore.build(texts, embeddings, LOCAL_EMBEDDING)).save(path);
  return path;
}

const open = (folder: string, identity: EmbeddingIdentity = LOCAL_EMBEDDING) =>
  VectorStore.open(folder, embeddings, identity);

describe('the local embedding', () => {
  it.each(['经费保障', 'AI 培训', '１', '𠮷'])('gives a unit vector for %s', async (text) => {
    const vector = await embeddings.embedQuery(text);
    expect(vector).toHaveLength(LOCAL_EMBEDDING.dimension);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
  });

  it('sees neither case nor punctuation', async () => {
    const [plain, other] = await embeddings.embedDocuments(['AI培训', '“ai”，培训！']);
    expect(other).toEqual(plain);
  });
});

describe('vectors', () => {
  it('give the nearest texts by number, the best first', async () => {
    const found = await (await open(await saved())).nearest('经费专款专用', 2);
    expect(found.map(({ id }) => id)).toEqual([1, 0]);
    expect(found[0]?.similarity).toBeCloseTo(1, 5);
    expect(found[1]?.similarity).toBeLessThan(0.9);
  });

  it('give all there are where more are asked for', async () => {
    const found = await (await open(await saved())).nearest('经费', 10);
    expect(found.map(({ id }) => id).toSorted()).toEqual([0, 1, 2, 3]);
  });

  it('hold no texts on disk', async () => {
    const folder = await saved();
    const files = await readdir(folder);
    const contents = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    expect(contents.filter((content) => content.includes('经费'))).toEqual([]);
  });

  it('find the neighbours after a reload that comparing all would find', async () => {
    const plan = await readFile(join(SHIPPED_CORPUS, 'plan-2023-2027.txt'), 'utf8');
    const phrases = phrasesOf(plan, { start: 0, end: plan.length }).map((one) =>
      sliceOf(plan, one),
    );
    const texts = [...new Set(phrases)].filter((phrase) => phrase.length > 5);
    const store = await open(await saved(texts));
    const vectors = await embeddings.embedDocuments(texts);
    const similarity = (one: readonly number[], other: readonly number[]) =>
      one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
    let found = 0;
    for (const [at, text] of texts.entries()) {
      const scores = vectors.map((vector) => similarity(vectors[at] as number[], vector));
      const tenth = scores.toSorted((one, other) => other - one)[9] as number;
      const near = await store.nearest(text, 10);
      found += near.filter(({ id }) => (scores[id] as number) >= tenth - 1e-6).length;
    }
    expect(found / (texts.length * 10)).toBeGreaterThan(0.99);
  });
});

describe('vectors that do not fit are refused', () => {
  it.each([
    ['another model', { model: 'other-model', dimension: 512 }, 'other-model（512 维）'],
    ['another dimension', { ...LOCAL_EMBEDDING, dimension: 256 }, '256 维'],
  ])('with both settings in one line: %s', async (_name, identity, named) => {
    const refused = open(await saved(), identity);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(named);
    await expect(refused).rejects.toThrow(
      /^[^\n]*local-character-ngrams-v1（512 维）[^\n]*重新建立[^\n]*$/u,
    );
  });

  it.each(
    ['hnswlib.index', 'args.json', 'docstore.json', 'embedding.json'].flatMap((file) => [
      [file, 'gone', null] as const,
      [file, 'emptied', ''] as const,
      [file, 'cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)] as const,
      [file, 'something else', '不是向量'.repeat(1000)] as const,
    ]),
  )('in one line that says what to do: %s %s', async (file, _damage, change) => {
    const folder = await saved();
    const path = join(folder, file);
    const bytes = await readFile(path);
    await rm(path);
    if (change !== null) await writeFile(path, typeof change === 'string' ? change : change(bytes));
    const refused = open(folder);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(/^[^\n]*corpus index[^\n]*重新建立[^\n]*$/u);
  });
});

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { MEANING_FOLDER } from '../../../src/retrieval/meaning/artefact.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

const WRITER = { name: 'fake/writer', version: '1', write: async () => ['多少次？'] };
const OPTIONS = { ...PLAIN, writer: WRITER };

/** An index and what was built by meaning of it, in a folder by its name. */
async function start() {
  const rules = await makeRules();
  const index = await rules.publish(articles(12));
  const { name } = await buildMeaning(rules.folder, index, makeEmbedding(), OPTIONS);
  return { rules, index, name, built: join(rules.folder, MEANING_FOLDER.built) };
}

describe('there is none that fits', () => {
  it('before the first build', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(3));
    expect(await openMeaning(folder, index, makeEmbedding(), PLAIN)).toBeNull();
  });

  it.each([
    ['of another model', makeEmbedding({ name: 'fake/embedding-2' }), OPTIONS],
    ['by another writer', makeEmbedding(), { ...OPTIONS, writer: { ...WRITER, version: '2' } }],
    ['without machine-made questions', makeEmbedding(), PLAIN],
    ['of fewer materials', makeEmbedding(), { ...OPTIONS, mayLeave: () => false }],
  ])('%s', async (_name, embedding, inputs) => {
    const { rules, index } = await start();
    expect(await openMeaning(rules.folder, index, makeEmbedding(), OPTIONS)).not.toBeNull();
    expect(await openMeaning(rules.folder, index, embedding, inputs)).toBeNull();
  });

  it('of another index', async () => {
    const { rules } = await start();
    const other = await rules.publish(articles(13));
    expect(await openMeaning(rules.folder, other, makeEmbedding(), OPTIONS)).toBeNull();
  });
});

describe('one that is not what its name says is refused', () => {
  it.each([
    ['model', 'fake/embedding-2', articles(12)],
    ['index', 'fake/embedding-1', articles(13)],
  ])('another %s', async (_what, model, texts) => {
    const { rules, index, name, built } = await start();
    const other = await rules.publish(texts);
    const embedding = makeEmbedding({ name: model });
    const theirs = await buildMeaning(rules.folder, other, embedding, OPTIONS);
    await rename(join(built, theirs.name), join(built, name));
    const refused = openMeaning(rules.folder, index, makeEmbedding(), OPTIONS);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(`属于索引 ${other.name}、向量模型 ${model}`);
    await expect(refused).rejects.toThrow(/^[^\n]*两者不符[^\n]*corpus index 重新建立。$/u);
  });
});

const scribbled = (bytes: Buffer) =>
  Buffer.from(bytes).fill(0x31, Math.floor(bytes.length / 2), Math.floor((bytes.length * 3) / 4));

describe.each([
  'meaning.json',
  'passages/hnswlib.index',
  'passages/docstore.json',
  'passages/args.json',
  'passages/embedding.json',
  'questions/hnswlib.index',
  'questions.lexical',
  'questions.json',
])('%s', (file) => {
  it.each([
    ['gone', null],
    ['emptied', () => Buffer.alloc(0)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['scribbled over', scribbled],
    ['something else', () => Buffer.from('不是向量'.repeat(100))],
  ] as const)(
    '%s is told in one line with what to do, and a build repairs it',
    async (_damage, change) => {
      const { rules, index, name, built } = await start();
      const path = join(built, name, file);
      const bytes = await readFile(path);
      await rm(path);
      if (change !== null) await writeFile(path, change(bytes));
      const refused = openMeaning(rules.folder, index, makeEmbedding(), OPTIONS);
      await expect(refused).rejects.toThrow(UserFacingError);
      await expect(refused).rejects.toThrow(/^[^\n]*已损坏[^\n]*corpus index[^\n]*重新建立。$/u);
      const report = await buildMeaning(rules.folder, index, makeEmbedding(), OPTIONS);
      expect(report).toMatchObject({ passages: 13, fromCache: 13, tokens: 0 });
      expect(await openMeaning(rules.folder, index, makeEmbedding(), OPTIONS)).not.toBeNull();
    },
  );
});

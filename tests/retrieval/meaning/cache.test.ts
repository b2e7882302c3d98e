import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { MEANING_FOLDER } from '../../../src/retrieval/meaning/artefact.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { MeaningCache } from '../../../src/retrieval/meaning/cache.ts';
import { makeFolder } from '../../support/small-index.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

async function start() {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  const file = join(path, 'cache.sqlite');
  const open = () => {
    const cache = new MeaningCache(file);
    onTestFinished(() => cache.close());
    return cache;
  };
  return { file, open };
}

const WRITER = { name: 'fake/writer', version: '1' };

describe('the cache', () => {
  it('gives vectors back as 32-bit floats, by model and text', async () => {
    const { open } = await start();
    open().keepVectors('one', [{ key: 'a', vector: [0.1, -2, 1e-20] }]);
    const cache = open();
    expect(cache.vector('one', 'a')).toEqual([0.1, -2, 1e-20].map(Math.fround));
    expect([cache.hasVector('one', 'a'), cache.hasVector('two', 'a')]).toEqual([true, false]);
    expect([cache.dimensionOf('one'), cache.dimensionOf('two')]).toEqual([3, null]);
    expect(() => cache.vector('two', 'a')).toThrow(RangeError);
  });

  it('keeps questions by writer, version and text; to have none is an answer too', async () => {
    const { open } = await start();
    open().keepQuestions(WRITER, 'a', ['经费列入哪里？']);
    open().keepQuestions(WRITER, 'b', []);
    const cache = open();
    expect(cache.questions(WRITER, 'a')).toEqual(['经费列入哪里？']);
    expect(cache.questions(WRITER, 'b')).toEqual([]);
    expect(cache.questions(WRITER, 'c')).toBeNull();
    expect(cache.questions({ ...WRITER, version: '2' }, 'a')).toBeNull();
    expect(cache.questions({ ...WRITER, name: 'other' }, 'a')).toBeNull();
  });

  it('is written ahead of its file', async () => {
    const { file, open } = await start();
    open();
    const other = new Database(file);
    onTestFinished(() => void other.close());
    expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
  });
});

describe('texts that nobody wants any more', () => {
  const fill = (cache: MeaningCache, keys: readonly string[]) => {
    for (const model of ['one', 'two']) {
      cache.keepVectors(
        model,
        keys.map((key) => ({ key, vector: [1] })),
      );
    }
    for (const key of keys) cache.keepQuestions(WRITER, key, ['问？']);
  };
  const known = (cache: MeaningCache, keys: readonly string[]) =>
    keys.filter((key) => cache.hasVector('one', key) && cache.questions(WRITER, key) !== null);

  it.each([
    ['stay up to as many as are wanted', ['a', 'b', 'c', 'd'], ['a', 'b'], ['a', 'b', 'c', 'd']],
    ['go beyond that', ['a', 'b', 'c', 'd', 'e'], ['a', 'b'], ['a', 'b']],
    ['stay where none is wanted', ['a', 'b', 'c'], [], ['a', 'b', 'c']],
  ])('%s', async (_name, keys, wanted, left) => {
    const cache = (await start()).open();
    fill(cache, keys);
    cache.prune(new Set(wanted));
    expect(known(cache, keys)).toEqual(left);
  });

  it('go when a corpus has changed often enough', async () => {
    const { folder, publish } = await makeRules();
    const sizes: number[] = [];
    for (const count of [10, 20, 30]) {
      const texts = articles(count).slice(-10);
      await buildMeaning(folder, await publish(texts), makeEmbedding(), PLAIN);
      const cache = new Database(join(folder, MEANING_FOLDER.cache), { readonly: true });
      sizes.push(cache.prepare('SELECT count(*) FROM vector').pluck().get() as number);
      cache.close();
    }
    // The title is a passage of each.
    expect(sizes).toEqual([11, 21, 11]);
  });
});

describe('the file of the cache', () => {
  it('may be deleted: everything is sent again', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(5));
    await buildMeaning(folder, index, makeEmbedding(), PLAIN);
    await rm(join(folder, MEANING_FOLDER.cache));
    const report = await buildMeaning(folder, index, makeEmbedding(), PLAIN);
    expect(report).toMatchObject({ passages: 6, fromCache: 0 });
  });

  it('is told of where it is damaged, and left for a person to delete', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(5));
    await buildMeaning(folder, index, makeEmbedding(), PLAIN);
    const path = join(folder, MEANING_FOLDER.cache);
    await writeFile(path, '不是数据库'.repeat(1000));
    const refused = buildMeaning(folder, index, makeEmbedding(), PLAIN);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(/^[^\n]*cache\.sqlite 已损坏[^\n]*请删除该文件[^\n]*$/u);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { MEANING_FOLDER } from '../../../src/retrieval/meaning/artefact.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { MeaningCache } from '../../../src/retrieval/meaning/cache.ts';
import { keyed } from '../../../src/retrieval/meaning/keyed-text.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

describe('vectors that cannot be used stop the build, and what was there stays', () => {
  const wrong = (change: (vectors: number[][]) => number[][]) => {
    const embedding = makeEmbedding();
    const embedDocuments = async (texts: string[]) => change(await embedding.embedDocuments(texts));
    return { ...embedding, embedDocuments };
  };

  it.each([
    ['one of another dimension', wrong((all) => all.with(-1, [1, 0])), '是 64 维，又出现 2 维的'],
    ['all of another dimension', makeEmbedding({ dimension: 32 }), '是 64 维，又出现 32 维的'],
    ['one too few', wrong((all) => all.slice(1)), '不完整'],
    ['one without numbers', wrong((all) => all.with(0, new Array(64).fill(Number.NaN))), '不完整'],
  ])('%s', async (_name, embedding, told) => {
    const { folder, publish } = await makeRules();
    const old = await publish(articles(24));
    await buildMeaning(folder, old, makeEmbedding(), PLAIN);
    const index = await publish(articles(29));
    const refused = buildMeaning(folder, index, embedding, PLAIN);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(told);
    await expect(refused).rejects.toThrow(/^[^\n]*fake\/embedding-1[^\n]*重新建立索引。$/u);
    expect(await openMeaning(folder, old, makeEmbedding(), PLAIN)).not.toBeNull();
    expect(await openMeaning(folder, index, makeEmbedding(), PLAIN)).toBeNull();
    expect((await buildMeaning(folder, index, makeEmbedding(), PLAIN)).fromCache).toBe(25);
  });

  it('that the cache has from elsewhere', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(24));
    await buildMeaning(folder, index, makeEmbedding(), PLAIN);
    const cache = new MeaningCache(join(folder, MEANING_FOLDER.cache));
    const { key } = keyed('培训管理办法\n培训管理办法');
    cache.keepVectors('fake/embedding-1', [{ key, vector: [1, 0] }]);
    cache.close();
    const refused = buildMeaning(folder, index, makeEmbedding(), PLAIN);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow('请删除');
    expect(await openMeaning(folder, index, makeEmbedding(), PLAIN)).not.toBeNull();
  });

  it('that are empty', async () => {
    const { folder, publish } = await makeRules();
    const empty = wrong((all) => all.map(() => []));
    const refused = buildMeaning(folder, await publish(articles(3)), empty, PLAIN);
    await expect(refused).rejects.toThrow('不完整');
  });
});

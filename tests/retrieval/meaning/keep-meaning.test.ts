import { appendFile, readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { UserFacingError } from '../../../src/errors.ts';
import type { BorrowedIndex } from '../../../src/retrieval/index/keep-index.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import type { MeaningReport } from '../../../src/retrieval/meaning/build.ts';
import { keepMeaning, type MeaningParts } from '../../../src/retrieval/meaning/keep-meaning.ts';
import type { CorpusFolder } from '../../support/corpus-folder.ts';
import {
  type IndexFolder,
  indexFolder,
  makeFolder,
  makeSmallCorpus,
} from '../../support/small-index.ts';
import { makeEmbedding } from './fake-embedding.ts';

let corpus: CorpusFolder;
let home: { path: string; remove(): Promise<void> };
let indexes: IndexFolder;
let index: CorpusIndex;

beforeEach(async () => {
  corpus = await makeSmallCorpus();
  home = await makeFolder();
  indexes = indexFolder(`${home.path}/index`);
  await indexes.build(corpus);
  index = await indexes.open(corpus);
});
afterEach(async () => {
  index.store.close();
  await home.remove();
  await corpus.remove();
});

/** A keeper, how its builds ended, and what is borrowed of the index. */
function keep(changes: Partial<MeaningParts> = {}) {
  const ended: (MeaningReport | Error)[] = [];
  const unusable: unknown[] = [];
  let borrowed = 0;
  const borrow = async (): Promise<BorrowedIndex> => {
    borrowed++;
    return { index, release: () => borrowed-- };
  };
  const keeper = keepMeaning({
    ...{ folder: `${home.path}/meaning`, embedding: makeEmbedding(), writer: null },
    clock: systemClock,
    ...{ mayLeave: () => true, borrow, onBuilt: (one) => ended.push(one) },
    onUnusable: (error) => unusable.push(error),
    ...changes,
  });
  return { keeper, ended, unusable, borrowed: () => borrowed };
}

describe('the vectors of the index in use', () => {
  it('are made behind everyone’s back where they are missing, and then are there', async () => {
    const { keeper, ended, borrowed } = keep();
    keeper.buildWhereMissing();
    expect(await keeper.of(index)).toBeNull();
    await expect.poll(() => ended.length).toBe(1);
    expect(ended[0]).toMatchObject({ passages: index.store.passageCount() });
    expect(borrowed()).toBe(0);
    const meaning = await keeper.of(index);
    expect(meaning?.indexName).toBe(index.name);
    expect(await keeper.of(index)).toBe(meaning);
    await keeper.close();
  });

  it('are left to `corpus index` where nobody is to make them', async () => {
    const { keeper, ended } = keep();
    expect(await keeper.of(index)).toBeNull();
    expect(ended).toEqual([]);
    await keeper.build();
    expect(await keeper.of(index)).not.toBeNull();
    await keeper.close();
  });

  /** Spoils a file of what was made. */
  const damage = async () => {
    const [name = ''] = (await readdir(`${home.path}/meaning/built`)).filter((one) =>
      one.startsWith(index.name),
    );
    await appendFile(`${home.path}/meaning/built/${name}/passages/hnswlib.index`, 'x');
  };

  it('are made anew where they are damaged, from what the cache has', async () => {
    await keep().keeper.build();
    await damage();
    const { keeper, ended, unusable } = keep();
    keeper.buildWhereMissing();
    expect(await keeper.of(index)).toBeNull();
    expect(unusable).toEqual([expect.any(UserFacingError)]);
    await expect.poll(() => ended.length).toBe(1);
    expect(ended[0]).toMatchObject({ fromCache: index.store.passageCount(), tokens: 0 });
    expect(await keeper.of(index)).not.toBeNull();
    await keeper.close();
  });

  it('are said to be damaged where nobody is to make them', async () => {
    const { keeper } = keep();
    await keeper.build();
    await damage();
    await expect(keeper.of(index)).rejects.toThrow('corpus index');
    await keeper.close();
  });

  it('are tried again after a while where the endpoint fails, without anyone waiting', async () => {
    let fails = true;
    const embedding = makeEmbedding({
      before: async () => {
        if (fails) throw new Error('Cannot embed: unreachable');
      },
    });
    const { keeper, ended, borrowed } = keep({ embedding, retryMs: 0 });
    keeper.buildWhereMissing();
    expect(await keeper.of(index)).toBeNull();
    await expect.poll(() => ended.length).toBe(1);
    expect(ended[0]).toBeInstanceOf(Error);
    expect(borrowed()).toBe(0);
    fails = false;
    await expect.poll(async () => (await keeper.of(index)) !== null).toBe(true);
    await keeper.close();
  });

  it('are left alone for as long as was said after a failure', async () => {
    const embedding = makeEmbedding({
      before: async () => {
        throw new Error('Cannot embed: unreachable');
      },
    });
    const { keeper, ended } = keep({ embedding, retryMs: 3_600_000 });
    keeper.buildWhereMissing();
    await keeper.of(index);
    await expect.poll(() => ended.length).toBe(1);
    for (let times = 0; times < 5; times++) await keeper.of(index);
    expect(ended).toHaveLength(1);
    await keeper.close();
  });

  it('stop being made when the service stops, which is no failure', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { keeper, ended, borrowed } = keep({ embedding: makeEmbedding({ before: () => held }) });
    keeper.buildWhereMissing();
    await keeper.of(index);
    const closed = keeper.close();
    release();
    await closed;
    expect(borrowed()).toBe(0);
    expect(ended).toEqual([]);
  });
});

import type { FaqPair } from '../corpus/faq.ts';
import type { IndexedPair } from './index/store-schema.ts';
import { LOCAL_EMBEDDING, LocalEmbeddings } from './local-embeddings.ts';
import { VectorStore } from './vectors.ts';

/** How many neighbouring questions each FAQ pair keeps. */
const NEIGHBOURS = 4;

/** Each pair with those nearest to it in question and answer; the vectors are kept in a folder. */
export async function withNeighbours(
  pairs: readonly FaqPair[],
  folder: string,
): Promise<IndexedPair[]> {
  if (pairs.length === 0) return [];
  const texts = pairs.map(({ questions, answer }) => `${questions[0]}${answer}`);
  const vectors = await VectorStore.build(texts, new LocalEmbeddings(), LOCAL_EMBEDDING);
  await vectors.save(folder);
  return Promise.all(
    pairs.map(async (pair, at) => {
      const near = await vectors.nearest(texts[at] as string, NEIGHBOURS + 1);
      const others = near.filter(({ id }) => id !== at).slice(0, NEIGHBOURS);
      return { ...pair, neighbours: others.map(({ id }) => (pairs[id] as FaqPair).id) };
    }),
  );
}

/** @throws UserFacingError where the vectors do not fit the embedding in use, or are damaged */
export function openQuestionVectors(folder: string): Promise<VectorStore> {
  return VectorStore.open(folder, new LocalEmbeddings(), LOCAL_EMBEDDING);
}

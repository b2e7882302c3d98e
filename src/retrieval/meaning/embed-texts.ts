import { UserFacingError } from '../../errors.ts';
import type { OnProgress } from '../index/build.ts';
import type { MeaningCache } from './cache.ts';
import type { PassageEmbedding } from './embedding.ts';
import type { KeyedText } from './keyed-text.ts';
import { otherDimension } from './other-dimension.ts';

/** How much is sent in one call. */
export interface BatchSize {
  readonly texts: number;
  /** Characters together; a longer text goes alone. */
  readonly characters: number;
}

/** What the narrowest known endpoint takes: ten texts a call (Alibaba's text-embedding-v3 and -v4). */
export const BATCH_SIZE: BatchSize = { texts: 10, characters: 8000 };

/** Who embeds, where it is kept, and when to stop. */
export interface EmbeddingParts {
  readonly cache: MeaningCache;
  readonly embedding: PassageEmbedding;
  readonly batch: BatchSize;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sees to it that the cache has a vector of every text. A batch is kept before the next is asked
 * for, so that a build that dies goes on where it stopped.
 *
 * @returns how many of the texts need not be sent
 * @throws UserFacingError for vectors that cannot be used, which are not kept; whatever the
 * embedding or the signal throws
 */
export async function embedTexts(
  texts: readonly KeyedText[],
  { cache, embedding, batch, signal }: EmbeddingParts,
  onProgress: OnProgress,
): Promise<number> {
  const { name } = embedding;
  const unknown = texts.filter(({ key }) => !cache.hasVector(name, key));
  const missing = new Map(unknown.map((text) => [text.key, text]));
  let embedded = 0;
  for (const sent of batchesOf([...missing.values()], batch)) {
    signal?.throwIfAborted();
    const vectors = await embedding.embedDocuments(sent.map(({ text }) => text));
    check(vectors, sent.length, cache, name);
    cache.keepVectors(
      name,
      sent.map(({ key }, at) => ({ key, vector: vectors[at] as number[] })),
    );
    embedded += sent.length;
    onProgress(embedded / missing.size);
  }
  onProgress(1);
  return texts.length - unknown.length;
}

function* batchesOf(texts: readonly KeyedText[], most: BatchSize): Generator<KeyedText[]> {
  let batch: KeyedText[] = [];
  let characters = 0;
  for (const text of texts) {
    const isFull = batch.length === most.texts || characters + text.text.length > most.characters;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(text);
    characters += text.text.length;
  }
  if (batch.length > 0) yield batch;
}

function check(
  vectors: readonly (readonly number[])[],
  count: number,
  cache: MeaningCache,
  model: string,
): void {
  const dimension = cache.dimensionOf(model) ?? vectors[0]?.length ?? 0;
  const other = vectors.find((vector) => vector.length !== dimension);
  if (other !== undefined) {
    throw otherDimension(model, dimension, other.length, cache.path);
  }
  const isWhole = vectors.length === count && dimension > 0;
  if (isWhole && vectors.every((vector) => vector.every(Number.isFinite))) return;
  throw new UserFacingError(
    `向量模型 ${model} 返回的向量不完整，向量索引没有建成，原有的未受影响。` +
      '请检查 GANXUN_EMBEDDING_MODEL 和 OPENAI_BASE_URL 设置后重新建立索引。',
  );
}

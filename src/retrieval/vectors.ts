import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { UserFacingError } from '../errors.ts';

/** What an embedding is; vectors of one never meet vectors of another. */
export interface EmbeddingIdentity {
  readonly model: string;
  readonly dimension: number;
}

export interface NumberedVector {
  readonly id: number;
  readonly vector: number[];
}

export interface Neighbour {
  readonly id: number;
  /** Cosine similarity, 1 for the same direction. */
  readonly similarity: number;
}

/**
 * hnswlib searches with ef = 10 after a load. Of the fifty nearest among 1,936 policy passages 100
 * finds 0.970, 200 finds 0.994 and 400 finds 0.999, in under a millisecond.
 */
const EF_SEARCH = 400;

/** Vectors by number in HNSW; the texts stay with whoever gave them. */
export class VectorStore {
  readonly #store: HNSWLib;
  readonly #identity: EmbeddingIdentity;

  private constructor(store: HNSWLib, identity: EmbeddingIdentity) {
    this.#store = store;
    this.#identity = identity;
    store.index.setEf(EF_SEARCH);
  }

  /** @param texts at least one; a text's position is its id */
  static async build(
    texts: readonly string[],
    embeddings: EmbeddingsInterface,
    identity: EmbeddingIdentity,
  ): Promise<VectorStore> {
    const vectors = await embeddings.embedDocuments([...texts]);
    const piece = vectors.map((vector, id) => ({ id, vector }));
    return VectorStore.fromVectors([piece], texts.length, embeddings, identity);
  }

  /**
   * @param pieces of the vectors in turn, each of the identity's dimension; between two pieces
   * other work gets its turn
   * @param count of the vectors of all pieces, at least one
   */
  static async fromVectors(
    pieces: Iterable<readonly NumberedVector[]>,
    count: number,
    embeddings: EmbeddingsInterface,
    identity: EmbeddingIdentity,
  ): Promise<VectorStore> {
    const { HNSWLib, Document } = await langchain();
    const store = new HNSWLib(embeddings, { space: 'cosine', numDimensions: identity.dimension });
    for (const piece of pieces) {
      const documents = piece.map(({ id }) => new Document({ pageContent: '', metadata: { id } }));
      await store.addVectors(
        piece.map(({ vector }) => vector),
        documents,
      );
      // Once for all pieces: growing copies every vector.
      if (store.index.getMaxElements() < count) store.index.resizeIndex(count);
      await giveWay();
    }
    return new VectorStore(store, identity);
  }

  /** @throws UserFacingError where the files were made with another embedding, or are damaged */
  static async open(
    folder: string,
    embeddings: EmbeddingsInterface,
    identity: EmbeddingIdentity,
  ): Promise<VectorStore> {
    await checkIdentity(folder, identity);
    const { HNSWLib } = await langchain();
    try {
      return new VectorStore(await HNSWLib.load(folder, embeddings), identity);
    } catch {
      throw new UserFacingError(
        '向量索引已损坏，请运行 npm run --silent ganxun -- corpus index 重新建立索引。',
      );
    }
  }

  async save(folder: string): Promise<void> {
    await this.#store.save(folder);
    await writeFile(join(folder, 'embedding.json'), JSON.stringify(this.#identity));
  }

  async nearest(text: string, limit: number): Promise<Neighbour[]> {
    return this.nearestTo(await this.#store.embeddings.embedQuery(text), limit);
  }

  /** The nearest first, those equally near by number. */
  async nearestTo(vector: number[], limit: number): Promise<Neighbour[]> {
    const count = Math.min(limit, this.#store.index.getCurrentCount());
    const found = await this.#store.similaritySearchVectorWithScore(vector, count);
    const neighbours = found.map(([document, distance]) => ({
      id: document.metadata.id as number,
      similarity: 1 - distance,
    }));
    return neighbours.sort((one, other) => other.similarity - one.similarity || one.id - other.id);
  }
}

/** Two hundred files and more, which nobody waits for who needs no vectors. */
async function langchain() {
  const [{ HNSWLib }, { Document }] = await Promise.all([
    import('@langchain/community/vectorstores/hnswlib'),
    import('@langchain/core/documents'),
  ]);
  return { HNSWLib, Document };
}

async function checkIdentity(folder: string, wanted: EmbeddingIdentity): Promise<void> {
  const found = await readFile(join(folder, 'embedding.json'), 'utf8')
    .then((json) => JSON.parse(json) as EmbeddingIdentity)
    .catch(() => null);
  if (found?.model === wanted.model && found.dimension === wanted.dimension) return;
  const was = found === null ? '未知' : `${found.model}（${found.dimension} 维）`;
  throw new UserFacingError(
    `索引所用的向量模型是 ${was}，当前设置是 ${wanted.model}（${wanted.dimension} 维），` +
      '两者不符。请改回原设置，或运行 npm run --silent ganxun -- corpus index 重新建立索引。',
  );
}

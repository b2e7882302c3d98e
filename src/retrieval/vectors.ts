import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { UserFacingError } from '../errors.ts';

/** What an embedding is; vectors of one never meet vectors of another. */
export interface EmbeddingIdentity {
  readonly model: string;
  readonly dimension: number;
}

export interface Neighbour {
  readonly id: number;
  /** Cosine similarity, 1 for the same direction. */
  readonly similarity: number;
}

/** hnswlib searches with ef = 10 after a load, which finds 0.90 of the neighbours; 100 finds all. */
const EF_SEARCH = 100;

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
    const documents = texts.map((_, id) => new Document({ pageContent: '', metadata: { id } }));
    const store = new HNSWLib(embeddings, { space: 'cosine', numDimensions: identity.dimension });
    await store.addVectors(await embeddings.embedDocuments([...texts]), documents);
    return new VectorStore(store, identity);
  }

  /** @throws UserFacingError where the files were made with another embedding, or are damaged */
  static async open(
    folder: string,
    embeddings: EmbeddingsInterface,
    identity: EmbeddingIdentity,
  ): Promise<VectorStore> {
    await checkIdentity(folder, identity);
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
    const count = Math.min(limit, this.#store.index.getCurrentCount());
    const found = await this.#store.similaritySearchWithScore(text, count);
    return found.map(([document, distance]) => ({
      id: document.metadata.id as number,
      similarity: 1 - distance,
    }));
  }
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

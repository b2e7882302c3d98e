import { UserFacingError } from '../../errors.ts';
import type { PassageEmbedding } from './embedding.ts';

/** The vector of a question; those asked for last are kept in memory. */
export type QueryVectors = (question: string) => Promise<number[]>;

const KEPT = 256;

/** @param dimension of the vectors that the questions are compared with */
export function createQueryVectors(embedding: PassageEmbedding, dimension: number): QueryVectors {
  const kept = new Map<string, Promise<number[]>>();
  return (question) => {
    // Promises and not vectors, so that those who ask at the same time share one call.
    const vector = kept.get(question) ?? embed(embedding, dimension, question);
    kept.delete(question);
    kept.set(question, vector);
    vector.catch(() => {
      if (kept.get(question) === vector) kept.delete(question);
    });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return vector;
  };
}

async function embed(
  embedding: PassageEmbedding,
  dimension: number,
  question: string,
): Promise<number[]> {
  const vector = await embedding.embedQuery(question);
  if (vector.length === dimension && vector.every(Number.isFinite)) return vector;
  throw new UserFacingError(
    `向量模型 ${embedding.name} 返回的向量与向量索引（${dimension} 维）不符，暂按字面检索。` +
      '请检查 GANXUN_EMBEDDING_MODEL 和 OPENAI_BASE_URL 设置。',
  );
}

import type { OpenAIEmbeddings } from '@langchain/openai';
import type { CarefulFetch } from '../care/careful-fetch.ts';
import { callFailure, failureWithin } from '../failures.ts';
import type { EmbeddingModel } from '../model.ts';
import { estimateTokens } from '../tokens.ts';
import { openEmbeddings } from './open-embeddings.ts';

export interface EmbeddingModelParts {
  readonly baseUrl: string;
  /** As the endpoint calls it. */
  readonly model: string;
  readonly careful: CarefulFetch;
}

export function createEmbeddingModel(parts: EmbeddingModelParts): EmbeddingModel {
  let used = 0;
  const onUsage = (reported: number | null, texts: readonly string[]) => {
    used += reported ?? estimateTokens(texts.join('\n'));
  };

  /** Once one request has failed, the others of the call are given up. */
  const ask = async <Result>(
    embed: (model: OpenAIEmbeddings) => Promise<Result>,
  ): Promise<Result> => {
    const over = new AbortController();
    const work = parts.careful.work(over.signal);
    try {
      return await embed(await openEmbeddings({ ...parts, work, onUsage }));
    } catch (error) {
      throw failureWithin(error) ?? work.failure() ?? callFailure('malformed');
    } finally {
      over.abort();
    }
  };

  return {
    name: parts.model,
    tokensUsed: () => used,
    embedQuery: (text) => ask((model) => model.embedQuery(text)),
    embedDocuments: (texts) =>
      ask(async (model) => {
        const vectors = await model.embedDocuments(texts);
        const dimension = vectors[0]?.length;
        if (vectors.some(({ length }) => length !== dimension)) throw callFailure('malformed');
        return vectors;
      }),
  };
}

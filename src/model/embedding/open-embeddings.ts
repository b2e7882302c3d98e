import type { OpenAIClient, OpenAIEmbeddings } from '@langchain/openai';
import type { Work } from '../care/careful-fetch.ts';
import { callFailure } from '../failures.ts';

/** The least that a large provider takes: ten texts in a request (DashScope's text-embedding-v4). */
const BATCH = 10;

export interface OpenEmbeddingsParts {
  readonly baseUrl: string;
  /** As the endpoint calls it. */
  readonly model: string;
  readonly work: Work;
  /** Told what each response has cost, as reported; null where nothing is, or zero. */
  onUsage(reported: number | null, texts: readonly string[]): void;
}

/** LangChain's embedding model of an endpoint, with its answers checked. */
export async function openEmbeddings(parts: OpenEmbeddingsParts): Promise<OpenAIEmbeddings> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');

  class CarefulEmbeddings extends OpenAIEmbeddings {
    override async embeddingWithRetry(request: OpenAIClient.EmbeddingCreateParams) {
      const texts = [request.input].flat().map(String);
      const response = await super.embeddingWithRetry(request);
      parts.onUsage(response.usage?.total_tokens || null, texts);
      return { ...response, data: inOrder(response.data, texts.length) };
    }
  }

  return new CarefulEmbeddings({
    model: parts.model,
    // The key is put on by the careful fetch; here one must stand all the same.
    apiKey: 'none',
    maxRetries: 0,
    batchSize: BATCH,
    stripNewLines: false,
    // Not every endpoint gives base64, which the client asks for by itself.
    encodingFormat: 'float',
    configuration: { baseURL: parts.baseUrl, fetch: parts.work.fetch, logLevel: 'off' },
  });
}

interface Embedded {
  readonly index: number;
  readonly embedding: number[];
}

/**
 * Vectors in the order of their texts.
 *
 * @throws ModelFailure `malformed` unless there is one for each text, all of one dimension
 */
function inOrder<One extends Embedded>(data: readonly One[], texts: number): One[] {
  const placed = new Map(data.map((one) => [one.index, one]));
  const ordered = Array.from({ length: texts }, (_, index) => placed.get(index));
  const dimension = ordered[0]?.embedding.length;
  const isWhole = data.length === texts && ordered.every((one) => isVector(one, dimension));
  if (!isWhole) throw callFailure('malformed');
  return ordered.filter((one) => one !== undefined);
}

function isVector(one: Embedded | undefined, dimension: number | undefined): boolean {
  return (
    Array.isArray(one?.embedding) &&
    one.embedding.length === dimension &&
    dimension > 0 &&
    one.embedding.every(Number.isFinite)
  );
}

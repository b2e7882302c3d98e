import { onTestFinished } from 'vitest';
import { type ModelConfig, parseConfig } from '../../src/config.ts';
import type { Care } from '../../src/model/care/care.ts';
import { createModelEndpoint } from '../../src/model/create-endpoint.ts';
import type {
  CallLimits,
  ChatModel,
  EmbeddingModel,
  ModelEndpoint,
} from '../../src/model/model.ts';
import { ModelFailure } from '../../src/model/model.ts';
import { openMeter } from '../../src/model/token-meter.ts';
import {
  type ModelDouble,
  type Reply,
  startModelDouble,
} from '../support/model-double/start-model-double.ts';

export interface TestEndpoint {
  readonly double: ModelDouble;
  readonly endpoint: ModelEndpoint;
  readonly chat: ChatModel;
  readonly embedding: EmbeddingModel;
  /** All that was logged, in JSON. */
  logged(): string[];
}

/** No wait of a test is longer than it must be. */
export const SWIFT: Partial<Care> = { firstWaitMs: 5, longestWaitMs: 20 };

/** The settings for a server that stands in for an endpoint. */
export function configFor(
  server: { readonly url: string; readonly key: string | null },
  env: Record<string, string | undefined> = {},
): ModelConfig {
  const config = parseConfig(
    {
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: server.key ?? undefined,
      GANXUN_CHAT_MODEL: 'double-chat',
      GANXUN_EMBEDDING_MODEL: 'double-embedding',
      ...env,
    },
    '/',
  );
  if (config.model === null) throw new Error('Expected the settings to turn a model on');
  return config.model;
}

/** An endpoint whose other end is a double, which is closed when the test is over. */
export async function testEndpoint(
  care: Partial<Care> = {},
  env: Record<string, string | undefined> = {},
): Promise<TestEndpoint> {
  const double = await startModelDouble();
  onTestFinished(() => double.close());
  const lines: string[] = [];
  const write = (fields: object, message: string) => lines.push(JSON.stringify([fields, message]));
  const log = { info: write, warn: write };
  const endpoint = createModelEndpoint(configFor(double, env), {
    log,
    care: { ...SWIFT, ...care },
  });
  const { chat, embedding } = endpoint;
  if (chat === null || embedding === null) throw new Error('Expected both models to be set');
  return { double, endpoint, chat, embedding, logged: () => lines };
}

export interface TestLimits extends CallLimits {
  /** Tokens spent so far. */
  spent(): number;
}

export function testLimits(budget = 24_000, signal = new AbortController().signal): TestLimits {
  const tokens = openMeter(budget);
  return { signal, tokens, spent: tokens.spent };
}

/** The kind of failure that a call ends with; `none` where it succeeds. */
export async function failureKind(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (error instanceof ModelFailure) return error.kind;
    throw error;
  }
}

/** What a stream gives, and the kind of failure that it ends with. */
export async function drain(
  stream: AsyncIterable<string>,
): Promise<{ readonly chunks: string[]; readonly text: string; readonly kind: string }> {
  const chunks: string[] = [];
  const kind = await failureKind(
    (async () => {
      for await (const chunk of stream) chunks.push(chunk);
    })(),
  );
  return { chunks, text: chunks.join(''), kind };
}

/** Replies one after another, the last one for all that follow. */
export function inTurn(...replies: [Reply, ...Reply[]]): () => Reply {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)] as Reply;
}

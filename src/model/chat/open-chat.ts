import type { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import type { MessageContent } from '@langchain/core/messages';
import type { ChatOpenAI, ChatOpenAICompletions as Completions } from '@langchain/openai';
import type { Work } from '../care/careful-fetch.ts';
import { callFailure, failureWithin } from '../failures.ts';
import type { ModelFailure } from '../model.ts';
import { estimateTokens } from '../tokens.ts';

/** Models that think before they answer, by their names: they take no temperature and need room. */
const REASONING = /^o\d|^gpt-5(?!-chat)|reason|think|(?:^|[^a-z])r1(?:$|[^a-z])|qwq/iu;

/** Tokens of an answer. Some providers refuse to be offered more than 4,095; reasoning counts too. */
const LONGEST_ANSWER = 4000;
const LONGEST_REASONED_ANSWER = 16_000;

export interface OpenChatParts {
  readonly baseUrl: string;
  /** As the endpoint calls it. */
  readonly model: string;
  readonly work: Work;
  /** Tokens that the answer may have, as far as the budget goes. */
  readonly room: number;
  readonly callbacks: BaseCallbackHandler[];
}

/** LangChain's chat model of an endpoint; whatever goes wrong in it is a ModelFailure. */
export async function openChat(parts: OpenChatParts): Promise<ChatOpenAI> {
  // Importing it takes a second: it is loaded where a model is asked at all.
  const { ChatOpenAI, ChatOpenAICompletions } = await import('@langchain/openai');
  const { model, work, baseUrl } = parts;
  const failureOf = (error: unknown): ModelFailure =>
    failureWithin(error) ?? work.failure() ?? unexplained(error);

  class CarefulCompletions extends ChatOpenAICompletions {
    override async _generate(...asked: Parameters<Completions['_generate']>) {
      try {
        const said = await super._generate(...asked);
        if (said.generations.length > 0) return said;
        throw callFailure('malformed');
      } catch (error) {
        throw failureOf(error);
      }
    }

    override async *_streamResponseChunks(
      ...asked: Parameters<Completions['_streamResponseChunks']>
    ) {
      try {
        yield* super._streamResponseChunks(...asked);
      } catch (error) {
        throw failureOf(error);
      }
    }

    override async *_streamChatModelEvents(
      ...asked: Parameters<Completions['_streamChatModelEvents']>
    ) {
      try {
        yield* super._streamChatModelEvents(...asked);
      } catch (error) {
        throw failureOf(error);
      }
    }

    /** The library's own count loads tables from the internet. */
    override async getNumTokens(content: MessageContent): Promise<number> {
      return estimateTokens(typeof content === 'string' ? content : JSON.stringify(content));
    }
  }

  const reasons = REASONING.test(model);
  const fields = {
    model,
    // The key is put on by the careful fetch; here one must stand all the same.
    apiKey: 'none',
    maxRetries: 0,
    maxTokens: Math.min(parts.room, reasons ? LONGEST_REASONED_ANSWER : LONGEST_ANSWER),
    ...(reasons ? {} : { temperature: 0 }),
    callbacks: parts.callbacks,
    configuration: { baseURL: baseUrl, fetch: work.fetch, logLevel: 'off' as const },
  };
  return new ChatOpenAI({ ...fields, completions: new CarefulCompletions(fields) });
}

/** Errors that the endpoint sends within a stream have no status; all others are of the reading. */
function unexplained(error: unknown): ModelFailure {
  const isSent = error instanceof Error && 'error' in error && 'requestID' in error;
  return callFailure(isSent ? 'server' : 'malformed');
}

import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { z } from 'zod';

/** Why the endpoint gave nothing that can be used. */
export type FailureKind =
  /** No connection, or it broke. */
  | 'unreachable'
  /** It did not begin, go on or end in time. */
  | 'timeout'
  /** 401 or 403: the key is wrong. */
  | 'unauthorized'
  /** 404: no such model or path. */
  | 'not-found'
  /** 400 and the like: it does not take the request. */
  | 'refused'
  /** 429 until patience ended. */
  | 'flood'
  /** 5xx until patience ended. */
  | 'server'
  /** What came is empty, cut off, or not of the shape that was asked for. */
  | 'malformed'
  /** It has failed just now and is left alone for a while. */
  | 'resting'
  /** Too many calls wait here already. */
  | 'busy'
  /** The tokens of this answer are used up. */
  | 'over-budget'
  /** The person left, or the service stops. */
  | 'cancelled';

/**
 * The one error that calls of an endpoint throw. Its message holds neither the key nor anything
 * that people wrote or the endpoint answered, so that it may be logged.
 */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, what: string) {
    super(`Cannot ${what}: ${kind}`);
    this.kind = kind;
  }
}

/** The output of a prompt whose answer is words and no JSON. */
export const FREE_TEXT = z.string();

/** A prompt with its inputs filled in, and what is to come back. */
export interface FilledPrompt<Shape extends z.ZodType = z.ZodType> {
  /** Name of the prompt, such as `answer`. */
  readonly task: string;
  readonly system: string;
  readonly user: string;
  /** An object, or {@link FREE_TEXT} itself. */
  readonly output: Shape;
}

/** What a call may use, and who is told what it used. */
export interface CallLimits {
  /** Aborted when the person has left, the service stops, or the answer's time is over. */
  readonly signal: AbortSignal;
  /** The tokens of one answer, shared by all its calls. */
  readonly tokens: TokenMeter;
}

/** Counts the tokens of one answer. */
export interface TokenMeter {
  /** In and out together; what is left of the answer's budget. */
  left(): number;
  /** As the endpoint reported, or as estimated where it reports nothing. */
  spend(tokens: number): void;
}

/** A chat model behind an endpoint. Every method throws {@link ModelFailure} and nothing else. */
export interface ChatModel {
  /** As the endpoint calls it. */
  readonly name: string;
  /** The text of an answer in the prompt's JSON shape, as it arrives; unchecked. */
  stream(prompt: FilledPrompt, limits: CallLimits): AsyncIterable<string>;
  /** The answer in the prompt's shape, checked; fails as `malformed` where it is not. */
  complete<Shape extends z.ZodType>(
    prompt: FilledPrompt<Shape>,
    limits: CallLimits,
  ): Promise<z.output<Shape>>;
  /** The same endpoint as LangChain knows it, for agents; spends through the meter. */
  forAgent(limits: CallLimits): Promise<BaseChatModel>;
}

/** An embedding model behind an endpoint. Methods throw {@link ModelFailure} and nothing else. */
export interface EmbeddingModel extends EmbeddingsInterface {
  /** As the endpoint calls it. */
  readonly name: string;
  /** Tokens used since the start: as reported, or as estimated where nothing is. */
  tokensUsed(): number;
}

/** An OpenAI-compatible endpoint with all the care that calls of it need. */
export interface ModelEndpoint {
  /** `host[:port]`, for people. */
  readonly host: string;
  readonly chat: ChatModel | null;
  readonly embedding: EmbeddingModel | null;
  /**
   * `resting` from several failures in a row until a call succeeds; `since` (milliseconds of the
   * epoch) tells one such time from the next. Calls are what ends it: at a rest they fail at once,
   * but for one now and then that tries, so that nobody should ask here before calling.
   */
  state(): { readonly kind: 'working' } | { readonly kind: 'resting'; readonly since: number };
  /** Ends all calls that are under way, as `cancelled`; later ones fail at once. */
  close(): void;
}

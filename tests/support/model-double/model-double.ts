import type { JsonObject } from './json.ts';

/** A piece of text as it is sent, or what happens before the next one. */
export type Piece = string | Meanwhile;

export type Meanwhile =
  | { readonly pauseMs: number }
  /** Called once all that stands before it has been written. */
  | { written(): void };

/** How a reply breaks off once its first half, or its first pieces, are on their way. */
export type Break =
  /** The body ends properly, but without its last part: no finish_reason, no [DONE]. */
  | 'truncate'
  /** Nothing more comes, and the connection stays open. */
  | 'hang'
  /** The connection is torn down. */
  | 'disconnect'
  /** The last piece comes again and again without an end. */
  | 'endless';

export interface ToolCall {
  readonly name: string;
  readonly input: JsonObject;
}

export interface Usage {
  readonly input: number;
  readonly output: number;
}

/** What the double does with a request that it does not refuse of its own accord. */
export type Reply =
  | {
      readonly kind: 'text';
      /** May be empty. In a stream each piece is a chunk; a string is one chunk for each ten characters. */
      readonly text: string | readonly Piece[];
      /** `stop` unless said otherwise; `length` for an answer that ran into its limit. */
      readonly finish?: 'stop' | 'length' | 'content_filter';
      /** Sent before the text as `reasoning_content`, the way reasoning models do. */
      readonly reasoning?: string;
      /** Null for an endpoint that reports none; a token for each character unless said otherwise. */
      readonly usage?: Usage | null;
      readonly breaks?: Break;
    }
  /** Calls of tools that the request offers. */
  | {
      readonly kind: 'tools';
      readonly calls: readonly ToolCall[];
      /** It may call tools that the request does not offer, as models do that were talked into it. */
      readonly invents?: true;
      readonly usage?: Usage | null;
    }
  | {
      readonly kind: 'vectors';
      /** A vector for each input; made of the input's characters, in 16 dimensions, unless said. */
      readonly vectors?: readonly (readonly number[])[];
      /** They come back in another order, with the right `index`. */
      readonly shuffled?: boolean;
      readonly usage?: Usage | null;
      readonly breaks?: Exclude<Break, 'endless'>;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly message?: string;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Nothing comes, and the connection stays open. */
  | { readonly kind: 'hang' }
  /** The connection is torn down before the first byte. */
  | { readonly kind: 'disconnect' }
  /** A body of any kind with status 200, such as a page of a proxy. */
  | { readonly kind: 'body'; readonly contentType: string; readonly body: string };

/** A request as it came in. */
export interface ModelRequest {
  /** Below the base, such as `chat/completions`. */
  readonly path: string;
  /** Empty for a GET. */
  readonly body: JsonObject;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Why the double refused it of its own accord; null where it was answered as scripted. */
  readonly refusal: string | null;
}

export interface ModelDoubleOptions {
  /** That requests must show; null for an endpoint that asks for none. `sk-double` unless said. */
  readonly key?: string | null;
  /** `double-chat` unless said. */
  readonly chatModel?: string;
  /** `double-embedding` unless said. */
  readonly embeddingModel?: string;
  /** `forgets` for runs so long that `requests` would fill the memory: it stays empty. */
  readonly requests?: 'keeps' | 'forgets';
}

export interface ModelDouble {
  /** Base, without a slash at its end; ends in `/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly chatModel: string;
  readonly embeddingModel: string;
  /** All that came so far, in order. */
  readonly requests: readonly ModelRequest[];
  /**
   * From now on requests of chats and embeddings are answered so. Until it is called, embeddings
   * are answered with vectors, and chats are refused.
   */
  answer(answer: (request: ModelRequest) => Reply | Promise<Reply>): void;
  /** Connections on which an answer is being waited for or is under way. */
  openConnections(): number;
  /** Ends what hangs too. */
  close(): Promise<void>;
}

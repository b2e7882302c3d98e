import { BotApiError } from './api-error.ts';

/** A result with a remark, as the server gives it for webhooks. */
export class Described {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: { readonly ok: boolean; readonly description?: string };
}

export function successAnswer(result: unknown): Answer {
  const body =
    result instanceof Described
      ? { ok: true, result: result.result, description: result.description }
      : { ok: true, result };
  return { status: 200, headers: {}, body };
}

export function failureAnswer(error: unknown): Answer {
  if (!(error instanceof BotApiError)) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return failureAnswer(
      new BotApiError(500, `Internal Server Error: the double broke: ${reason}`),
    );
  }
  const { code, message: description, parameters } = error;
  const body = { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) };
  const retryAfter = parameters?.retry_after;
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status: code, headers, body };
}

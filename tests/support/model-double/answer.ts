import { type ApiError, errorBody } from './api-error.ts';
import type { Break, Piece } from './model-double.ts';

/** A response as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly pieces: readonly Piece[];
  readonly ending: 'whole' | Break;
}

export function jsonAnswer(value: unknown, ending: Break | undefined): Answer {
  const text = JSON.stringify(value);
  const half = text.slice(0, Math.ceil(text.length / 2));
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    pieces: [ending === undefined ? text : half],
    ending: ending ?? 'whole',
  };
}

export function refusal(error: ApiError, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', ...headers },
    pieces: [errorBody(error)],
    ending: 'whole',
  };
}

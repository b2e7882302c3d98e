import type { ErrorParameters } from './api-error.ts';

export interface Refusal {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: ErrorParameters;
}

/**
 * hang: not carried out, no answer until the double closes; html: not carried out, a 502 page;
 * truncate: carried out, its JSON cut in the middle with a content-length that agrees;
 * reset-before: not carried out, the connection breaks; reset-after: carried out, the answer lost.
 */
export type TroubleKind = 'hang' | 'html' | 'truncate' | 'reset-before' | 'reset-after' | Refusal;

export interface Troubles {
  add(method: string, kind: TroubleKind, times?: number): void;
  /** The next trouble of a method, which then is used up. */
  take(method: string): TroubleKind | undefined;
}

export function createTroubles(): Troubles {
  const waiting = new Map<string, TroubleKind[]>();
  const add = (method: string, kind: TroubleKind, times = 1) => {
    const name = method.toLowerCase();
    const kinds = Array.from({ length: times }, () => kind);
    waiting.set(name, [...(waiting.get(name) ?? []), ...kinds]);
  };
  const take = (method: string) => waiting.get(method.toLowerCase())?.shift();
  return { add, take };
}

import type { SeminarOrder } from '../order.ts';

export type PieceName = keyof SeminarOrder;

/** An order on its way; null: nobody has said. */
export type OrderPieces = { readonly [Name in PieceName]: SeminarOrder[Name] | null };

export const NO_PIECES: OrderPieces = {
  topic: null,
  audience: null,
  people: null,
  minutes: null,
  method: null,
  situation: null,
};

/** How pieces are called. */
export const PIECE_NAMES: Readonly<Record<PieceName, string>> = {
  topic: '研讨主题',
  audience: '参训对象',
  people: '人数',
  minutes: '时长',
  method: '研讨方法',
  situation: '本地情况',
};

/** One piece as it was read. */
export type PieceReading<Value> =
  /** `note`: how it was understood, where that is not plain from what was written. */
  | { readonly ok: true; readonly value: Value; readonly note: string | null }
  /** `options`: values that may be meant, to be chosen by a tap. */
  | { readonly ok: false; readonly problem: string; readonly options: readonly Value[] };

export function read<Value>(value: Value, note: string | null = null): PieceReading<Value> {
  return { ok: true, value, note };
}

export function unread<Value>(
  problem: string,
  options: readonly Value[] = [],
): PieceReading<Value> {
  return { ok: false, problem, options };
}

/** Words of a text that say a number of people, a time or a method. */
export interface Mention<Value> {
  readonly start: number;
  readonly end: number;
  /** As they stand. */
  readonly words: string;
  readonly reading: PieceReading<Value>;
  /** A usual length rather than a measured one, such as 半天; gives way to an exact one near it. */
  readonly isVague: boolean;
}

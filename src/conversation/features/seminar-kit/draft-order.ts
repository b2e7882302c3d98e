import { ASKED_IN_ORDER } from '../../../seminar/reading/missing-pieces.ts';
import { NO_PIECES, type OrderPieces, type PieceName } from '../../../seminar/reading/piece.ts';
import type { DraftOrder } from '../../state.ts';

export const NEW_ORDER: DraftOrder = { ...NO_PIECES, classId: null, asked: null };

/** What has been said so far, in a line; empty where nothing has. */
export function saidSoFar(pieces: OrderPieces): string {
  const told: Readonly<Record<PieceName, string | null>> = {
    topic: pieces.topic,
    audience: pieces.audience,
    people: pieces.people === null ? null : `${pieces.people}人`,
    minutes: pieces.minutes === null ? null : `${pieces.minutes}分钟`,
    method: pieces.method,
    situation: pieces.situation === null || pieces.situation === '' ? null : '已补充本地情况',
  };
  return ASKED_IN_ORDER.flatMap((name) => told[name] ?? []).join('；');
}

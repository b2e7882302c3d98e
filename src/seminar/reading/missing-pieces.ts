import { type SeminarOrder, USUAL_ORDER } from '../order.ts';
import type { OrderPieces, PieceName } from './piece.ts';

/** In the order in which they are asked for: what the kit depends on most comes first. */
export const ASKED_IN_ORDER: readonly PieceName[] = [
  'topic',
  'audience',
  'people',
  'minutes',
  'method',
  'situation',
];

/** What nobody has said yet. */
export function missingPieces(pieces: OrderPieces): readonly PieceName[] {
  return ASKED_IN_ORDER.filter((name) => pieces[name] === null);
}

/** The order, with what is usual in the place of what nobody has said; null without a topic. */
export function withUsual(pieces: OrderPieces): SeminarOrder | null {
  const { topic } = pieces;
  if (topic === null) return null;
  return {
    topic,
    audience: pieces.audience ?? USUAL_ORDER.audience,
    people: pieces.people ?? USUAL_ORDER.people,
    minutes: pieces.minutes ?? USUAL_ORDER.minutes,
    method: pieces.method ?? USUAL_ORDER.method,
    situation: pieces.situation ?? USUAL_ORDER.situation,
  };
}

const LEFT_OPEN =
  /^(?:默认|默认值|用默认值?|按默认(?:值)?|随便|都行|都可以|不清楚|不知道|没定|未定|待定|还没定|按常规|常规|无|没有|没有补充|不用|跳过)[。！!\s]*$/u;

/** Whether an answer leaves a piece to what is usual. */
export function leavesItOpen(text: string): boolean {
  return LEFT_OPEN.test(text.trim());
}

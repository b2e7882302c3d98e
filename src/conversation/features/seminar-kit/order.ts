import { USUAL_ORDER } from '../../../seminar/order.ts';
import { leavesItOpen, missingPieces, withUsual } from '../../../seminar/reading/missing-pieces.ts';
import type { PieceName, PieceReading } from '../../../seminar/reading/piece.ts';
import { readMethod } from '../../../seminar/reading/read-method.ts';
import { readMinutes } from '../../../seminar/reading/read-minutes.ts';
import { type OrderReading, readOrder } from '../../../seminar/reading/read-order.ts';
import { readPeople } from '../../../seminar/reading/read-people.ts';
import { readAudience, readSituation, readTopic } from '../../../seminar/reading/read-words.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftOrder } from '../../state.ts';
import { askPiece } from './ask-piece.ts';
import { NEW_ORDER, saidSoFar } from './draft-order.ts';
import { makeOrdered } from './make-ordered.ts';
import { ownClasses } from './own-classes.ts';

const NOTHING_BEGUN = '没有填写中的研讨方案。发送“研讨方案”可以新做一份。';

/** 研讨方案, or an order in a line. */
export async function orderSeminar(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const begun = on.state.seminarOrder;
  if (text !== '') return takeOrder(readOrder(text), NEW_ORDER, on);
  if (begun === null || saidSoFar(begun) === '') return askPiece(NEW_ORDER, on);
  return {
    placement: 'turn',
    blocks: [
      lead('有一份研讨方案还没有填完。'),
      remark(`已填：${saidSoFar(begun)}`),
      choices(
        '研讨方案',
        ['继续填写', { kind: 'resume-order' }],
        ['重新填写', { kind: 'order-kit' }],
        ['不做了', { kind: 'drop-order' }],
      ),
    ],
  };
}

export function startOrder(on: PersonalOccasion): Promise<FeatureReply> {
  return askPiece(NEW_ORDER, on);
}

export async function resumeOrder(on: PersonalOccasion): Promise<FeatureReply> {
  const draft = on.state.seminarOrder;
  return draft === null ? say(NOTHING_BEGUN) : goOn(draft, on);
}

export function dropOrder(on: PersonalOccasion): FeatureReply {
  return {
    ...say('好的，没有做研讨方案。需要时发送“研讨方案”。'),
    state: { ...on.state, seminarOrder: null },
  };
}

/** The next text, where a piece was asked for. */
export async function takePiece(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const draft = on.state.seminarOrder;
  if (draft === null) return say(NOTHING_BEGUN);
  return answer(draft.asked ?? 'topic', text, draft, on);
}

/** A tap on an answer; the piece that it answers may have been answered since. */
export async function answerPiece(
  { piece, value }: DeedOf<'answer-piece'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const begun = on.state.seminarOrder;
  if (piece !== 'topic') {
    return begun === null ? say(NOTHING_BEGUN) : answer(piece, value, begun, on);
  }
  const draft = begun ?? NEW_ORDER;
  // A heading, or a question that was meant as one, is a topic as a whole.
  const reading = readTopic(value);
  return reading.ok
    ? goOn({ ...draft, topic: reading.value }, on)
    : askPiece(draft, on, { problems: [{ piece, ...reading }] });
}

/** The order is for a class of one's own, which is its audience too. */
export async function orderForClass(
  { classId }: DeedOf<'order-for-class'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const draft = on.state.seminarOrder;
  const found = await on.people.class(classId);
  if (draft === null) return say(NOTHING_BEGUN);
  if (found === null) return askPiece(draft, on, { notes: ['这个班次已经不在了。'] });
  return goOn({ ...draft, audience: found.name, classId }, on);
}

/** What nobody has said is as it usually is. */
export async function useUsual(on: PersonalOccasion): Promise<FeatureReply> {
  const draft = on.state.seminarOrder;
  if (draft === null) return say(NOTHING_BEGUN);
  const order = withUsual(draft);
  return order === null ? askPiece(draft, on) : makeOrdered(order, draft.classId, on);
}

async function answer(
  piece: PieceName,
  text: string,
  draft: DraftOrder,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (piece !== 'topic' && leavesItOpen(text)) {
    return goOn({ ...draft, [piece]: USUAL_ORDER[piece] }, on);
  }
  const whole = readOrder(text);
  if (piece === 'topic') return takeOrder(whole, draft, on);
  const reading = readPiece(piece, text, whole);
  const others = piece === 'situation' ? {} : besides(piece, whole);
  if (!reading.ok) {
    const { problem, options } = reading;
    return askPiece({ ...draft, ...others }, on, { problems: [{ piece, problem, options }] });
  }
  const notes = reading.note === null ? [] : [reading.note];
  return goOn({ ...draft, ...others, [piece]: reading.value }, on, notes);
}

function readPiece(
  piece: Exclude<PieceName, 'topic'>,
  text: string,
  whole: OrderReading,
): PieceReading<string | number> {
  switch (piece) {
    case 'audience': {
      // 各县组织部，40人 answers more than it was asked.
      const named = whole.pieces.audience ?? whole.pieces.topic;
      const isMore = named !== null && Object.keys(besides(piece, whole)).length > 0;
      return readAudience(isMore ? named : text);
    }
    case 'people':
      return readPeople(text);
    case 'minutes':
      return readMinutes(text);
    case 'method':
      return readMethod(text);
    case 'situation':
      return readSituation(text);
    default:
      return piece satisfies never;
  }
}

/** Numbers and the method that were said along with another piece. */
function besides(asked: PieceName, { pieces }: OrderReading): Partial<DraftOrder> {
  const { people, minutes, method } = pieces;
  const found = Object.entries({ people, minutes, method });
  return Object.fromEntries(found.filter(([name, value]) => name !== asked && value !== null));
}

async function takeOrder(
  { pieces, problems, notes }: OrderReading,
  draft: DraftOrder,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const said = Object.fromEntries(Object.entries(pieces).filter(([, value]) => value !== null));
  const next = await withClass({ ...draft, ...said }, on);
  const isSilent = Object.keys(said).length === 0 && problems.length === 0;
  if (isSilent) return askPiece(next, on, { notes: ['没有看出研讨主题。'] });
  return problems.length > 0 ? askPiece(next, on, { problems, notes }) : goOn(next, on, notes);
}

/** An audience that is called as a class of one's own is that class. */
async function withClass(draft: DraftOrder, on: PersonalOccasion): Promise<DraftOrder> {
  if (draft.classId !== null || draft.audience === null) return draft;
  const found = (await ownClasses(on)).find(({ name }) => name === draft.audience);
  return found === undefined ? draft : { ...draft, classId: found.id };
}

async function goOn(
  draft: DraftOrder,
  on: PersonalOccasion,
  notes: readonly string[] = [],
): Promise<FeatureReply> {
  if (missingPieces(draft).length > 0) return askPiece(draft, on, { notes });
  return useUsual({ ...on, state: { ...on.state, seminarOrder: await withClass(draft, on) } });
}

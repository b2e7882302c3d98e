import { pointsOf } from '../../../seminar/session/read-contribution.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { choices, lead, plain } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { route } from '../../router.ts';
import { OUT_OF_SEMINAR } from '../../state.ts';
import { asParticipant, inSession } from './access.ts';
import { ballotText } from './ballot.ts';
import { contributing, notNow } from './contribute.ts';
import { seatBlocks } from './seat.ts';
import { nameOf } from './words.ts';

/** What someone says who takes part: a contribution, a ballot, or neither. */
export async function sessionSays(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const seat = on.state.seminar;
  const session = seat === null ? null : await on.seminars.session(seat.session);
  if (seat === null || session === null || session.closedAt !== null) return over(text, on);
  const speaking = () =>
    session.round === seat.round
      ? speakingNow(text, session, on)
      : inAnotherRound(text, session, on);
  return asParticipant(session.id, on, speaking, '这句话没有记入。');
}

/** What is no order to anything else than the session, as words go. */
const NO_ORDER: ReadonlySet<string> = new Set([...['ask', 'six-digits', 'show-source', 'seminar']]);

/** While nothing is collected, what plainly asks for something else is done; null for all else. */
function otherOrder(text: string, on: PersonalOccasion): Promise<FeatureReply> | null {
  const order = route(text, { expecting: 'question' });
  if (order.kind === 'unknown-command' || NO_ORDER.has(order.kind)) return null;
  return on.perform({ kind: 'intent', intent: order.kind, text: order.text }, on);
}

function speakingNow(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  switch (session.phase) {
    case 'collect':
      return contributing(text, session, on);
    case 'vote':
      return otherOrder(text, on) ?? ballotText(text, session, on);
    case 'merge':
    case 'result':
      return otherOrder(text, on) ?? notNow(session, on);
    default:
      return session.phase satisfies never;
  }
}

/** What was said to a seminar is no question: it goes nowhere unless its writer says so. */
function over(text: string, on: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: { ...on.state, ...OUT_OF_SEMINAR },
    blocks: [
      lead('这场研讨已经结束，这句话没有记入研讨。'),
      plain('要当作提问的，请点“作为提问”。以后发来的话都按提问答复。'),
      choices('这句话', ['作为提问', { kind: 'ask', question: text }]),
    ],
  };
}

/** Nobody's words stand under a round that they have not seen. */
async function inAnotherRound(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id, round, phase } = session;
  const name = nameOf(round);
  const putIn: (readonly [string, Deed])[] =
    phase === 'collect'
      ? [[`记入${name}`, { kind: 'put-in', session: id, round, texts: [oneLine(text)] }]]
      : [];
  return inSession(session, on, {
    blocks: [
      lead(`研讨已经进入${name}这一轮，这句话还没有记入。`),
      ...(putIn.length === 0 ? [] : [choices('这句话', ...putIn)]),
      ...(await seatBlocks(session, on)),
    ],
  });
}

function oneLine(text: string): string {
  const points = pointsOf(text);
  return points.join('；');
}

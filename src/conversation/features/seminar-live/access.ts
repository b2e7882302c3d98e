import { can } from '../../../people/abilities.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { type DialogueState, OUT_OF_SEMINAR } from '../../state.ts';
import { SESSION_GONE } from './words.ts';

const STEERED_BY_ANOTHER = '这场研讨由他人主持，只有主持的教师可以操作。';
const IS_OVER = '这场研讨已经结束，不能再变动；记录表仍可查看和补充。';

/** Does something with a session that the person steers; else says why not. */
export async function asOwner(
  id: string,
  on: PersonalOccasion,
  act: (session: SeminarSession) => FeatureReply | Promise<FeatureReply>,
): Promise<FeatureReply> {
  const session = await on.seminars.session(id);
  if (session === null) return say(SESSION_GONE);
  return session.owner === on.person.id ? act(session) : say(STEERED_BY_ANOTHER);
}

/** The same, while the session is open. */
export async function asOwnerOfOpen(
  id: string,
  on: PersonalOccasion,
  act: (session: SeminarSession) => FeatureReply | Promise<FeatureReply>,
): Promise<FeatureReply> {
  return asOwner(id, on, (session) => (session.closedAt === null ? act(session) : say(IS_OVER)));
}

/** An administrator may end what nobody ends. */
export function mayClose({ owner }: SeminarSession, { person }: PersonalOccasion): boolean {
  return owner === person.id || can(person.role, 'administer');
}

const OVER = '这场研讨已经结束，参加和发言的对应关系已经清除。结果请看教师公布的记录表。';

/**
 * Does something in an open session that the person takes part in; else says why not.
 *
 * @param lost what has become of what they said
 */
export async function asParticipant(
  id: string,
  on: PersonalOccasion,
  act: (session: SeminarSession) => FeatureReply | Promise<FeatureReply>,
  lost = '',
): Promise<FeatureReply> {
  const session = await on.seminars.session(id);
  const outside = (why: string) => ({
    ...say(`${lost}${why}`),
    state: { ...on.state, ...OUT_OF_SEMINAR },
  });
  if (session === null) return outside(SESSION_GONE);
  if (session.closedAt !== null) return outside(OVER);
  if (await on.seminars.takesPart(id, on.person.id)) return act(session);
  return outside(`您不在这场研讨中。要参加的，请发送“研讨 ${session.code}”。`);
}

/** What a participant sees: it is wiped with the session, and texts that follow belong to it. */
export function inSession(
  session: SeminarSession,
  on: PersonalOccasion,
  reply: Pick<FeatureReply, 'blocks' | 'changes'>,
): FeatureReply {
  const state = stateIn(session, 'participant', on);
  return { placement: 'turn', session: session.id, state, ...reply };
}

/** What the owner sees: orders by text that follow concern this session. */
export function steering(
  session: SeminarSession,
  on: PersonalOccasion,
  reply: Pick<FeatureReply, 'blocks' | 'changes'>,
): FeatureReply {
  return { placement: 'turn', state: stateIn(session, 'owner', on), ...reply };
}

/** Another seminar than the one before is come into with nothing of what was asked there. */
function stateIn(
  { id, round }: SeminarSession,
  part: 'participant' | 'owner',
  { state }: PersonalOccasion,
): DialogueState {
  const before = state.seminar;
  const isLeft = before?.part === 'participant' && before.session !== id;
  const left = isLeft ? OUT_OF_SEMINAR : {};
  return { ...state, ...left, seminar: { session: id, part, round } };
}

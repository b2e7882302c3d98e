import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import {
  PHASES,
  type Phase,
  ROUNDS,
  type Round,
  type SeminarSession,
} from '../../seminar/session/session.ts';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { lockOpenSession } from './lock-session.ts';

const CODE_IN_USE = '研讨码刚被别的研讨用上，没有开始。请再点一次。';

export async function openSession(
  all: Transaction<Tables>,
  session: SeminarSession,
): Promise<void> {
  const { id, code, owner, topic, focus, round, phase, step } = session;
  const opened = await all
    .insertInto('seminar_session')
    .values({
      ...{ id, code, owner, topic, focus, round, phase, step, people: null },
      ...{ kit: session.kitId, class: session.classId, team: session.group },
      timer: timerText(session.timer),
      ...{ opened_at: session.openedAt, closed_at: session.closedAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (opened === undefined) throw new UserFacingError(CODE_IN_USE);
  const rows = ROUNDS.map((one) => ({ session: id, round: one, given: 0, ballots: 0 }));
  await all.insertInto('seminar_round').values(rows).execute();
}

const MOVED_MEANWHILE = '研讨已经进入别的阶段，这次没有变动。请刷新后查看进行到哪一步。';
const HAS_VOTES = '已经有人投票，不能退回上一步。请先完成本轮投票。';
const SKIPS_CONTRIBUTIONS = '本轮已经收到意见，不能跳过。请结束收集，开始归并。';
const HAS_CONTRIBUTIONS = '本轮已经收到意见，不能退回上一轮。';
const IS_PUBLISHED = '结果已经公布，不能退回投票。';

/** Moves back only as far as nothing is undone that people did. */
export async function moveSession(
  all: Transaction<Tables>,
  change: SeminarChangeOf<'move-session'>,
): Promise<void> {
  const { session, from, round, phase, focus } = change;
  const now = await lockOpenSession(all, session);
  if (now.step !== from) throw new UserFacingError(MOVED_MEANWHILE);
  const isBack = placeOf(round, phase) < placeOf(now.round as Round, now.phase as Phase);
  if (isBack) await checkNothingIsUndone(all, now, round);
  else if (now.phase === 'collect' && round !== now.round) await checkNothingIsSkipped(all, now);
  await all
    .updateTable('seminar_session')
    .set({ round, phase, focus, step: from + 1 })
    .where('id', '=', session)
    .execute();
}

function placeOf(round: Round, phase: Phase): number {
  return ROUNDS.indexOf(round) * PHASES.length + PHASES.indexOf(phase);
}

async function checkNothingIsUndone(
  all: Transaction<Tables>,
  now: Tables['seminar_session'],
  round: Round,
): Promise<void> {
  if (now.phase === 'result') throw new UserFacingError(IS_PUBLISHED);
  const { ballots } = await all
    .selectFrom('seminar_round')
    .where('session', '=', now.id)
    .where('round', '=', now.round)
    .select('ballots')
    .executeTakeFirstOrThrow();
  if (ballots > 0) throw new UserFacingError(HAS_VOTES);
  if (round !== now.round && (await hasContributions(all, now))) {
    throw new UserFacingError(HAS_CONTRIBUTIONS);
  }
}

async function checkNothingIsSkipped(
  all: Transaction<Tables>,
  now: Tables['seminar_session'],
): Promise<void> {
  if (await hasContributions(all, now)) throw new UserFacingError(SKIPS_CONTRIBUTIONS);
}

/** In the round at hand; what was withdrawn is none. */
async function hasContributions(
  all: Transaction<Tables>,
  { id, round }: Tables['seminar_session'],
): Promise<boolean> {
  const one = await all
    .selectFrom('seminar_contribution')
    .where('session', '=', id)
    .where('round', '=', round)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

export async function setTimer(
  all: Transaction<Tables>,
  { session, timer }: SeminarChangeOf<'set-timer'>,
): Promise<void> {
  await lockOpenSession(all, session);
  await all
    .updateTable('seminar_session')
    .set({ timer: timerText(timer) })
    .where('id', '=', session)
    .execute();
}

function timerText(timer: SeminarSession['timer']): string | null {
  return timer === null ? null : JSON.stringify(timer);
}

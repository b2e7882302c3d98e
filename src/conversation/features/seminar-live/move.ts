import {
  nextPhase,
  nextRound,
  type Position,
  phaseBefore,
} from '../../../seminar/session/next-phase.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { lead } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { asOwnerOfOpen } from './access.ts';
import { panel } from './panel.ts';
import { nameOf } from './words.ts';

const MOVED_ALREADY = '研讨已经进入这一步，刚才的按钮没有再起作用。';
const CANNOT_SKIP = '本轮已经收到意见，不能跳过。请结束收集，开始归并。';
const CANNOT_GO_BACK = '已经有人投票或者提了意见，或者结果已经公布，不能退回上一步。';

/** Leads a session on, or back where nothing is undone by it. */
export async function moveSession(
  { session: id, from, to }: DeedOf<'move-session'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asOwnerOfOpen(id, on, async (session) => {
    if (session.step !== from) return panel(session, on, [lead(MOVED_ALREADY)]);
    const { round } = session;
    const contributions = (await on.seminars.contributions(id, round)).length;
    if (to === 'back') {
      const ballots = await on.seminars.ballots(id, round);
      const before = phaseBefore(session, { contributions, ballots });
      if (before === null) return panel(session, on, [lead(CANNOT_GO_BACK)]);
      return moved(session, before, on);
    }
    if (to === 'next' && session.phase === 'collect' && contributions === 0) {
      const told = `还没有收到${nameOf(round)}，不能开始归并。请提醒学员发送，或者跳过这一轮。`;
      return panel(session, on, [lead(told)]);
    }
    if (to === 'skip' && contributions > 0) return panel(session, on, [lead(CANNOT_SKIP)]);
    const next = to === 'skip' ? nextRound(round) : nextPhase(session);
    return next === null ? panel(session, on) : moved(session, next, on);
  });
}

async function moved(
  session: SeminarSession,
  to: Position,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return toPlace({ ...session, ...to, timer: null }, on);
}

/** The panel of a session at its new place, with the change that leads there. */
export async function toPlace(
  { step: from, ...place }: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id: session, round, phase, focus, timer } = place;
  const moving: Change = {
    of: 'seminar',
    change: { kind: 'move-session', session, from, round, phase, focus },
  };
  const stopping: Change = { of: 'seminar', change: { kind: 'set-timer', session, timer } };
  const reply = await panel({ ...place, step: from + 1 }, on);
  return { ...reply, changes: [moving, stopping] };
}

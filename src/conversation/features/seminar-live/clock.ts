import type { SessionTimer } from '../../../seminar/session/session.ts';
import {
  addToTimer,
  LONGEST_MINUTES,
  pauseTimer,
  resumeTimer,
  startTimer,
} from '../../../seminar/session/timer.ts';
import { lead } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { asOwnerOfOpen } from './access.ts';
import { panel } from './panel.ts';

/** A timer that the trainer controls; it is looked at, and interrupts nobody. */
export async function setTimer(
  { session: id, act, minutes }: Omit<DeedOf<'set-timer'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asOwnerOfOpen(id, on, async (session) => {
    if (act === 'start' && (minutes < 1 || minutes > LONGEST_MINUTES)) {
      return panel(session, on, [lead(`计时请在 1 到 ${LONGEST_MINUTES} 分钟之间。`)]);
    }
    const timer = timerAfter(session.timer, act, minutes, on.now);
    const reply = await panel({ ...session, timer }, on);
    const change = { kind: 'set-timer', session: id, timer } as const;
    return { ...reply, changes: [{ of: 'seminar', change }] };
  });
}

function timerAfter(
  timer: SessionTimer | null,
  act: DeedOf<'set-timer'>['act'],
  minutes: number,
  now: Date,
): SessionTimer | null {
  if (act === 'stop') return null;
  if (act === 'start') return startTimer(minutes, now);
  if (timer === null) return act === 'add' ? startTimer(minutes, now) : null;
  if (act === 'pause') return pauseTimer(timer, now);
  return act === 'resume' ? resumeTimer(timer, now) : addToTimer(timer, minutes, now);
}

import type { Bell } from '../../delivery/post/bell.ts';
import { messageOf } from '../../errors.ts';
import {
  keepLease,
  type LeaseKeeper,
  type LeaseStore,
  type LeaseTimes,
  pause,
} from '../../lease.ts';
import { forgetOld } from './forget-old.ts';
import { holdBack } from './hold-back.ts';
import type { PlanningParts } from './parts.ts';
import { planDue } from './plan-due.ts';
import { planOwn } from './plan-own.ts';
import { releaseDue } from './release-due.ts';

export interface ServeRemindersParts extends PlanningParts {
  readonly leases: LeaseStore;
  readonly holder: string;
  readonly leaseTimes?: LeaseTimes;
  readonly bell: Bell;
  readonly log: ReminderLog;
  /** Milliseconds between two looks at what is due. */
  readonly tickMs?: number;
}

export interface ReminderLog {
  warn(fields: object, message: string): void;
}

const TICK_MS = 2000;

/**
 * Turns what is due into messages, as long as no other process with the same records does. What goes
 * wrong is logged, once as long as it is the same, and tried again with the next look; it keeps nothing
 * else back.
 */
export function serveReminders(parts: ServeRemindersParts): LeaseKeeper {
  const { leases, holder, leaseTimes, log, bell, clock, tickMs = TICK_MS } = parts;
  const trouble = (error: unknown) =>
    log.warn({ reason: messageOf(error) }, 'Reminders cannot be planned now');
  const forget = forgetOld(parts);
  return keepLease({
    ...{ store: leases, name: 'reminders', holder, clock },
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: async ({ signal }) => {
      const steps = [
        // First, before anything is dated by a clock that may be wrong.
        forget,
        () => planDue(parts),
        () => planOwn(parts),
        () => holdBack(parts),
        async () => {
          if (await releaseDue(parts, signal)) bell.ring();
        },
      ].map((step) => tolerant(step, trouble));
      while (!signal.aborted) {
        for (const step of steps) await step();
        await pause(tickMs, signal);
      }
    },
    onWaiting: () => {},
    onTrouble: trouble,
  });
}

/** A step whose failure is told, and told again once it is another one or has been over. */
function tolerant(
  step: () => Promise<void>,
  trouble: (error: unknown) => void,
): () => Promise<void> {
  let told: string | null = null;
  return async () => {
    try {
      await step();
      told = null;
    } catch (error) {
      const reason = messageOf(error);
      if (told !== reason) trouble(error);
      told = reason;
    }
  };
}

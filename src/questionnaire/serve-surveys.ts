import type { Clock } from '../clock.ts';
import { messageOf } from '../errors.ts';
import { keepLease, type LeaseKeeper, type LeaseStore, type LeaseTimes, pause } from '../lease.ts';
import type { QuestionnaireStore } from './store.ts';

export interface ServeSurveysParts {
  readonly questionnaires: Pick<QuestionnaireStore, 'dueToClose' | 'change'>;
  readonly leases: LeaseStore;
  readonly holder: string;
  readonly leaseTimes?: LeaseTimes;
  readonly clock: Clock;
  readonly log: SurveyLog;
  /** Milliseconds between two looks at what is due. */
  readonly tickMs?: number;
}

export interface SurveyLog {
  warn(fields: object, message: string): void;
}

const TICK_MS = 30_000;

/**
 * Closes surveys whose end has come, as long as no other process with the same records does. What goes
 * wrong is logged, once as long as it is the same, and tried again with the next look.
 */
export function serveSurveys(parts: ServeSurveysParts): LeaseKeeper {
  const { questionnaires, leases, holder, leaseTimes, clock, log, tickMs = TICK_MS } = parts;
  let told = '';
  const trouble = (error: unknown) => {
    const reason = messageOf(error);
    if (reason !== told) log.warn({ reason }, 'Surveys cannot be closed now');
    told = reason;
  };
  return keepLease({
    ...{ store: leases, name: 'surveys', holder, clock },
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: async ({ signal }) => {
      while (!signal.aborted) {
        const isDone = await closeDue({ questionnaires, clock }, signal, trouble);
        if (isDone) told = '';
        await pause(tickMs, signal);
      }
    },
    onWaiting: () => {},
    onTrouble: trouble,
  });
}

/** One that cannot be closed keeps no other back. */
async function closeDue(
  { questionnaires, clock }: Pick<ServeSurveysParts, 'questionnaires' | 'clock'>,
  signal: AbortSignal,
  trouble: (error: unknown) => void,
): Promise<boolean> {
  const due = await questionnaires.dueToClose(clock.now()).catch((error: unknown) => {
    trouble(error);
    return null;
  });
  let isDone = due !== null;
  for (const survey of due ?? []) {
    if (signal.aborted) break;
    const at = clock.now().toISOString();
    await questionnaires.change([{ kind: 'close-survey', survey, at }]).catch((error: unknown) => {
      isDone = false;
      trouble(error);
    });
  }
  return isDone;
}

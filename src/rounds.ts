import { type Clock, dateIn } from './clock.ts';
import { messageOf } from './errors.ts';
import { keepLease, type LeaseKeeper, type LeaseStore, type LeaseTimes, pause } from './lease.ts';

/** What every work of the service that goes round by round is given. */
export interface RoundsParts {
  readonly leases: LeaseStore;
  readonly holder: string;
  readonly leaseTimes?: LeaseTimes;
  readonly clock: Clock;
  readonly log: RoundsLog;
  /** Milliseconds between two rounds; as the work has it where it is left out. */
  readonly tickMs?: number;
}

export interface RoundsLog {
  warn(fields: object, message: string): void;
}

/** A work that one process at a time does for all with the same records. */
export interface Rounds {
  /** Names the lease. */
  readonly name: string;
  readonly tickMs: number;
  /** What the log says where a round fails. */
  readonly trouble: string;
  /** In their order; one that fails keeps none of the others back. */
  readonly works: readonly ((
    signal: AbortSignal,
    onTrouble: (error: unknown) => void,
  ) => Promise<void>)[];
}

/**
 * Goes round as long as no other process does. What goes wrong is logged, once as long as it is the same,
 * and tried again with the next round.
 */
export function serveRounds(
  { name, tickMs, trouble, works }: Rounds,
  { leases, holder, leaseTimes, clock, log, tickMs: asked }: RoundsParts,
): LeaseKeeper {
  let told = '';
  const onTrouble = (error: unknown) => {
    const reason = messageOf(error);
    if (reason !== told) log.warn({ reason }, trouble);
    told = reason;
  };
  const round = async (signal: AbortSignal): Promise<void> => {
    let isDone = true;
    const failed = (error: unknown) => {
      isDone = false;
      onTrouble(error);
    };
    for (const work of works) await work(signal, failed).catch(failed);
    if (isDone) told = '';
  };
  return keepLease({
    ...{ store: leases, name, holder, clock },
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: async ({ signal }) => {
      while (!signal.aborted) {
        await round(signal);
        await pause(asked ?? tickMs, signal);
      }
    },
    onWaiting: () => {},
    onTrouble,
  });
}

/** Does something when it is first asked on a day, and again where that failed. */
export function onceADay(
  work: (now: Date) => Promise<unknown>,
  { clock, zone }: { readonly clock: Clock; readonly zone: string },
): () => Promise<void> {
  let day: string | null = null;
  return async () => {
    const now = clock.now();
    const today = dateIn(zone, now);
    if (today === day) return;
    await work(now);
    day = today;
  };
}

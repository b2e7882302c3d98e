import type { Clock } from './clock.ts';

/** Where processes that share their records agree on which of them does a work. */
export interface LeaseStore {
  /**
   * Takes or renews a lease that is free, expired or already the holder's.
   *
   * @param name of the work
   * @returns whether the holder has it now
   */
  take(name: string, holder: string, now: Date, until: Date): Promise<boolean>;
  /** Frees it, where it is the holder's. */
  release(name: string, holder: string): Promise<void>;
}

export interface LeaseTimes {
  /** Milliseconds that a lease lives without being renewed. */
  readonly lifeMs: number;
  /** Milliseconds between two renewals, and between two tries of those who wait. */
  readonly renewMs: number;
}

export const LEASE_TIMES: LeaseTimes = { lifeMs: 6000, renewMs: 1500 };

/** A lease while it is held. */
export interface Held {
  /** Aborted when the lease is lost or given up. */
  readonly signal: AbortSignal;
  /**
   * Makes sure that it still holds at this moment, by the clock: a process that was suspended
   * learns it here before any timer of its own has run.
   *
   * @throws LeaseLost where another process may have it
   */
  check(): void;
}

/** Another process may be doing the work now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface LeaseKeeper {
  /** Stops waiting or holding; settles when the work has ended and the lease is free. */
  close(): Promise<void>;
}

export interface KeepLeaseParts {
  readonly store: LeaseStore;
  readonly name: string;
  readonly holder: string;
  readonly clock: Clock;
  readonly times?: LeaseTimes;
  /** The work; it must end soon after its signal is aborted, and is begun anew if it ends before. */
  work(held: Held): Promise<void>;
  /** Told once each time that another process turns out to have it. */
  onWaiting(): void;
  /** Told when the records do not answer or the work throws, once until something else happens. */
  onTrouble(error: unknown): void;
}

/** Does a work whenever this process has its lease, and waits for it while another one does. */
export function keepLease(parts: KeepLeaseParts): LeaseKeeper {
  const { store, name, holder, clock, work, onWaiting, onTrouble, times = LEASE_TIMES } = parts;
  const stopping = new AbortController();
  let expires = 0;

  /** Until when it is taken; null where another has it. */
  const take = async (): Promise<number | null> => {
    const now = clock.now();
    const until = new Date(now.getTime() + times.lifeMs);
    return (await store.take(name, holder, now, until)) ? until.getTime() : null;
  };
  const isHeld = () => clock.now().getTime() < expires;
  const check = () => {
    if (isHeld()) return;
    // Whoever is told so leaves what it does to the next work, which must come even where the clock
    // is set back.
    expires = 0;
    throw new LeaseLost(`The lease "${name}" is not held`);
  };

  /** Until another one has taken it, or it could not be renewed in time. */
  const renew = async (until: AbortSignal): Promise<void> => {
    while (!until.aborted && isHeld()) {
      await pause(times.renewMs, until);
      if (until.aborted || !isHeld()) return;
      // Records that never answer are no reason to go on for ever.
      const enough = new AbortController();
      const either = AbortSignal.any([until, enough.signal]);
      const patience = pause(expires - clock.now().getTime(), either).then(() => expires);
      const renewed = await Promise.race([take().catch(() => expires), patience]);
      enough.abort();
      // Given too late it is lost: another may have had it, and work was left since it had lapsed.
      expires = isHeld() ? (renewed ?? 0) : 0;
    }
  };

  const workOnce = async (): Promise<void> => {
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, stopping.signal]);
    // Renewed until the work has ended, however long it takes to stop.
    const renewed = renew(ending.signal).then(() => ending.abort());
    try {
      await work({ signal, check });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    } finally {
      ending.abort();
      await renewed;
      expires = 0;
      await store.release(name, holder).catch(() => {});
    }
  };

  const run = async (): Promise<void> => {
    let told = '';
    const tell = (what: string, how: () => void) => {
      if (told !== what) how();
      told = what;
    };
    while (!stopping.signal.aborted) {
      const begun = clock.now().getTime();
      try {
        const taken = await take();
        if (taken === null) {
          tell('waiting', onWaiting);
        } else {
          expires = taken;
          await workOnce();
          told = '';
        }
      } catch (error) {
        if (clock.now().getTime() - begun > times.lifeMs) told = '';
        tell(`trouble ${error}`, () => onTrouble(error));
      }
      await pause(times.renewMs, stopping.signal);
    }
  };

  const running = run();
  return {
    close: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Ends early when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

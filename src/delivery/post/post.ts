import { messageOf, UserFacingError } from '../../errors.ts';
import { LeaseLost } from '../../lease.ts';
import type { Outgoing } from '../outbox.ts';
import { createCandidates } from './candidates.ts';
import type { Attempt, PostLog, PostParts } from './post-parts.ts';
import { createSettling } from './settling.ts';

/** Messages that are written down as on their way at a time: a kill leaves no more in doubt. */
const MOST_IN_FLIGHT = 8;
/** Written down before their turn has come, so that nothing waits for the records. */
const AHEAD = 4;
const FEW = 1;

/**
 * Sends what is ready until its signal is aborted; what is on its way then is waited for.
 *
 * @throws LeaseLost where another process may speak now
 */
export async function runPost(parts: PostParts): Promise<void> {
  const { outbox, holder, clock, pace, signal, cutOff, check, wait, log, lookMs, retryMs } = parts;
  const candidates = createCandidates(parts);
  /** Chats by the messages that are on their way, from before the first record of it to the last. */
  const inFlight = new Map<string, string>();
  /** Of these, those whose turn has not come. */
  let begun: Outgoing[] = [];
  let isIdle = true;
  let news = new AbortController();
  const wake = () => news.abort();
  const settling = createSettling(parts, (ids) => {
    for (const id of ids) inFlight.delete(id);
    wake();
  });

  /** @returns whether there may be more to begin, although none of those looked at could be */
  const begin = async (): Promise<boolean> => {
    if (begun.length > FEW) return false;
    const room = Math.min(AHEAD - begun.length, MOST_IN_FLIGHT - inFlight.size);
    if (room <= 0) {
      settling.flush();
      return false;
    }
    const chats = new Set(inFlight.values());
    const chosen = await candidates.take(room, ({ id, key }) => {
      return !inFlight.has(id) && !chats.has(key) && pace.chatDelay(key) === 0;
    });
    if (chosen.length === 0) return false;
    check();
    for (const { id, key } of chosen) inFlight.set(id, key);
    const ids = chosen.map(({ id }) => id);
    let allowed: ReadonlySet<string>;
    try {
      allowed = await outbox.begin(ids, holder, clock.now());
    } catch (error) {
      // Whether it was written is unknown, unlike that nothing was sent.
      for (const id of ids) settling.add(id, { kind: 'again' });
      throw error;
    }
    for (const id of ids) if (!allowed.has(id)) inFlight.delete(id);
    begun.push(...chosen.filter(({ id }) => allowed.has(id)));
    return begun.length === 0;
  };

  /** What only waits is not on its way: a kill now would leave it in doubt for nothing. */
  const putBack = (mustWait: (message: Outgoing) => boolean): void => {
    const waiting = begun.filter(mustWait);
    begun = begun.filter((one) => !waiting.includes(one));
    for (const { id } of waiting) settling.add(id, { kind: 'again' });
  };

  const send = async (message: Outgoing): Promise<void> => {
    const { outcome, holdMs } = await attempt(message, parts);
    if (holdMs > 0) pace.hold(holdMs);
    settling.add(message.id, outcome);
    wake();
  };

  /** @returns milliseconds until there is something to do */
  const step = async (): Promise<number> => {
    const heldMs = pace.held();
    if (heldMs > 0) {
      putBack(() => true);
      return heldMs;
    }
    // A reply may just have gone there.
    putBack(({ key }) => pace.chatDelay(key) > 0);
    const isWorthAnotherLook = await begin();
    if (isWorthAnotherLook || signal.aborted) return 0;
    const [next] = begun;
    if (next === undefined) {
      isIdle = inFlight.size === 0;
      return lookMs;
    }
    const delayMs = pace.delay(next.key);
    if (delayMs > 0) return delayMs;
    check();
    begun = begun.slice(1);
    pace.start(next.key);
    void send(next);
    return 0;
  };

  const silence = parts.bell?.listen(() => {
    candidates.lookSoon();
    wake();
  });
  signal.addEventListener('abort', wake);
  cutOff.addEventListener('abort', wake);
  try {
    while (!signal.aborted) {
      news = new AbortController();
      if (isIdle) pace.rest();
      isIdle = false;
      const waitMs = await step().catch((error: unknown) => toleranceFor(error, log, retryMs));
      if (waitMs > 0 && !signal.aborted) await wait(waitMs, news.signal);
    }
  } finally {
    putBack(() => true);
    while (inFlight.size > 0 && !cutOff.aborted) {
      settling.flush();
      news = new AbortController();
      await wait(lookMs, news.signal);
    }
    silence?.();
    signal.removeEventListener('abort', wake);
    cutOff.removeEventListener('abort', wake);
  }
}

async function attempt(message: Outgoing, { send, log }: PostParts): Promise<Attempt> {
  try {
    return await send(message);
  } catch (error) {
    if (error instanceof LeaseLost) return { outcome: { kind: 'again' }, holdMs: 0 };
    log.error({ reason: messageOf(error) }, 'A message could not be sent');
    return { outcome: { kind: 'uncertain' }, holdMs: 0 };
  }
}

/** Milliseconds after which what failed is tried again. */
function toleranceFor(error: unknown, log: PostLog, retryMs: number): number {
  if (error instanceof LeaseLost) throw error;
  const reason = messageOf(error);
  if (error instanceof UserFacingError) log.warn({ reason }, 'Messages wait for the records');
  else log.error({ reason }, 'Messages cannot be taken from the records');
  return retryMs;
}

/** How fast messages may go, all together and to each chat. Times are monotonic milliseconds. */
export interface Pace {
  /** Milliseconds until a message to a chat may start; zero where it may now. */
  delay(key: string): number;
  /** Milliseconds until a chat that just had a message may get another, whatever else goes on. */
  chatDelay(key: string): number;
  /** Milliseconds that nothing is to start for, since the other side asked for that. */
  held(): number;
  /** A message starts. */
  start(key: string): void;
  /** A call that a person waits for starts: it never waits itself, and takes its share. */
  reply(key: string): void;
  hold(ms: number): void;
  /** There is nothing to send: time that passes so is not made up for. */
  rest(): void;
}

export interface PaceParts {
  /** A whole number of messages a second. */
  readonly perSecond: number;
  /** Monotonic milliseconds. */
  now(): number;
}

const SECOND_MS = 1000;
/** A little more than the second that is asked for, since the way there is not always as long. */
const CHAT_GAP_MS = 1100;
/** What a busy process missed is made up for, as far as the second before has room. */
const MOST_BEHIND_MS = 1000;
/** Beside which whoever had to wait comes first, when all may go on. */
const COURTESY_MS = 200;

/**
 * Messages start one after another as evenly as they can. Those that are late make up for it at up to
 * twice the speed, but never so that a second holds more than the rate, replies counted.
 */
export function createPace({ perSecond, now }: PaceParts): Pace {
  const intervalMs = SECOND_MS / perSecond;
  /** When the latest ones started, as many as a second may hold. */
  const latest: number[] = [];
  /** When each chat had its latest, the oldest first; those that matter no more are left out. */
  const chats = new Map<string, number>();
  let due = now();
  let heldUntil = Number.NEGATIVE_INFINITY;

  const note = (key: string, at: number) => {
    latest.push(at);
    if (latest.length > perSecond) latest.shift();
    chats.delete(key);
    chats.set(key, at);
    for (const [chat, had] of chats) {
      if (at - had < CHAT_GAP_MS) break;
      chats.delete(chat);
    }
  };
  const chatDelay = (key: string) => until((chats.get(key) ?? -Infinity) + CHAT_GAP_MS);
  const until = (at: number) => Math.max(0, at - now());
  const fullUntil = () =>
    latest.length < perSecond ? -Infinity : (latest[0] ?? -Infinity) + SECOND_MS;
  const gapUntil = () => (latest.at(-1) ?? -Infinity) + intervalMs / 2;

  return {
    delay: (key) =>
      Math.max(until(Math.max(due, heldUntil, fullUntil(), gapUntil())), chatDelay(key)),
    chatDelay,
    held: () => until(heldUntil),
    start: (key) => {
      const at = now();
      due = Math.max(due, at - MOST_BEHIND_MS) + intervalMs;
      note(key, at);
    },
    reply: (key) => {
      const at = now();
      // However many there are, no more than the second to come is theirs.
      due = Math.min(Math.max(due, at - MOST_BEHIND_MS) + intervalMs, at + SECOND_MS);
      note(key, at);
    },
    hold: (ms) => {
      heldUntil = Math.max(heldUntil, now() + ms + COURTESY_MS);
      due = Math.max(due, heldUntil);
    },
    rest: () => {
      due = Math.max(due, now());
    },
  };
}

import { tooManyRequests } from './api-error.ts';

export interface RateLimits {
  readonly perSecond?: number;
  readonly perChatPerSecond?: number;
}

export interface RateLimit {
  set(limits: RateLimits | null): void;
  /** @throws 429 when a message to this chat comes too soon */
  count(chat: string): void;
}

const SECOND = 1000;

/** Counts what was let through within the second before `now`. */
export function createRateLimit(now: () => number): RateLimit {
  let limits: RateLimits = {};
  const passed: { chat: string; at: number }[] = [];
  const refuseOver = (limit: number | undefined, times: readonly number[]) => {
    if (limit === undefined || times.length < limit) return;
    const free = (times[times.length - limit] ?? now()) + SECOND;
    throw tooManyRequests(Math.max(1, Math.ceil((free - now()) / SECOND)));
  };
  const count = (chat: string) => {
    const recent = passed.filter(({ at }) => at > now() - SECOND);
    refuseOver(limits.perSecond, recent.map(timeOf));
    refuseOver(limits.perChatPerSecond, recent.filter((one) => one.chat === chat).map(timeOf));
    passed.splice(0, passed.length, ...recent, { chat, at: now() });
  };
  return {
    set: (next) => {
      limits = next ?? {};
    },
    count,
  };
}

function timeOf({ at }: { at: number }): number {
  return at;
}

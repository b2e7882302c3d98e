import type { FailureReason, Reach } from './delivery.ts';

export type ChannelChoice =
  | { readonly kind: 'push'; readonly channel: string; readonly key: string }
  /** There at once, among the person's messages on the page. */
  | { readonly kind: 'inbox' }
  | { readonly kind: 'failed'; readonly reason: Extract<FailureReason, 'blocked' | 'no-channel'> };

const PUSHES = 'telegram';
const PAGE = 'web';

/**
 * Where a message to a person goes: the channel that they chose where they have it, else Telegram,
 * else the page.
 *
 * @param hasBot whether a bot is set up
 */
export function chooseChannel({ open, shut, chosen }: Reach, hasBot: boolean): ChannelChoice {
  const pushed = hasBot ? open.find(({ channel }) => channel === PUSHES) : undefined;
  const hasPage = open.some(({ channel }) => channel === PAGE);
  if (hasPage && (chosen === PAGE || pushed === undefined)) return { kind: 'inbox' };
  if (pushed !== undefined) return { kind: 'push', ...pushed };
  return { kind: 'failed', reason: shut.includes(PUSHES) ? 'blocked' : 'no-channel' };
}

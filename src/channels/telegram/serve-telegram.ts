import { makeId } from '../../conversation/ids.ts';
import { messageOf, UserFacingError } from '../../errors.ts';
import { keepLease, type LeaseStore, type LeaseTimes } from '../../lease.ts';
import type { Door } from '../../people/door.ts';
import { createAdmit } from './incoming/admit.ts';
import { Session, type SessionParts } from './session.ts';
import { createDraftSupport } from './streaming/draft.ts';

export interface ServeTelegramParts
  extends Omit<SessionParts, 'admit' | 'drafts' | 'held' | 'botId'> {
  readonly leases: LeaseStore;
  readonly door: Door;
  readonly leaseTimes?: LeaseTimes;
  /** The page where the questionnaire of a code is answered. */
  readonly surveyPage?: (code: string) => string | null;
}

export interface TelegramService {
  /** Takes no more updates, lets answers under way end for a while, leaves the rest in the inbox. */
  close(): Promise<void>;
}

/**
 * Speaks for the bot while no other process with the same records does. Returns at once; what goes
 * wrong with Telegram is told to the operator and tried again.
 */
export function serveTelegram(parts: ServeTelegramParts): TelegramService {
  const { config, leases, clock, log, tell, leaseTimes } = parts;
  const botId = Number(config.token.split(':')[0]);
  // One memory of who was told what, and of what the server knows, however often the lease changes
  // hands.
  const admit = createAdmit(parts.door, clock, parts.surveyPage);
  const drafts = createDraftSupport();
  return keepLease({
    store: leases,
    name: `telegram ${botId}`,
    holder: makeId(),
    clock,
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: (held) => new Session({ ...parts, botId, admit, drafts, held }).run(),
    onWaiting: () => tell('另一个进程正在为 Telegram 机器人应答，本进程等待接替。'),
    onTrouble: (error) => {
      log.error({ reason: messageOf(error) }, 'Telegram is not served');
      if (error instanceof UserFacingError) tell(error.message);
    },
  });
}

import type { Update } from 'grammy/types';
import type { Clock } from '../../../clock.ts';
import type { TelegramLog } from '../log.ts';
import type { InboxStore, ReceivedUpdate } from '../store.ts';

/** What the bot asks to be told of: edits only to say that they are not answered. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query'] as const;

/** The way of every update into the inbox, however it came. */
export interface Intake {
  /**
   * Writes updates down, save those that say nothing to the bot: of those, nothing is kept.
   *
   * @returns those that are new; what has no number is left out, since it cannot be told apart
   * @throws UserFacingError where they cannot be kept now: then Telegram must deliver them again
   */
  accept(updates: readonly unknown[]): Promise<Update[]>;
  /** Those that an earlier process left undone. */
  pending(): Promise<Update[]>;
}

export interface IntakeParts {
  readonly inbox: InboxStore;
  readonly botId: number;
  readonly clock: Clock;
  readonly log: TelegramLog;
  /** Whether there is anything to do for an update. */
  isForMe(update: unknown): boolean;
  /** Throws where another process takes them in. */
  check(): void;
}

export function createIntake(parts: IntakeParts): Intake {
  const { inbox, botId, clock, log, isForMe, check } = parts;
  const parsed = ({ body }: ReceivedUpdate) => JSON.parse(body) as Update;
  return {
    accept: async (updates) => {
      check();
      const received = updates.flatMap((update) => {
        const id = idOf(update);
        if (id === null) log.warn({}, 'An update without a number was left');
        return id === null || !isForMe(update) ? [] : [{ id, body: JSON.stringify(update) }];
      });
      return (await inbox.accept(botId, received, clock.now())).map(parsed);
    },
    pending: async () => (await inbox.pending(botId)).map(parsed),
  };
}

/** Null where there is none that can be kept. */
export function idOf(update: unknown): number | null {
  const id = (update as { update_id?: unknown } | null)?.update_id;
  return Number.isSafeInteger(id) ? (id as number) : null;
}

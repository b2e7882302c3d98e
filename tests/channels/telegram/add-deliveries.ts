import type { App } from '../../../src/app.ts';
import { makeId } from '../../../src/conversation/ids.ts';
import type { DeliveryReport } from '../../../src/delivery/report.ts';
import { mailingOf, reminderOf } from '../../support/messages.ts';

/** The reminder that all messages here belong to. */
const REMINDER = 'reminder-1';

export interface Words {
  readonly text: string;
  /** Labels. */
  readonly buttons?: readonly string[];
  readonly isUrgent?: boolean;
}

/**
 * Gives messages to people (`p12` for the chat 12) and has them wait for Telegram.
 *
 * @returns their ids by chat
 */
export async function addDeliveries(
  app: App,
  chats: readonly number[],
  { text, buttons = [], isUrgent = false }: Words,
): Promise<ReadonlyMap<number, string>> {
  const { deliveries, reminders } = await app.records();
  const now = app.clock.now();
  const at = now.toISOString();
  if ((await reminders.reminder(REMINDER)) === null) {
    const reminder = reminderOf(REMINDER, { state: 'active', timing: { kind: 'now' } });
    await reminders.change([{ kind: 'add-reminder', reminder }]);
  }
  const id = makeId();
  const mailing = mailingOf(id, {
    ...{ reminder: REMINDER, isUrgent, dueAt: at, createdAt: at },
    buttons: buttons.map((label) => ({ label, deed: { kind: 'none' } })),
  });
  const ids = new Map(chats.map((chat) => [chat, makeId()]));
  await deliveries.change([
    {
      ...{ kind: 'add-mailing', mailing },
      deliveries: [...ids].map(([chat, delivery]) => ({
        ...{ id: delivery, person: `p${chat}`, text, notBefore: at, notAfter: null },
      })),
    },
  ]);
  await deliveries.release(
    [...ids].map(([chat, delivery]) => ({
      ...{ kind: 'push', id: delivery, text, channel: 'telegram', key: String(chat) },
    })),
    now,
  );
  return ids;
}

/** What became of all of them. */
export async function reportOf(app: App): Promise<DeliveryReport> {
  return (await app.records()).deliveries.report(REMINDER, null);
}

/** Chats of those whom a message did not reach, or perhaps not, by what is known of it. */
export async function unreachedIn(app: App): Promise<ReadonlyMap<number, string>> {
  const { deliveries } = await app.records();
  const found = await deliveries.unreached(REMINDER, null);
  return new Map(
    found.map(({ person, state, reason }) => [Number(person.slice(1)), reason ?? state]),
  );
}

import type { Kysely } from 'kysely';
import type { ReminderStore } from '../reminder/store.ts';
import type { Tables } from './schema.ts';

export function createReminderStore(_database: Kysely<Tables>): ReminderStore {
  return new Proxy<ReminderStore>({} as never, { get: notYet });
}

function notYet(_: object, method: string | symbol): never {
  throw new Error(`Cannot call "${String(method)}": reminders are not kept yet`);
}

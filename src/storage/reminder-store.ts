import type { Kysely } from 'kysely';
import type { ReminderStore } from '../reminder/store.ts';
import { changeReminder } from './change-reminder.ts';
import { retried } from './delivery/retried.ts';
import { explained } from './explain-failure.ts';
import { plan } from './reminder/plan.ts';
import { readHistories } from './reminder/read-histories.ts';
import { readReminders } from './reminder/read-reminders.ts';
import type { Tables } from './schema.ts';

export function createReminderStore(database: Kysely<Tables>): ReminderStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, () => retried(work));

  return {
    ...readReminders(database),
    histories: (people) => on(() => readHistories(database, people)),
    plan: (planned) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const one of planned) await plan(all, one);
        }),
      ),
    change: (changes) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const change of changes) await changeReminder(all, change);
        }),
      ),
  };
}

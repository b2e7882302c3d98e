import { type Kysely, sql } from 'kysely';
import type { SavedFilter } from '../../people/audience/audience.ts';
import type { ReminderStore } from '../../reminder/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';
import { reminderFrom } from './reminder-row.ts';
import { wishesFrom } from './wishes-row.ts';

type Reading = Pick<
  ReminderStore,
  | 'reminder'
  | 'reminders'
  | 'active'
  | 'filters'
  | 'wishes'
  | 'wishesOf'
  | 'ownWishes'
  | 'allWishes'
>;

export function readReminders(database: Kysely<Tables>): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const all = () => database.selectFrom('reminder').selectAll();
  const wishes = () => database.selectFrom('study_wishes').selectAll();

  return {
    reminder: (id) =>
      on(async () => {
        const row = await all().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : reminderFrom(row);
      }),
    reminders: () =>
      on(async () => {
        const rows = await all()
          .orderBy(sql`CASE state WHEN 'draft' THEN 0 ELSE 1 END`)
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .execute();
        return rows.map(reminderFrom);
      }),
    active: () =>
      on(async () => {
        const rows = await all()
          .where('state', '=', 'active')
          .orderBy('created_at')
          .orderBy('id')
          .execute();
        return rows.map(reminderFrom);
      }),
    filters: () =>
      on(async () => {
        const rows = await database
          .selectFrom('audience_filter')
          .selectAll()
          .orderBy('name')
          .orderBy('id')
          .execute();
        return rows.map(({ audience, ...row }) => ({
          ...row,
          audience: JSON.parse(audience) as SavedFilter['audience'],
        }));
      }),
    wishes: (person) =>
      on(async () => {
        const row = await wishes().where('person', '=', person).executeTakeFirst();
        return row === undefined ? null : wishesFrom(row);
      }),
    wishesOf: (people) =>
      on(async () => {
        if (people.length === 0) return new Map();
        const rows = await wishes().where('person', 'in', people).execute();
        return new Map(rows.map((row) => [row.person, wishesFrom(row)]));
      }),
    ownWishes: (day, until) =>
      on(async () => {
        const rows = await wishes()
          .where('is_on', '=', 1)
          .where('time', '<=', until)
          // A list of digits from 1 to 7.
          .where('days', 'like', `%${day}%`)
          .orderBy('person')
          .execute();
        return rows.map(wishesFrom);
      }),
    allWishes: () =>
      on(async () => {
        const rows = await wishes().where('is_on', '=', 1).orderBy('person').execute();
        return rows.map(wishesFrom);
      }),
  };
}

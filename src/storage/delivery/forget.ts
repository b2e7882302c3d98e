import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { inState, NOT_ENDED, skipped } from './states.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
/** A clock that is further ahead of the latest message than this may be wrong. */
const FURTHEST_MS = 31 * DAY_MS;
/** Forgotten in one transaction, so that nobody waits long. */
const AT_ONCE = 200;

/**
 * Of messages of more than a year ago nothing stays but what reports count: what each said and to whom
 * is wiped, and learners' own reminders go as a whole. Counted from a month after the latest message at
 * most, so that a clock which is set forward by years wipes nothing on its first day.
 */
export async function forget(database: Kysely<Tables>, now: Date): Promise<void> {
  // Someone who left in the moment in which it was planned; else it would wait for ever.
  await database
    .updateTable('delivery')
    .set(skipped('left', now.toISOString()))
    .where('state', '=', inState('waiting'))
    .where('person', 'is', null)
    .execute();
  const { newest } = await database
    .selectFrom('mailing')
    .select((row) => row.fn.max('created_at').as('newest'))
    .executeTakeFirstOrThrow();
  if (newest === null) return;
  const latest = Math.min(now.getTime(), Date.parse(newest) + FURTHEST_MS);
  const before = new Date(latest - YEAR_MS).toISOString();
  while (await forgetOwn(database, before));
  for (const mailing of await heard(database, before)) await forgetOne(database, mailing, now);
}

/** @returns whether there may be more */
async function forgetOwn(database: Kysely<Tables>, before: string): Promise<boolean> {
  const rows = await database
    .selectFrom('mailing')
    .where('reminder', 'is', null)
    .where('created_at', '<', before)
    .select('id')
    .limit(AT_ONCE)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await database.deleteFrom('mailing').where('id', 'in', ids).execute();
  return ids.length === AT_ONCE;
}

/** Those that have not been forgotten yet: they have their title. */
async function heard(database: Kysely<Tables>, before: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('mailing')
    .where('reminder', 'is not', null)
    .where('created_at', '<', before)
    .where('title', '!=', '')
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

function forgetOne(database: Kysely<Tables>, mailing: string, now: Date): Promise<void> {
  return database.transaction().execute(async (all) => {
    await all
      .updateTable('delivery')
      .set(skipped('late', now.toISOString()))
      .where('mailing', '=', mailing)
      .where('state', 'in', NOT_ENDED)
      .execute();
    await all
      .updateTable('delivery')
      .set({ person: null, text: null, key: null })
      .where('mailing', '=', mailing)
      .execute();
    await all.updateTable('mailing').set({ title: '' }).where('id', '=', mailing).execute();
  });
}

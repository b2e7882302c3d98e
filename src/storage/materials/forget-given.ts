import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../migrations/column-types.ts';
import type { Tables } from '../schema.ts';

const DAY_MS = 86_400_000;
/** A clock that is further ahead of the latest answer than this may be wrong. */
const FURTHEST_MS = 31 * DAY_MS;
/** Forgotten in one transaction, so that nobody waits long. */
const AT_ONCE = 500;

/** Forgets answers of more days ago with what they alone cited. */
export async function forgetGiven(
  database: Kysely<Tables>,
  now: Date,
  days: number,
): Promise<void> {
  const { newest } = await database
    .selectFrom('given_answer')
    .select((row) => row.fn.max('at').as('newest'))
    .executeTakeFirstOrThrow();
  if (newest !== null) {
    const latest = Math.min(now.getTime(), Date.parse(newest) + FURTHEST_MS);
    const before = new Date(latest - days * DAY_MS).toISOString();
    while (await forgetSome(database, before));
  }
  await forgetCites(database);
}

/** @returns whether there may be more */
async function forgetSome(database: Kysely<Tables>, before: string): Promise<boolean> {
  const rows = await database
    .selectFrom('given_answer')
    .where('at', '<', before)
    .select('id')
    .limit(AT_ONCE)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await database.deleteFrom('given_answer').where('id', 'in', ids).execute();
  return ids.length === AT_ONCE;
}

/** Those that no answer has any more. */
async function forgetCites(database: Kysely<Tables>): Promise<void> {
  await database.transaction().execute(async (all) => {
    // Else one could go at the moment in which an answer has found it there.
    if (isPostgres(all as never)) {
      await sql`LOCK TABLE given_cite IN SHARE ROW EXCLUSIVE MODE`.execute(all);
    }
    await all
      .deleteFrom('given_cite')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('given_answer_cite').whereRef('cite', '=', 'given_cite.id').select('answer'),
          ),
        ),
      )
      .execute();
  });
}

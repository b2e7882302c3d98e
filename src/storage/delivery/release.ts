import { type Kysely, sql } from 'kysely';
import type { Release } from '../../delivery/delivery.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { inState } from './states.ts';

/** All or none of them; what does not wait any more stays as it is. */
export async function release(
  database: Kysely<Tables>,
  releases: readonly Release[],
  now: Date,
): Promise<void> {
  await database.transaction().execute(async (all) => {
    for (const some of portionsOf(releases)) {
      const rows = some.map((one) => sql`(${sql.join(valuesOf(one, now))})`);
      await sql`
        UPDATE delivery
        SET state = given.column2, text = given.column3, reason = given.column4,
          channel = given.column5, key = given.column6, at = given.column7,
          not_before = coalesce(given.column8, delivery.not_before)
        FROM (VALUES ${sql.join(rows)}) AS given
        WHERE delivery.id = given.column1 AND delivery.state = ${inState('waiting')}
      `.execute(all);
    }
  });
}

/** Id, state, text, reason, channel, key, when it came to its end, and when its time is. */
function valuesOf(one: Release, now: Date): readonly (string | null)[] {
  const at = now.toISOString();
  switch (one.kind) {
    case 'push':
      return [one.id, 'ready', one.text, null, one.channel, one.key, null, null];
    case 'inbox':
      return [one.id, 'sent', one.text, null, 'web', null, at, null];
    case 'failed':
      return [one.id, 'failed', one.text, one.reason, null, null, at, null];
    case 'skipped':
      return [one.id, 'skipped', null, one.reason, null, null, at, null];
    case 'later':
      return [one.id, 'waiting', one.text, null, null, null, null, one.notBefore];
    default:
      return one satisfies never;
  }
}

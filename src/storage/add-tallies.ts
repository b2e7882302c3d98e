import type { Transaction } from 'kysely';
import type { Tally } from '../insight/tally.ts';
import { isPostgres } from './migrations/column-types.ts';
import type { Tables } from './schema.ts';

/**
 * A total is kept in so many parts where several write at once: whoever adds to one holds it until the
 * message is kept.
 */
const SHARDS = 16;

/** Adds to the totals. */
export async function addTallies(
  all: Transaction<Tables>,
  tallies: readonly Tally[],
): Promise<void> {
  // Where one writes at a time, parts are but more rows.
  const shard = isPostgres(all as never) ? Math.floor(Math.random() * SHARDS) : 0;
  const rows = summed(tallies).map((row) => ({ ...row, shard }));
  if (rows.length === 0) return;
  await all
    .insertInto('tally')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'of', 'name', 'shard'])
        .doUpdateSet((row) => ({ number: row('tally.number', '+', row.ref('excluded.number')) })),
    )
    .execute();
}

/** A row each, in the order of their keys: two who add to the same ones would else wait for each other. */
function summed(tallies: readonly Tally[]): readonly Omit<Tables['tally'], 'shard'>[] {
  const rows = new Map<string, Omit<Tables['tally'], 'shard'>>();
  for (const { day, of, name, by } of tallies) {
    const key = JSON.stringify([day, of, name]);
    rows.set(key, { day, of, name, number: (rows.get(key)?.number ?? 0) + by });
  }
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

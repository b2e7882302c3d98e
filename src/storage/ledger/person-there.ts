import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

/** A person by their id; null for whoever has left meanwhile. */
export async function personThere(
  all: Transaction<Tables>,
  person: string | null,
): Promise<string | null> {
  if (person === null) return null;
  const row = await all
    .selectFrom('person')
    .where('id', '=', person)
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

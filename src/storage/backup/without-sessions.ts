import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { withoutSeminar } from '../seminar/wipe-dialogues.ts';
import type { BACKED_UP } from './format.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a backup has of a row; null where it has nothing of it. */
export type Backed = (table: (typeof BACKED_UP)[number], row: Row) => Row | null;

/**
 * Seminars under way as they would be had they ended at that moment: who takes part and who said what
 * is wiped at their end, and would come back with a backup.
 */
export async function withoutSessions(all: Kysely<Tables>, now: Date): Promise<Backed> {
  const open = await all
    .selectFrom('seminar_session')
    .where('closed_at', 'is', null)
    .select('id')
    .execute();
  if (open.length === 0) return (_, row) => row;
  const members = await all
    .selectFrom('seminar_member')
    .groupBy('session')
    .select(['session', (row) => row.fn.countAll<number>().as('people')])
    .execute();
  const said = await all.selectFrom('turn').where('session', 'is not', null).select('id').execute();
  const ids = open.map(({ id }) => id);
  const people = new Map(members.map(({ session, people: count }) => [session, Number(count)]));
  const turns = new Set(said.map(({ id }) => id));
  const names = ids.map((id) => `"session":${JSON.stringify(id)}`);
  const namesOne = (json: unknown) => names.some((name) => String(json).includes(name));

  return (table, row) => {
    switch (table) {
      case 'turn':
        return row.session === null ? row : null;
      case 'rating':
        return turns.has(String(row.turn)) ? null : row;
      case 'action_set':
        return namesOne(row.deeds) ? null : row;
      case 'conversation':
        return namesOne(row.state) ? { ...row, state: stateWithout(row.state, ids) } : row;
      case 'seminar_contribution':
        return { ...row, author: null };
      case 'seminar_session':
        return row.closed_at === null
          ? {
              ...{ ...row, timer: null },
              ...{ closed_at: now.toISOString(), people: people.get(String(row.id)) ?? 0 },
            }
          : row;
      default:
        return row;
    }
  };
}

function stateWithout(state: unknown, ids: readonly string[]): string {
  return JSON.stringify(withoutSeminar(JSON.parse(String(state)), ids));
}

import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { lockOpenSession } from './lock-session.ts';

export async function join(
  all: Transaction<Tables>,
  { session, person }: SeminarChangeOf<'join'>,
): Promise<void> {
  await lockOpenSession(all, session);
  await all
    .insertInto('seminar_member')
    .values({ session, person, is_here: 1 })
    .onConflict((conflict) => conflict.columns(['session', 'person']).doUpdateSet({ is_here: 1 }))
    .execute();
}

/** What they said stays without them; that they have voted stays known, so that nobody votes twice. */
export async function leave(
  all: Transaction<Tables>,
  { session, person }: SeminarChangeOf<'leave'>,
): Promise<void> {
  await all
    .updateTable('seminar_member')
    .set({ is_here: 0 })
    .where('session', '=', session)
    .where('person', '=', person)
    .execute();
  await all
    .updateTable('seminar_contribution')
    .set({ author: null })
    .where('session', '=', session)
    .where('author', '=', person)
    .execute();
}

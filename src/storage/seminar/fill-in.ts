import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { lockSession } from './lock-session.ts';

/** What the trainer adds to a contribution, after the end of a session too. */
export async function detail(
  all: Transaction<Tables>,
  { session, id, fields }: SeminarChangeOf<'detail'>,
): Promise<void> {
  const told = Object.entries(fields).filter(([, text]) => text !== undefined && text !== '');
  if (told.length === 0) return;
  await all
    .updateTable('seminar_contribution')
    .set(Object.fromEntries(told))
    .where('session', '=', session)
    .where('id', '=', id)
    .execute();
}

/** Adds a note, or changes the one of that id; without text it goes. */
export async function note(
  all: Transaction<Tables>,
  { session, id, of, text }: SeminarChangeOf<'note'>,
): Promise<void> {
  await lockSession(all, session);
  if (text === '') {
    await all
      .deleteFrom('seminar_note')
      .where('session', '=', session)
      .where('id', '=', id)
      .execute();
    return;
  }
  const { last } = await all
    .selectFrom('seminar_note')
    .where('session', '=', session)
    .select((row) => row.fn.max('ordinal').as('last'))
    .executeTakeFirstOrThrow();
  await all
    .insertInto('seminar_note')
    .values({ id, session, kind: of, ordinal: (last ?? 0) + 1, text })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind: of, text }))
    .execute();
}

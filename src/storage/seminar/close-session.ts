import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { lockSession } from './lock-session.ts';
import { wipeDialogues } from './wipe-dialogues.ts';

/** Ends a session and wipes who was in it, wherever it stands. How many there were stays. */
export async function closeSession(
  all: Transaction<Tables>,
  { session, at }: SeminarChangeOf<'close-session'>,
): Promise<void> {
  const now = await lockSession(all, session);
  if (now.closed_at !== null) return;
  const { people } = await all
    .selectFrom('seminar_member')
    .where('session', '=', session)
    .select((row) => row.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  await all
    .updateTable('seminar_session')
    .set({ closed_at: at, people: Number(people), timer: null })
    .where('id', '=', session)
    .execute();
  await wipeSession(all, session);
}

/**
 * Wipes who took part, who said what and who has voted: the turns that were said in it, the buttons
 * that name it and where the dialogues of its people stood go too.
 */
export async function wipeSession(all: Transaction<Tables>, session: string): Promise<void> {
  await all.deleteFrom('seminar_member').where('session', '=', session).execute();
  await all.deleteFrom('seminar_ballot').where('session', '=', session).execute();
  await all
    .updateTable('seminar_contribution')
    .set({ author: null })
    .where('session', '=', session)
    .execute();
  await wipeDialogues(all, session);
}

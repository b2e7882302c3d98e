import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { ROUND_NAMES } from '../../seminar/session/session.ts';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { checkTakesPart, lockOpenSession } from './lock-session.ts';

/**
 * Puts a contribution on the list, under the next number of its round. The same text of the same
 * person is there once. When it came is not kept: beside the history, it would tell who said it.
 */
export async function contribute(
  all: Transaction<Tables>,
  { session, person, id, round, text }: SeminarChangeOf<'contribute'>,
): Promise<void> {
  const now = await lockOpenSession(all, session);
  if (now.round !== round || now.phase !== 'collect') {
    throw new UserFacingError(
      `${ROUND_NAMES[round]}的收集刚刚结束，这一条没有记入。请发送“研讨”查看现在进行到哪一步。`,
    );
  }
  await checkTakesPart(all, session, person);
  const same = await all
    .selectFrom('seminar_contribution')
    .where('session', '=', session)
    .where('round', '=', round)
    .where('author', '=', person)
    .where('text', '=', text)
    .select('id')
    .executeTakeFirst();
  if (same !== undefined) return;
  const { given } = await all
    .updateTable('seminar_round')
    .set((row) => ({ given: row('given', '+', 1) }))
    .where('session', '=', session)
    .where('round', '=', round)
    .returning('given')
    .executeTakeFirstOrThrow();
  await all
    .insertInto('seminar_contribution')
    .values({
      ...{ id, session, round, number: given, text, author: person, merged_into: null },
      ...{ category: '', responsible: '', deadline: '', feasibility: '' },
    })
    .execute();
}

const TOO_LATE_TO_WITHDRAW = '本轮收集已经结束，不能再撤回。请在讨论时说明。';

/** One's own, while its round is collected; again changes nothing. */
export async function withdraw(
  all: Transaction<Tables>,
  { session, person, id }: SeminarChangeOf<'withdraw'>,
): Promise<void> {
  const now = await lockOpenSession(all, session);
  const own = await all
    .selectFrom('seminar_contribution')
    .where('session', '=', session)
    .where('id', '=', id)
    .where('author', '=', person)
    .select('round')
    .executeTakeFirst();
  if (own === undefined) return;
  if (now.round !== own.round || now.phase !== 'collect') {
    throw new UserFacingError(TOO_LATE_TO_WITHDRAW);
  }
  // After the list was reopened others may stand merged into it.
  await all
    .updateTable('seminar_contribution')
    .set({ merged_into: null })
    .where('merged_into', '=', id)
    .execute();
  await all.deleteFrom('seminar_contribution').where('id', '=', id).execute();
}

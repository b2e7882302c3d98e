import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Tables } from '../schema.ts';

const SESSION_OVER = '这场研讨已经结束，这次没有记入。';
const SESSION_GONE = '没有这场研讨，请核对研讨码。';

/**
 * The session as it is, held until the transaction ends: whatever changes one waits for whoever
 * changes it before, so that no ballot slips in behind the end of a vote.
 *
 * @throws UserFacingError where there is none
 */
export async function lockSession(
  all: Transaction<Tables>,
  id: string,
): Promise<Tables['seminar_session']> {
  // An update locks the row in either database; SQLite knows no SELECT ... FOR UPDATE.
  const row = await all
    .updateTable('seminar_session')
    .set((session) => ({ step: session.ref('step') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new UserFacingError(SESSION_GONE);
  return row;
}

/** @throws UserFacingError where there is none that is open */
export async function lockOpenSession(
  all: Transaction<Tables>,
  id: string,
): Promise<Tables['seminar_session']> {
  const row = await lockSession(all, id);
  if (row.closed_at !== null) throw new UserFacingError(SESSION_OVER);
  return row;
}

const NOT_IN_IT = '您不在这场研讨中，这次没有记入。请发送教师给出的六位研讨码加入。';

/** @throws UserFacingError where a person does not take part */
export async function checkTakesPart(
  all: Transaction<Tables>,
  session: string,
  person: string,
): Promise<void> {
  const row = await all
    .selectFrom('seminar_member')
    .where('session', '=', session)
    .where('person', '=', person)
    .where('is_here', '=', 1)
    .select('person')
    .executeTakeFirst();
  if (row === undefined) throw new UserFacingError(NOT_IN_IT);
}

import type { Transaction } from 'kysely';
import type { SkipReason } from '../../delivery/delivery.ts';
import type { StudyWishes } from '../../reminder/wishes.ts';
import { NOT_GONE, skipped } from '../delivery/states.ts';
import type { Tables } from '../schema.ts';
import type { ReminderChangeOf } from './change-of.ts';
import { wishesRow } from './wishes-row.ts';

/**
 * Up to when their own reminders are planned moves forward only, whatever it was when they were read.
 * Someone who has left meanwhile wishes nothing.
 */
export async function setWishes(
  all: Transaction<Tables>,
  { wishes, at }: ReminderChangeOf<'set-wishes'>,
): Promise<void> {
  const { person } = wishes;
  const there = await all
    .selectFrom('person')
    .where('id', '=', person)
    .select('id')
    .executeTakeFirst();
  if (there === undefined) return;
  const row = wishesRow(wishes);
  await all
    .insertInto('study_wishes')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person').doUpdateSet((kept) => ({
        ...row,
        planned_until: kept
          .case()
          .when('study_wishes.planned_until', '>', row.planned_until)
          .then(kept.ref('study_wishes.planned_until'))
          .else(row.planned_until)
          .end(),
      })),
    )
    .execute();
  const reason = whyNone(wishes, at);
  if (reason === null) return;
  await all
    .updateTable('delivery')
    .set(skipped(reason, at))
    .where('person', '=', person)
    .where('state', 'in', NOT_GONE)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('mailing')
          .whereRef('mailing.id', '=', 'delivery.mailing')
          .where('kind', '=', 'study')
          .select('mailing.id'),
      ),
    )
    .execute();
}

function whyNone({ isOn, pause }: StudyWishes, at: string): SkipReason | null {
  if (!isOn) return 'opted-out';
  const isPaused = pause !== null && (pause.until === null || pause.until > at.slice(0, 10));
  if (!isPaused) return null;
  return pause.why === 'ignored' ? 'ignored' : 'paused';
}

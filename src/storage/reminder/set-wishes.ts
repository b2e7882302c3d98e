import type { Transaction } from 'kysely';
import type { SkipReason } from '../../delivery/delivery.ts';
import { isPausedOn } from '../../reminder/wished/change-wishes.ts';
import type { StudyWishes } from '../../reminder/wishes.ts';
import { NOT_GONE, ofKind, skipped } from '../delivery/states.ts';
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
  if (reason !== null) await skipStudy(all, person, reason, at);
}

/** Whoever has stopped, resumed or changed them meanwhile has heeded them. */
export async function pauseUnheeded(
  all: Transaction<Tables>,
  { wishes: { person, since, pause }, at }: ReminderChangeOf<'pause-unheeded'>,
): Promise<void> {
  const unheeded: StudyWishes['pause'] = { until: null, why: 'ignored' };
  const before = pause === null ? null : JSON.stringify(pause);
  const paused = await all
    .updateTable('study_wishes')
    .set({ pause: JSON.stringify(unheeded) })
    .where('person', '=', person)
    .where('is_on', '=', 1)
    .where('since', '=', since)
    .where('pause', before === null ? 'is' : '=', before)
    .executeTakeFirst();
  if (paused.numUpdatedRows > 0n) await skipStudy(all, person, 'ignored', at);
}

async function skipStudy(
  all: Transaction<Tables>,
  person: string,
  reason: SkipReason,
  at: string,
): Promise<void> {
  await all
    .updateTable('delivery')
    .set(skipped(reason, at))
    .where('person', '=', person)
    .where('state', 'in', NOT_GONE)
    .where(ofKind('study'))
    .execute();
}

function whyNone(wishes: StudyWishes, at: string): SkipReason | null {
  if (!wishes.isOn) return 'opted-out';
  if (!isPausedOn(wishes, at.slice(0, 10))) return null;
  return wishes.pause?.why === 'ignored' ? 'ignored' : 'paused';
}

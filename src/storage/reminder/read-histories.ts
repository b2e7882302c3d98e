import { type Kysely, sql } from 'kysely';
import type { PastReminder, StudyHistory } from '../../reminder/wishes.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** As many as a decision looks back on. */
const REMEMBERED = 10;

export async function readHistories(
  database: Kysely<Tables>,
  people: readonly string[],
): Promise<ReadonlyMap<string, StudyHistory>> {
  const found = new Map<string, StudyHistory>();
  for (const some of portionsOf(people)) {
    const records = await lastRecords(database, some);
    const past = await pastReminders(database, some);
    for (const person of some) {
      const reminders = past.get(person) ?? [];
      found.set(person, { reminders, lastRecordAt: records.get(person) ?? null });
    }
  }
  return found;
}

/** The newest first; a person's records between one and the next belong to the one. */
async function pastReminders(
  database: Kysely<Tables>,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly PastReminder[]>> {
  const { rows } = await sql<{
    person: string;
    at: string;
    state: string;
    heeded: number;
  }>`
    WITH past AS (
      SELECT delivery.person, delivery.ordinal, delivery.state, delivery.opened_at,
        coalesce(delivery.at, delivery.not_before) AS at,
        row_number() OVER newest AS place,
        lag(coalesce(delivery.at, delivery.not_before)) OVER newest AS next_at
      FROM delivery JOIN mailing ON mailing.id = delivery.mailing
      WHERE delivery.person IN (${sql.join(people)}) AND mailing.kind = 'study'
        AND (delivery.state IN ('sent', 'uncertain', 'sending', 'ready')
          OR (delivery.state = 'skipped' AND delivery.reason = 'done'))
      WINDOW newest AS (
        PARTITION BY delivery.person
        ORDER BY coalesce(delivery.at, delivery.not_before) DESC, delivery.ordinal DESC
      )
    )
    SELECT past.person, past.at, past.state, CASE
      WHEN past.opened_at IS NOT NULL THEN 1
      WHEN EXISTS (SELECT 1 FROM learning_entry
        WHERE learning_entry.person = past.person AND learning_entry.withdrawn_at IS NULL
          AND learning_entry.recorded_at > past.at
          AND (past.next_at IS NULL OR learning_entry.recorded_at <= past.next_at)) THEN 1
      WHEN EXISTS (SELECT 1 FROM recall_answer
        WHERE recall_answer.person = past.person AND recall_answer.at > past.at
          AND (past.next_at IS NULL OR recall_answer.at <= past.next_at)) THEN 1
      ELSE 0 END AS heeded
    FROM past WHERE past.place <= ${REMEMBERED}
    ORDER BY past.person, past.place
  `.execute(database);
  const found = new Map<string, PastReminder[]>();
  for (const { person, at, state, heeded } of rows) {
    const one = { at, isDone: state === 'skipped', isHeeded: heeded === 1 };
    const others = found.get(person);
    if (others === undefined) found.set(person, [one]);
    else others.push(one);
  }
  return found;
}

async function lastRecords(
  database: Kysely<Tables>,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('learning_entry')
    .where('person', 'in', people)
    .where('withdrawn_at', 'is', null)
    .groupBy('person')
    .select(['person', (row) => row.fn.max('recorded_at').as('at')])
    .unionAll(
      database
        .selectFrom('recall_answer')
        .where('person', 'in', people)
        .groupBy('person')
        .select(['person', (row) => row.fn.max('at').as('at')]),
    )
    .execute();
  const found = new Map<string, string>();
  for (const { person, at } of rows) {
    const other = found.get(person);
    if (other === undefined || other < at) found.set(person, at);
  }
  return found;
}

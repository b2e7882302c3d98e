import type { Kysely } from 'kysely';
import type { Cause, Near, Wording } from '../../materials/ledger/topic.ts';
import type { Tables } from '../schema.ts';

export async function readWordings(
  database: Kysely<Tables>,
  topic: string,
  from: number,
  limit: number,
): Promise<readonly Wording[]> {
  const rows = await wordings(database)
    .where('topic', '=', topic)
    .orderBy('times', 'desc')
    .orderBy('first_at')
    .orderBy('id')
    .offset(from)
    .limit(limit)
    .execute();
  return rows.map(wordingFrom);
}

export async function readUnplaced(
  database: Kysely<Tables>,
  limit: number,
): Promise<readonly Wording[]> {
  const rows = await wordings(database)
    .where('topic', 'is', null)
    .orderBy('first_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(wordingFrom);
}

function wordings(database: Kysely<Tables>) {
  return database
    .selectFrom('ledger_wording')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('ledger_asked')
        .whereRef('wording', '=', 'ledger_wording.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('people'),
    );
}

function wordingFrom(row: Tables['ledger_wording'] & { people: number | null }): Wording {
  return {
    ...{ id: row.id, topic: row.topic, text: row.text, cause: row.cause as Cause },
    ...{ near: nearFrom(row.near), times: row.times, people: Number(row.people ?? 0) },
    ...{ firstAt: row.first_at, lastAt: row.last_at },
  };
}

/** Kept as JSON by this program alone. */
export function nearFrom(json: string | null): Near | null {
  return json === null ? null : (JSON.parse(json) as Near);
}

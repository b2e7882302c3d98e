import type { Kysely, Selectable } from 'kysely';
import type { Mailing } from '../../delivery/mailing.ts';
import type { Tables } from '../schema.ts';

export async function readMailings(
  database: Kysely<Tables>,
  reminder: string,
  limit: number,
): Promise<readonly Mailing[]> {
  const rows = await database
    .selectFrom('mailing')
    .where('reminder', '=', reminder)
    .selectAll()
    .orderBy('due_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(mailingOf);
}

/** Those that were made from these, the newest first. */
export async function readMailingsFrom(
  database: Kysely<Tables>,
  sources: readonly string[],
): Promise<readonly Mailing[]> {
  if (sources.length === 0) return [];
  const rows = await database
    .selectFrom('mailing')
    .where('source', 'in', sources)
    .selectAll()
    .orderBy('due_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(mailingOf);
}

function mailingOf(row: Selectable<Tables['mailing']>): Mailing {
  return {
    id: row.id,
    kind: row.kind as Mailing['kind'],
    source: row.source,
    reminder: row.reminder,
    title: row.title,
    buttons: JSON.parse(row.buttons) as Mailing['buttons'],
    isUrgent: row.is_urgent === 1,
    dueAt: row.due_at,
    createdAt: row.created_at,
  };
}

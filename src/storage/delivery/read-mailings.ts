import type { Kysely } from 'kysely';
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
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Mailing['kind'],
    source: row.source,
    reminder: row.reminder,
    title: row.title,
    buttons: JSON.parse(row.buttons) as Mailing['buttons'],
    isUrgent: row.is_urgent === 1,
    dueAt: row.due_at,
    createdAt: row.created_at,
  }));
}

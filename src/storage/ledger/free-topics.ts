import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

/** What was to be answered by someone who leaves is for anyone again. */
export async function freeTopics(all: Transaction<Tables>, person: string): Promise<void> {
  await all
    .updateTable('ledger_topic')
    .set((row) => ({ state: 'open', assignee: null, revision: row('revision', '+', 1) }))
    .where('assignee', '=', person)
    .where('state', '=', 'assigned')
    .execute();
}

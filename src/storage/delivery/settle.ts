import { sql, type Transaction } from 'kysely';
import type { Outcome } from '../../delivery/outbox.ts';
import type { Tables } from '../schema.ts';
import { skipped } from './states.ts';

type Result = { readonly id: string; readonly outcome: Outcome };

/**
 * Writes down what the holder learnt of messages that it had on their way; those that others have
 * given up meanwhile too, since it knows better. What was not sent to someone who has left meanwhile is
 * not for anybody any more.
 */
export async function settle(
  all: Transaction<Tables>,
  results: readonly Result[],
  holder: string,
  now: Date,
): Promise<void> {
  const rows = results.map((one) => sql`(${sql.join(valuesOf(one, holder, now))})`);
  const { rows: settled } = await sql<{ channel: string; key: string; reason: string | null }>`
    UPDATE delivery
    SET state = given.column2, reason = given.column3, holder = given.column4, at = given.column5
    FROM (VALUES ${sql.join(rows)}) AS given
    WHERE delivery.id = given.column1 AND delivery.holder = ${holder}
      AND delivery.state IN ('sending', 'uncertain')
    RETURNING delivery.channel AS channel, delivery.key AS key, delivery.reason AS reason
  `.execute(all);
  await all
    .updateTable('delivery')
    .set(skipped('left', now.toISOString()))
    .where(
      'id',
      'in',
      results.map(({ id }) => id),
    )
    .where('state', '=', 'ready')
    .where('person', 'is', null)
    .execute();
  const shut = settled.filter(({ reason }) => reason === 'blocked');
  for (const channel of new Set(shut.map((row) => row.channel))) {
    const keys = shut.filter((row) => row.channel === channel).map(({ key }) => key);
    await all
      .updateTable('account')
      .set({ shut_at: now.toISOString() })
      .where('channel', '=', channel)
      .where('key', 'in', keys)
      .where('shut_at', 'is', null)
      .execute();
  }
}

/** Id, state, reason, holder, and when it came to its end. */
function valuesOf({ id, outcome }: Result, holder: string, now: Date): readonly (string | null)[] {
  const at = now.toISOString();
  switch (outcome.kind) {
    case 'sent':
    case 'uncertain':
      return [id, outcome.kind, null, holder, at];
    case 'failed':
      return [id, 'failed', outcome.reason, holder, at];
    case 'again':
      return [id, 'ready', null, null, null];
    default:
      return outcome satisfies never;
  }
}

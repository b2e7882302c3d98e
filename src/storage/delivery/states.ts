import { type ExpressionBuilder, sql } from 'kysely';
import type { DeliveryState, SkipReason } from '../../delivery/delivery.ts';
import type { MailingKind } from '../../delivery/mailing.ts';
import type { Tables } from '../schema.ts';

/** Written into the statement: SQLite looks into the index of a state only where it is named there. */
export function inState(state: DeliveryState) {
  return sql.lit(state);
}

/** Deliveries of one kind of mailing. */
export function ofKind(kind: MailingKind) {
  return ({ exists, selectFrom }: ExpressionBuilder<Tables, 'delivery'>) =>
    exists(
      selectFrom('mailing')
        .whereRef('mailing.id', '=', 'delivery.mailing')
        .where('kind', '=', kind)
        .select('mailing.id'),
    );
}

/** What is not at an end yet. */
export const NOT_ENDED: readonly DeliveryState[] = ['waiting', 'ready', 'sending'];

/** What may still be skipped. */
export const NOT_GONE: readonly DeliveryState[] = ['waiting', 'ready'];

/** What someone finds among their messages: whatever was meant to reach them, and perhaps did. */
export const ARRIVED: readonly DeliveryState[] = ['sent', 'failed', 'uncertain'];

/** What was ready waits once more: whether and where it goes is decided anew. */
export const DECIDED_ANEW = { state: 'waiting', holder: null, channel: null, key: null } as const;

/** What is left of a message that was not meant to arrive after all. */
export function skipped(reason: SkipReason, at: string | null) {
  return { state: 'skipped', reason, text: null, channel: null, key: null, holder: null, at };
}

import { NOT_ENDED } from '../delivery/states.ts';
import type { Backed } from './without-sessions.ts';

/**
 * Messages as if sending had broken off at that moment. What has gone out since a backup was made is
 * not in it, so whatever could still go from it might come a second time: an active reminder is a draft
 * again, which someone has to look at and confirm, and a message that had not gone is uncertain.
 */
export function withoutUnsent(now: Date): Backed {
  return (table, row) => {
    if (table === 'reminder' && row.state === 'active') {
      const unconfirmed = { confirmed_at: null, confirmed_by_name: null, planned_until: null };
      return { ...row, state: 'draft', ...unconfirmed };
    }
    if (table === 'delivery' && (NOT_ENDED as readonly unknown[]).includes(row.state)) {
      return { ...row, state: 'uncertain', holder: null, at: now.toISOString() };
    }
    return row;
  };
}

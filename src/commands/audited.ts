import { makeId } from '../conversation/ids.ts';
import type { PeopleChange } from '../people/store.ts';

/** Writes down what the operator did at the machine itself. */
export function auditedByOperator(deed: string, detail: string, now: Date): PeopleChange {
  return {
    kind: 'audit',
    deed: { id: makeId(), at: now.toISOString(), actor: null, actorName: null, deed, detail },
  };
}

import type { PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';

/** Writes down what someone did to others, in the same transaction as the deed. */
export function audited(deed: string, detail: string, { person, now }: PersonalOccasion): Change {
  const line = {
    id: makeId(),
    at: now.toISOString(),
    actor: person.id,
    actorName: person.name,
    deed,
    detail,
  };
  return { of: 'people', change: { kind: 'audit', deed: line } };
}

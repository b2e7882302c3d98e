import type { Mailing, MessageButton } from '../../../delivery/mailing.ts';
import { allowedAt } from '../../../reminder/schedule/sending-time.ts';
import type { PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';

export interface ServiceMessage {
  /** See {@link Mailing.source}. */
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly MessageButton[];
}

/** A message to each of these people, at an hour at which messages may come. */
export function serviceMessage(
  people: readonly string[],
  { source, title, text, buttons }: ServiceMessage,
  { now, zone, restDays }: Pick<PersonalOccasion, 'now' | 'zone' | 'restDays'>,
): readonly Change[] {
  if (people.length === 0) return [];
  const notBefore = allowedAt(
    { kind: 'class', isUrgent: false },
    now,
    zone,
    restDays,
  ).toISOString();
  const mailing: Mailing = {
    ...{ id: makeId(), kind: 'service', source, reminder: null, title, buttons },
    ...{ isUrgent: false, dueAt: notBefore, createdAt: now.toISOString() },
  };
  const deliveries = people.map((person) => ({
    ...{ id: makeId(), person, text, notBefore, notAfter: null },
  }));
  return [{ of: 'delivery', change: { kind: 'add-mailing', mailing, deliveries } }];
}

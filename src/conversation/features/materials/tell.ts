import type { Mailing, MessageButton } from '../../../delivery/mailing.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import { can } from '../../../people/abilities.ts';
import { allowedAt } from '../../../reminder/schedule/sending-time.ts';
import type { PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { lastStep } from './material-words.ts';
import { namedAs } from './opened-material.ts';

/** Of whom somebody is told what was done with a version. */
export interface News {
  /** What was done, as a part of the mailing's source. */
  readonly did: 'submit' | 'return' | 'approve';
  readonly title: string;
  readonly text: string;
}

/** Who may approve what somebody else has submitted. */
export async function approversBeside({ people, person }: PersonalOccasion): Promise<string[]> {
  return (await people.people())
    .filter(({ id, role }) => id !== person.id && can(role, 'manage-materials'))
    .map(({ id }) => id);
}

/** Tells whoever submitted it, unless they do it themselves or did it at the machine. */
export function tellSubmitter(
  material: ShelvedMaterial,
  news: News,
  on: PersonalOccasion,
): readonly Change[] {
  const submitter = lastStep(material, 'submit')?.person ?? null;
  return submitter === null || submitter === on.person.id
    ? []
    : tell(material, [submitter], news, on);
}

/** A message to each of these people, at an hour at which messages may come. */
export function tell(
  material: ShelvedMaterial,
  people: readonly string[],
  { did, title, text }: News,
  on: PersonalOccasion,
): readonly Change[] {
  if (people.length === 0) return [];
  const notBefore = allowedAt(
    { kind: 'class', isUrgent: false },
    on.now,
    on.zone,
    on.restDays,
  ).toISOString();
  const { id, version } = material.entry;
  const open: MessageButton = {
    label: '查看资料',
    deed: { kind: 'open-material', ...namedAs(material) },
  };
  const mailing: Mailing = {
    ...{ id: makeId(), kind: 'service', source: `material:${id}@${version}:${did}:${on.turn}` },
    ...{ reminder: null, title, buttons: [open], isUrgent: false },
    ...{ dueAt: notBefore, createdAt: on.now.toISOString() },
  };
  const deliveries = people.map((person) => ({
    ...{ id: makeId(), person, text, notBefore, notAfter: null },
  }));
  return [{ of: 'delivery', change: { kind: 'add-mailing', mailing, deliveries } }];
}

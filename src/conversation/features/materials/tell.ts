import type { ShelvedMaterial } from '../../../materials/material.ts';
import { can } from '../../../people/abilities.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { serviceMessage } from '../messages/service-message.ts';
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

/** A message to each of these people, with the version under a button. */
export function tell(
  material: ShelvedMaterial,
  people: readonly string[],
  { did, title, text }: News,
  on: PersonalOccasion,
): readonly Change[] {
  const { id, version } = material.entry;
  const open = { label: '查看资料', deed: { kind: 'open-material', ...namedAs(material) } };
  const source = `material:${id}@${version}:${did}:${on.turn}`;
  return serviceMessage(people, { source, title, text, buttons: [open] }, on);
}

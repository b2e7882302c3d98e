import { ROLE_NAMES, ROLES } from '../../../people/abilities.ts';
import type { Audience, AudiencePart } from '../../../people/audience/audience.ts';
import { audienceInWords } from '../../../people/audience/audience-in-words.ts';
import { nameAudience } from '../../../people/audience/name-audience.ts';
import { peopleIn } from '../../../people/audience/people-in.ts';
import type { AudienceReading } from '../../../people/audience/read-audience.ts';
import type { TrainingClass } from '../../../people/person.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** Parts of an audience to choose from are listed so many at a time. */
export const PARTS_ON_PAGE = 10;

export const HOW_TO_WRITE_PARTS =
  '可以选几项，合在一起，同一个人只收一次。也可以直接写，例如“任职培训班”“某局的学员”“全体教师”。';

type Part = readonly [label: string, part: AudiencePart];

/** Whom an audience is, and how many they are now. */
export async function audienceInFull(
  audience: Audience,
  { people, today }: PersonalOccasion,
): Promise<string> {
  const [everyone, classes] = [await people.people(), await people.classes()];
  const found = peopleIn(audience, everyone, classes, today, { withEnded: true });
  return `${audienceInWords(audience, classes)}，共 ${found.length} 人`;
}

/** Classes, units or roles to choose from. */
export async function partsBy(
  by: 'class' | 'unit' | 'role',
  classes: readonly TrainingClass[],
  { people }: PersonalOccasion,
): Promise<readonly Part[]> {
  const whole = (label: string, part: Partial<AudiencePart>): Part => [
    label,
    { classId: null, unit: null, role: null, ...part },
  ];
  switch (by) {
    case 'class':
      return classes.map(({ id, name }) => whole(name, { classId: id }));
    case 'unit':
      return (await unitsOf(people)).map((unit) => whole(unit, { unit }));
    case 'role':
      return ROLES.map((role) => whole(`全体${ROLE_NAMES[role]}`, { role }));
    default:
      return by satisfies never;
  }
}

/** 单位 of the people there are, each once. */
export async function unitsOf(people: PersonalOccasion['people']): Promise<readonly string[]> {
  const units = (await people.people()).map(({ unit }) => unit).filter((unit) => unit !== '');
  return [...new Set(units)].toSorted((one, other) => one.localeCompare(other, 'zh'));
}

/** Parts as a person writes them. */
export async function partsIn(
  text: string,
  filters: Parameters<typeof nameAudience>[1]['filters'],
  { people }: PersonalOccasion,
): Promise<AudienceReading> {
  const [classes, units] = [await people.classes(), await unitsOf(people)];
  return nameAudience(text, { classes, units, filters });
}

/** Parts that are there already stay as they are. */
export function withParts(audience: Audience, parts: Audience): AudiencePart[] {
  const added = parts.filter((part) => !audience.some((one) => isSame(one, part)));
  return [...audience, ...added];
}

export function withoutPart(audience: Audience, part: AudiencePart): AudiencePart[] {
  return audience.filter((one) => !isSame(one, part));
}

function isSame(one: AudiencePart, other: AudiencePart): boolean {
  return one.classId === other.classId && one.unit === other.unit && one.role === other.role;
}

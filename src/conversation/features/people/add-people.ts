import type { TrainingClass } from '../../../people/person.ts';
import type { ListedMember } from '../../../people/plan-import.ts';
import type { CodeLink, Tools } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { newCode } from './code.ts';

const DAY_MS = 86_400_000;
const CODE_DAYS = 30;

/** A personal code with whom it is for. */
export interface CodeCard {
  readonly name: string;
  readonly unit: string;
  readonly code: string;
  readonly links: readonly CodeLink[];
}

/** What adds people to a class, each with a code of their own. */
export async function addPeople(
  people: readonly ListedMember[],
  { id: classId }: TrainingClass,
  { links, now }: Pick<Tools, 'links'> & { readonly now: Date },
): Promise<{
  readonly changes: readonly Change[];
  readonly cards: readonly CodeCard[];
  readonly expires: Date;
}> {
  const at = now.toISOString();
  const changes: Change[] = [];
  const cards: CodeCard[] = [];
  for (const { name, unit, role } of people) {
    const person = makeId();
    const { code, change } = newCode(
      { role, classId, person, places: 1, note: `登录码：${name}` },
      CODE_DAYS * DAY_MS,
      now,
    );
    changes.push(
      {
        of: 'people',
        change: { kind: 'add-person', person: { id: person, name, unit, role }, at },
      },
      { of: 'people', change: { kind: 'join', person, classId, part: role, at } },
      change,
    );
    cards.push({ name, unit, code, links: await links(code) });
  }
  return { changes, cards, expires: new Date(now.getTime() + CODE_DAYS * DAY_MS) };
}

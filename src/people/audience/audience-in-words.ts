import { ROLE_NAMES } from '../../people/abilities.ts';
import type { TrainingClass } from '../../people/person.ts';
import type { Audience, AudiencePart } from './audience.ts';

/** “春季班”的学员、县委办公室的教师. */
export function audienceInWords(audience: Audience, classes: readonly TrainingClass[]): string {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  return audience.map((part) => partInWords(part, names)).join('，以及');
}

function partInWords(
  { classId, unit, role }: AudiencePart,
  names: ReadonlyMap<string, string>,
): string {
  if (classId !== null) {
    const name = names.get(classId);
    const of = name === undefined ? '已经删除的班次' : `“${name}”`;
    return `${of}${unit === null ? '' : `中${unit}`}的${ROLE_NAMES[role ?? 'learner']}`;
  }
  if (unit !== null) return `${unit}的${role === null ? '人员' : ROLE_NAMES[role]}`;
  return role === null ? '全体人员' : `全体${ROLE_NAMES[role]}`;
}

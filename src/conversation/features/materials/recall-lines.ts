import type { ShelvedMaterial } from '../../../materials/material.ts';
import { recallTotals } from '../../../materials/recall/recall-totals.ts';
import { can } from '../../../people/abilities.ts';
import type { PersonalOccasion } from '../../feature.ts';

const DAY_MS = 86_400_000;

/** How often a material was quoted and who was told of changes, for those who manage materials. */
export async function recallLines(
  { entry }: ShelvedMaterial,
  { person, givenAnswers, answerDays, now }: PersonalOccasion,
): Promise<readonly string[]> {
  const wasInForce = entry.status === 'approved' || entry.status === 'retired';
  if (!wasInForce || answerDays === 0 || !can(person.role, 'manage-materials')) return [];
  const since = new Date(now.getTime() - answerDays * DAY_MS).toISOString();
  const totals = recallTotals(await givenAnswers.totals(entry.id, since));
  return [
    `引用（近 ${answerDays} 天，各版合计）：答复引用${totals.answers}次；引文变动后已告知${totals.told}人，没有登录、无法告知的${totals.notSignedIn}次`,
  ];
}

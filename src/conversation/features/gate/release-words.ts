import { timeIn } from '../../../clock.ts';
import { countsInWords, VERDICT_NAMES } from '../../../materials/gate/gate-words.ts';
import type { Release } from '../../../materials/gate/store.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** When an index was judged and what became of it, in one line. */
export function releaseLine(
  { at, verdict, findings }: Release,
  { zone }: Pick<PersonalOccasion, 'zone'>,
): string {
  const counts = verdict === 'first' ? '' : `：${countsInWords(findings)}`;
  return `${timeIn(zone, new Date(at))}　${VERDICT_NAMES[verdict]}${counts}`;
}

/** Who let it through, when and why; none where nobody did. */
export function overruledLines(
  { by, reason, overruledAt }: Release,
  { zone }: Pick<PersonalOccasion, 'zone'>,
): readonly string[] {
  if (by === null || overruledAt === null) return [];
  return [`${timeIn(zone, new Date(overruledAt))}　由${by.name}同意启用，理由：${reason ?? ''}`];
}

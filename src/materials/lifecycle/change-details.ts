import type { Refusal } from '../folder/change-folder.ts';
import { detailsOf, type MaterialDetails } from '../material.ts';
import { checkDetails, DETAIL_NAMES } from './check-details.ts';
import { againstChanging, nameOf } from './rules.ts';
import type { StepMoment, Taken } from './take-step.ts';

/** Changes what is registered of a draft; the step tells which fields. */
export function changeDetails(
  { entry }: StepMoment,
  given: Partial<MaterialDetails>,
): Taken | Refusal {
  const problem = againstChanging(entry);
  if (problem !== null) return { kind: 'refused', problem };
  const checked = checkDetails(detailsOf(entry), given);
  if (checked.kind === 'wrong') return { kind: 'refused', problem: checked.problem };
  const now = checked.details;
  const changed = (Object.keys(DETAIL_NAMES) as (keyof MaterialDetails)[]).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(entry[field]),
  );
  if (changed.length === 0) {
    return { kind: 'refused', problem: `${nameOf(entry)}的登记没有变化。` };
  }
  return {
    kind: 'take',
    fields: Object.fromEntries(changed.map((field) => [field, now[field]])),
    reason: changed.map((field) => DETAIL_NAMES[field]).join('、'),
  };
}

import { withoutTitleMarks } from '../../answering/answer-text.ts';
import type { AgendaStep, Kit } from '../kit.ts';

type Basis = Kit['basis'][number];

export const POLICY_LABEL = '规划要求';
export const METHOD_LABEL = '方法建议';

/** Of a question that no policy text carries. */
export const NO_BASIS = '方法建议，无直接政策依据';

/** 《全国干部教育培训规划（2023—2027年）》七（一）. */
export function sourceOf({ title, place }: Pick<Basis, 'title' | 'place'>): string {
  return `《${withoutTitleMarks(title)}》${place}`;
}

/** What is said on every document where policy text does not carry the whole topic; else empty. */
export function groundingWarning({ grounding, groundingNote }: Kit): string {
  return grounding === 'full' ? '' : `政策依据说明：${groundingNote}`;
}

/** 全班40人，分为5组：第1组至第5组每组8人。 */
export function groupsInWords({ groups, order }: Pick<Kit, 'groups' | 'order'>): string {
  const all = `全班${order.people}人`;
  if (groups.length === 0) return `${all}，不分组。`;
  const words = runsOfEqualGroups(groups).map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const named = first === last ? first?.name : `${first?.name}至${last?.name}每组`;
    return `${named}${first?.people}人`;
  });
  return `${all}，分为${groups.length}组：${words.join('，')}。`;
}

function runsOfEqualGroups(groups: Kit['groups']): Kit['groups'][] {
  const runs: Kit['groups'][] = [];
  for (const group of groups) {
    const run = runs.at(-1);
    if (run?.[0]?.people === group.people) run.push(group);
    else runs.push([group]);
  }
  return runs;
}

/** A step with the minutes after the opening at which it begins and ends. */
export interface TimedStep extends AgendaStep {
  readonly from: number;
  readonly to: number;
}

export function timedSteps({ agenda }: Pick<Kit, 'agenda'>): TimedStep[] {
  let clock = 0;
  return agenda.map((step) => {
    const from = clock;
    clock += step.minutes;
    return { ...step, from, to: clock };
  });
}

export function totalMinutes({ agenda }: Pick<Kit, 'agenda'>): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0);
}

import { placeOnPage } from '../../text/pages.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { Kit } from '../kit.ts';
import type { NumberedQuestion } from './numbered-stages.ts';

type Basis = Kit['basis'][number];

export const METHOD_LABEL = '方法建议';

/** Headings of the 研讨方案. */
export const PLAN_PARTS = {
  occasion: '一、班次与对象',
  subject: '二、主题与聚焦问题',
  grounds: '三、选题依据',
  aims: '四、研讨目标',
  groups: '五、分组与角色',
  preparation: '六、课前准备',
  agenda: '七、研讨流程',
  rules: '八、研讨规则',
  supplies: '九、物料准备',
  reporting: '十、汇报与点评',
  outcome: '十一、成果去向',
  risks: '十二、风险预案',
} as const;

export const NO_POLICY = '本次研讨没有可以引用的政策原文。';

/** Of a question that no policy text carries. */
export const NO_BASIS = '方法建议，无直接政策依据';

/** What policy text is called: 规划要求 is of a 规划 alone, and not of a 办法 or a 条例. */
export function policyLabel({ basis }: Pick<Kit, 'basis'>): '规划要求' | '政策要求' {
  const isPlan = basis.length > 0 && basis.every(({ title }) => title.includes('规划'));
  return isPlan ? '规划要求' : '政策要求';
}

/** 《全国干部教育培训规划（2023—2027年）》七（一）. */
export function sourceOf({ title, place, page }: Pick<Basis, 'title' | 'place' | 'page'>): string {
  return `《${withoutTitleMarks(title)}》${placeOnPage(place, page)}`;
}

/** The place first: between it and the words of the policy nothing can be mistaken for either. */
export function basisInWords(
  citation: NumberedQuestion['basis'][number],
  { number }: Pick<NumberedQuestion, 'number'>,
): string {
  return citation.firstAt === number
    ? `${sourceOf(citation)}：${citation.text}`
    : `见第${citation.firstAt}题所引${citation.place}`;
}

/** What is said on every document where policy text does not carry the whole topic; else empty. */
export function groundingWarning({ grounding, groundingNote }: Kit): string {
  return grounding === 'full' ? '' : `政策依据说明：${groundingNote}`;
}

/** How policy text and advice are told apart; `mark` says what policy text looks like. */
export function kindsNote(kit: Pick<Kit, 'basis'>, mark: string): string {
  const advice = `标有“${METHOD_LABEL}”的内容是组织研讨的建议，不是政策要求，可以结合实际调整。`;
  return kit.basis.length === 0
    ? `没有引用政策原文；${advice}`
    : `${mark}的内容是“${policyLabel(kit)}”，为政策原文，逐字引用；${advice}`;
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

import type { Analysis, ItemAnalysis } from '../../../src/questionnaire/analysis/analysis.ts';
import type { Item, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import type { ReportHead } from '../../../src/questionnaire/report/report-head.ts';

/** A class of 48 of whom 45 answered, worked out by hand; nobody is behind it. */
const ANSWERED = 45;

const SCALE = ['非常满意', '比较满意', '一般', '不太满意', '很不满意'];
const always = { hint: '', showIf: null, basis: null } as const;

const REACTIONS: readonly [id: string, text: string, counts: readonly (number | null)[]][] = [
  ['design', '课程设置与工作需要的结合', [24, 15, 6, 0, 0]],
  ['teachers', '授课教师的水平', [30, 15, 0, 0, 0]],
  ['effect', '学习收获', [19, 20, null, null, 0]],
  ['service', '食宿和组织安排', [12, 17, 11, 5, 0]],
];

const CHANGES: readonly [id: string, text: string, before: number, after: number][] = [
  ['k1', '结构化研讨的组织方法', 2.36, 4.09],
  ['k2', '培训需求调研与分析', 2.71, 4.02],
  ['k3', '培训效果评估', 2.87, 3.6],
  ['k4', '公文写作', 3.89, 3.93],
];

function reaction([id, text]: (typeof REACTIONS)[number]): Item {
  const single = { type: 'single', options: SCALE, isBand: false, isRequired: true } as const;
  return { ...always, ...single, id, text };
}

export const QUESTIONNAIRE: Questionnaire = {
  kind: 'evaluation',
  title: '全市干训干部能力提升班评估问卷',
  introduction: '用于改进培训工作。',
  audience: '全体学员',
  items: [
    { ...always, id: 's1', type: 'section', text: '一、对本期班次的评价' },
    ...REACTIONS.map(reaction),
    { ...always, id: 's2', type: 'section', text: '二、训前训后' },
    ...CHANGES.map(
      ([id, text]): Item => ({
        ...{ ...always, id, text, type: 'scale-pair', pair: 'change' },
        ...{ hasNotApplicable: true, isRequired: true },
      }),
    ),
    {
      ...always,
      id: 'advice',
      type: 'text',
      text: '您对改进本班有什么建议？',
      isRequired: false,
      most: 500,
    },
  ],
};

export const ANALYSIS: Analysis = {
  sample: { invited: 48, answered: ANSWERED, rate: ANSWERED / 48 },
  items: [
    ...REACTIONS.map(
      ([id, text, counts]): ItemAnalysis => ({
        ...{ id, text, type: 'single', answered: ANSWERED, notApplicable: 0, mean: null },
        ...{ pair: null, themes: [] },
        distribution: {
          kind: 'options',
          cells: SCALE.map((label, at) => {
            const count = counts[at] ?? null;
            return { label, count, share: count === null ? null : count / ANSWERED };
          }),
        },
      }),
    ),
    ...CHANGES.map(
      ([id, text, importance, competence]): ItemAnalysis => ({
        ...{ id, text, type: 'scale-pair', answered: ANSWERED, notApplicable: 0, mean: null },
        distribution: { kind: 'pair', importance: null, competence: null },
        ...{ pair: { importance, competence }, themes: [] },
      }),
    ),
    {
      ...{ id: 'advice', type: 'text', text: '您对改进本班有什么建议？', answered: 21 },
      ...{ notApplicable: 0, distribution: null, mean: null, pair: null },
      themes: [
        { words: ['研讨', '时间'], people: 9 },
        { words: ['案例'], people: 6 },
      ],
    },
  ],
  needs: [],
  changes: CHANGES.map(([id, text, before, after]) => ({
    id,
    text,
    before,
    after,
    answered: ANSWERED,
  })),
  crossTabs: [],
  suggestions: [],
  limits: ['训前掌握程度为事后回忆，可能高估变化。'],
};

export const HEAD: ReportHead = {
  title: QUESTIONNAIRE.title,
  opened: '2026-11-18',
  closed: '2026-11-20',
  audience: '全体学员',
  madeOn: '2026-11-25',
};

import type {
  Analysis,
  Cell,
  ItemAnalysis,
  NeedRank,
  Quadrant,
} from '../../../src/questionnaire/analysis/analysis.ts';
import type { Item, ItemBasis, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import type { ReportHead } from '../../../src/questionnaire/report/report-head.ts';

/** A survey of 120 people of whom 86 answered, worked out by hand; nobody is behind it. */
export const ANSWERED = 86;

const PLAN = '全国干部教育培训规划（2023—2027年）';

/** Words of the plan, exactly; they are made sure of in the tests. */
export const PLAN_QUOTES = {
  innovation: { place: '二（一）', text: '完善干部理论教育培训长效机制' },
  practice: { place: '四（三）', text: '强化实践导向、问题导向、效果导向，把准培训需求' },
  digital: { place: '六（三）', text: '加快培训管理数字化' },
} as const;

const always = { hint: '', showIf: null, basis: null } as const;

function basisOf({ place, text }: { place: string; text: string }): ItemBasis {
  return { material: 'plan-2023-2027', title: PLAN, place, start: 0, text };
}

function section(id: string, text: string): Item {
  return { ...always, id, text, type: 'section' };
}

function band(id: string, text: string, options: string[]): Item {
  return { ...always, id, text, options, type: 'single', isBand: true, isRequired: true };
}

function multiple(id: string, text: string, options: string[]): Item {
  const choice = { type: 'multiple', least: 1, most: 3, isRequired: true } as const;
  return { ...always, ...choice, id, text, options };
}

/** Text, importance, competence, score; the largest score first. */
const CONTENT: readonly [string, string, number, number, number, Quadrant][] = [
  ['c7', '数字化履职与数据治理能力', 4.52, 2.61, 8.63, 'focus'],
  ['c5', '应急处突与舆情引导', 4.61, 2.84, 8.16, 'focus'],
  ['c4', '推动高质量发展的专业本领', 4.7, 3.05, 7.76, 'focus'],
  ['c9', '做新形势下群众工作的方法', 4.55, 3.12, 6.51, 'focus'],
  ['c6', '防范化解重大风险', 4.48, 3.08, 6.27, 'focus'],
  ['c8', '依法行政与法治思维', 4.36, 3.21, 5.01, 'focus'],
  ['c10', '基层治理案例研究', 4.02, 3.0, 4.1, 'later'],
  ['c11', '涉外知识与国际形势', 3.41, 2.7, 2.42, 'later'],
  ['c1', '习近平新时代中国特色社会主义思想的系统学习', 4.83, 4.33, 2.42, 'keep'],
  ['c2', '党章党规党纪和政治纪律', 4.75, 4.4, 1.66, 'keep'],
  ['c3', '党的优良传统和作风', 4.2, 4.12, 0.34, 'enough'],
  ['c12', '公文写作与会务组织', 3.6, 3.84, -0.86, 'enough'],
];

const METHODS = [
  '案例式教学',
  '现场教学',
  '结构化研讨',
  '专题讲授',
  '情景模拟',
  '网络自学',
  '其他（请注明）',
];
const TEACHERS = [
  '党校（行政学院）教师',
  '有实践经验的领导干部',
  '业务部门负责人',
  '高校专家',
  '其他（请注明）',
];
const SPANS = ['3天以内', '4至5天', '6至10天', '10天以上'];
const BARRIERS = [
  '工作任务重，走不开',
  '班次内容与工作联系不紧',
  '不了解有哪些班次',
  '没有困难',
  '其他（请注明）',
];
const LEVELS = ['县处级', '乡科级', '其他（请注明）'];
const KINDS = ['综合管理', '行政执法', '专业技术'];
const AGES = ['35岁及以下', '36至45岁', '46岁及以上'];
const RANKED = ['提升专业能力', '开阔视野', '交流经验', '理论素养'];

export const QUESTIONNAIRE: Questionnaire = {
  kind: 'needs',
  title: '2027年度全市干部培训需求问卷',
  introduction: '用于编制2027年度班次计划。',
  audience: '全市县处级、乡科级干部',
  items: [
    section('s1', '一、基本信息'),
    band('level', '职务层级', LEVELS),
    band('kind', '岗位类别', KINDS),
    band('age', '年龄段', AGES),
    section('s2', '二、培训内容需求'),
    ...[...CONTENT]
      .sort(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)))
      .map(
        ([id, text], at): Item => ({
          ...{
            id,
            text,
            type: 'scale-pair',
            pair: 'need',
            isRequired: true,
            hint: '',
            showIf: null,
          },
          hasNotApplicable: true,
          basis: at === 0 ? basisOf(PLAN_QUOTES.innovation) : null,
        }),
      ),
    section('s3', '三、方式与师资'),
    multiple('methods', '您希望采用哪些培训方式？（最多选3项）', METHODS),
    multiple('teachers', '您希望由哪些人授课？（最多选3项）', TEACHERS),
    section('s4', '四、时间安排'),
    {
      ...{ ...always, id: 'span', text: '一期培训多长时间合适？', options: SPANS },
      ...{ type: 'single', isBand: false, isRequired: true },
    },
    {
      ...{ ...always, id: 'days', text: '近两年您脱产参训共多少天？', type: 'number' },
      ...{ least: 0, most: 60, unit: '天', isWhole: true, isRequired: true },
    },
    {
      ...{ ...always, id: 'aims', text: '请按看重程度排列参训目的。', type: 'ranking' },
      ...{ options: RANKED, most: null, isRequired: true },
    },
    section('s5', '五、困难与建议'),
    multiple('barriers', '影响您参加培训的主要困难是什么？（最多选3项）', BARRIERS),
    {
      ...{ ...always, id: 'advice', text: '您对改进培训工作有什么建议？', type: 'text' },
      ...{ most: 500, isRequired: false },
    },
  ],
};

function cell(label: string, count: number | null, of = ANSWERED): Cell {
  return { label, count, share: count === null ? null : count / of };
}

function choice(
  id: string,
  type: 'single' | 'multiple',
  text: string,
  labels: readonly string[],
  counts: readonly (number | null)[],
): ItemAnalysis {
  const cells = labels.map((label, at) => cell(label, counts[at] ?? null));
  const nothing = { notApplicable: 0, mean: null, pair: null, themes: [] };
  return {
    id,
    type,
    text,
    ...nothing,
    answered: ANSWERED,
    distribution: { kind: 'options', cells },
  };
}

const needs: readonly NeedRank[] = CONTENT.map(
  ([id, text, importance, competence, mwds, quadrant], at) => ({
    ...{
      id,
      text,
      importance,
      competence,
      mwds,
      quadrant,
      isPrescribed: false,
      answered: ANSWERED - (at % 4),
    },
    // Two have the same score.
    rank: at === 8 ? 8 : at + 1,
  }),
);

function contentAnalysis([
  id,
  text,
  importance,
  competence,
]: (typeof CONTENT)[number]): ItemAnalysis {
  const marks = id === 'c7' ? { importance: [0, 0, 7, 27, 52], competence: null } : null;
  return {
    ...{ id, text, type: 'scale-pair', answered: ANSWERED, notApplicable: null, mean: null },
    distribution: { kind: 'pair', importance: null, competence: null, ...marks },
    ...{ pair: { importance, competence }, themes: [] },
  };
}

const text = (id: string) => QUESTIONNAIRE.items.find((item) => item.id === id)?.text ?? '';

/** Needs of a group: some that lead, the others as they are for all. */
function groupNeeds(first: readonly string[], shift: number) {
  return needs
    .map(({ id, text, mwds }) => {
      const place = first.indexOf(id);
      const score = place < 0 ? Math.min(mwds, 7.5) : 9 - 0.4 * place;
      return { id, text, mwds: Number((score + shift).toFixed(2)) };
    })
    .sort((one, other) => other.mwds - one.mwds)
    .map((need, at) => ({ ...need, rank: at + 1 }));
}

export const ANALYSIS: Analysis = {
  sample: { invited: 120, answered: ANSWERED, rate: ANSWERED / 120 },
  items: [
    choice('level', 'single', text('level'), LEVELS, [31, 55, 0]),
    choice('kind', 'single', text('kind'), KINDS, [58, null, null]),
    choice('age', 'single', text('age'), AGES, [22, 39, 25]),
    ...CONTENT.map(contentAnalysis),
    choice('methods', 'multiple', text('methods'), METHODS, [54, 49, 33, 21, 18, null, null]),
    choice('teachers', 'multiple', text('teachers'), TEACHERS, [41, 57, 38, 19, 0]),
    choice('span', 'single', text('span'), SPANS, [19, 44, 23, 0]),
    {
      ...{ id: 'days', type: 'number', text: text('days'), answered: ANSWERED, notApplicable: 0 },
      ...{ mean: 8.4, pair: null, themes: [] },
      distribution: {
        kind: 'bands',
        cells: [cell('0天', 9), cell('1至5天', 28), cell('6至10天', 27), cell('11天以上', 22)],
      },
    },
    {
      ...{ id: 'aims', type: 'ranking', text: text('aims'), answered: 82, notApplicable: 0 },
      ...{ mean: null, pair: null, themes: [] },
      distribution: {
        kind: 'ranking',
        places: [
          { option: '提升专业能力', mean: 1.62 },
          { option: '理论素养', mean: 2.31 },
          { option: '交流经验', mean: 2.74 },
          { option: '开阔视野', mean: 3.33 },
        ],
      },
    },
    choice('barriers', 'multiple', text('barriers'), BARRIERS, [61, 30, 17, 8, null]),
    {
      ...{ id: 'advice', type: 'text', text: text('advice'), answered: 47, notApplicable: 0 },
      ...{ distribution: null, mean: null, pair: null },
      themes: [
        { words: ['案例', '身边'], people: 16 },
        { words: ['时间', '集中'], people: 11 },
        { words: ['实操', '数据'], people: 9 },
        { words: ['送教', '基层'], people: 6 },
      ],
    },
  ],
  needs,
  changes: [],
  crossTabs: [
    {
      ...{ band: 'level', text: '职务层级' },
      groups: [
        { label: '县处级', answered: 31, needs: groupNeeds(['c4', 'c6', 'c5'], 0.3) },
        { label: '乡科级', answered: 55, needs: groupNeeds(['c7', 'c9', 'c5'], -0.1) },
      ],
      tables: [
        {
          ...{ item: 'methods', text: text('methods'), options: METHODS },
          rows: [
            [22, 17, 14, 9, 6, null, null],
            [32, 32, 19, 12, 12, null, null],
          ],
        },
        {
          ...{ item: 'span', text: text('span'), options: SPANS },
          rows: [
            [12, 14, 5, 0],
            [7, 30, 18, 0],
          ],
        },
      ],
    },
    {
      ...{ band: 'kind', text: '岗位类别' },
      groups: [
        { label: '综合管理', answered: 58, needs: groupNeeds(['c7', 'c5', 'c4'], 0) },
        { label: '行政执法', answered: null, needs: [] },
        { label: '专业技术', answered: null, needs: [] },
      ],
      tables: [],
    },
    {
      ...{ band: 'age', text: '年龄段' },
      groups: [
        { label: '35岁及以下', answered: 22, needs: groupNeeds(['c9', 'c5', 'c7'], 0.5) },
        { label: '36至45岁', answered: 39, needs: groupNeeds(['c7', 'c5', 'c4'], 0.1) },
        { label: '46岁及以上', answered: 25, needs: groupNeeds(['c7', 'c8', 'c5'], -0.3) },
      ],
      tables: [],
    },
  ],
  suggestions: [
    {
      ...{ item: 'c7', text: '数字化履职与数据治理能力', audience: '全体调研对象' },
      reason: '重要程度平均4.52分，掌握程度平均2.61分，平均加权差距8.63，在12项内容中排第1位。',
      basis: { title: PLAN, ...PLAN_QUOTES.digital },
    },
    {
      ...{ item: 'c4', text: '推动高质量发展的专业本领', audience: '县处级干部' },
      reason: '县处级填答者的平均加权差距为9.30，在本组排第1位。',
      basis: { title: PLAN, ...PLAN_QUOTES.practice },
    },
    {
      ...{ item: 'c5', text: '应急处突与舆情引导', audience: '全体调研对象' },
      reason: '重要程度平均4.61分，掌握程度平均2.84分，平均加权差距8.16，排第2位',
      basis: { title: PLAN, ...PLAN_QUOTES.practice },
    },
    {
      ...{ item: 'c9', text: '做新形势下群众工作的方法', audience: '35岁及以下干部' },
      reason: '35岁及以下填答者的平均加权差距为9.50，在本组排第1位。',
      basis: null,
    },
  ],
  limits: [
    '回收率为71.7%，未填答者的需求可能与填答者不同。',
    '掌握程度为本人自评，不是考试成绩，宜与组织需求、岗位需求一并判断。',
    '岗位类别中有两类人数不足5人或可由相减推出，没有单独列出。',
  ],
};

export const HEAD: ReportHead = {
  title: QUESTIONNAIRE.title,
  opened: '2026-11-02',
  closed: '2026-11-20',
  audience: '全市县处级、乡科级干部',
  madeOn: '2026-11-25',
};

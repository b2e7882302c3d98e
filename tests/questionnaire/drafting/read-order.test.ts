import { describe, expect, it } from 'vitest';
import { orderProblems } from '../../../src/questionnaire/drafting/check-order.ts';
import {
  type QuestionnairePieces,
  readOrder,
} from '../../../src/questionnaire/drafting/read-order.ts';

const NOTHING: QuestionnairePieces = {
  ...{ kind: null, audience: null, purpose: null, period: null, topics: null },
};

const LINES: readonly (readonly [string, Partial<QuestionnairePieces>])[] = [
  [
    '给县处级干部做一份关于数字化能力的培训需求问卷，用于2027年计划',
    {
      ...{ kind: 'needs', audience: '县处级干部', purpose: '2027年计划', period: '2027年' },
      topics: ['数字化能力'],
    },
  ],
  [
    '起草乡镇干部培训需求问卷，主题：基层治理、乡村振兴，时间：2027年',
    { kind: 'needs', audience: '乡镇干部', period: '2027年', topics: ['基层治理', '乡村振兴'] },
  ],
  ['做一份2026年第二期中青班评估问卷', { kind: 'evaluation', audience: '2026年第二期中青班' }],
  ['请为公务员初任培训班出一份班次评估问卷', { kind: 'evaluation', audience: '公务员初任培训班' }],
  [
    '面向专业技术人员的需求调研问卷，围绕人工智能',
    { kind: 'needs', audience: '专业技术人员', topics: ['人工智能'] },
  ],
  [
    '县处级干部数字化能力培训需求问卷',
    { kind: 'needs', audience: '县处级干部', topics: ['数字化能力'] },
  ],
  [
    '明年国有企业领导人员的培训需求问卷，为编制班次计划',
    { kind: 'needs', audience: '国有企业领导人员', period: '2027年', purpose: '编制班次计划' },
  ],
  ['培训需求问卷', { kind: 'needs' }],
  [
    '给驻村第一书记出一份产业发展、项目管理方面的需求问卷',
    { kind: 'needs', audience: '驻村第一书记', topics: ['产业发展', '项目管理'] },
  ],
  [
    '国企领导人员廉洁从业、科技创新需求调研问卷',
    { kind: 'needs', audience: '国企领导人员', topics: ['廉洁从业', '科技创新'] },
  ],
  ['乡镇干部，应急管理，明年', { audience: '乡镇干部', period: '2027年', topics: ['应急管理'] }],
  ['做一份乡镇干部需求调研问卷，急用', { kind: 'needs', audience: '乡镇干部' }],
  ['县直机关需求调研', { kind: 'needs' }],
  [
    '对象：组织人事干部；主题：意识形态和网络安全；用途：编制2027年度班次计划',
    {
      ...{ audience: '组织人事干部', topics: ['意识形态', '网络安全'] },
      ...{ purpose: '编制2027年度班次计划', period: '2027年度' },
    },
  ],
  ['帮我做一份给年轻干部的问卷', { kind: 'needs', audience: '年轻干部' }],
  [
    '想了解宣传干部在舆情应对方面的培训需求',
    { kind: 'needs', audience: '宣传干部', topics: ['舆情应对'] },
  ],
  ['我想调研一下应急管理干部的培训需求', { kind: 'needs', audience: '应急管理干部' }],
  [
    '给全县村干部发个问卷，问问乡村振兴',
    { kind: 'needs', audience: '全县村干部', topics: ['乡村振兴'] },
  ],
  ['需求问卷：教师', { kind: 'needs', audience: '教师' }],
  [
    '给县直部门主要负责人和乡镇党委书记做需求问卷',
    { kind: 'needs', audience: '县直部门主要负责人和乡镇党委书记' },
  ],
  [
    '年轻干部 2027年 培训需求 公文写作、调查研究',
    { kind: 'needs', audience: '年轻干部', period: '2027年', topics: ['公文写作', '调查研究'] },
  ],
  [
    '明年想办一期应急管理专题班，先做个需求调研',
    { kind: 'needs', audience: '应急管理专题班', period: '2027年' },
  ],
  [
    '拟一份2027年度组织人事干部培训需求调查问卷，重点了解干部教育培训改革、数字化能力',
    {
      ...{ kind: 'needs', audience: '组织人事干部', period: '2027年度' },
      topics: ['干部教育培训改革', '数字化能力'],
    },
  ],
  ['关于开展公务员培训需求调研的问卷', { kind: 'needs', audience: '公务员' }],
  ['培训需求问卷 乡镇干部 基层治理', { kind: 'needs', audience: '乡镇干部', topics: ['基层治理'] }],
  [
    '用于编制2027年计划的年轻干部培训需求问卷',
    { kind: 'needs', audience: '年轻干部', purpose: '编制2027年计划', period: '2027年' },
  ],
  [
    '请就生态环保问题起草一份面向市县党政领导干部的培训需求问卷',
    { kind: 'needs', audience: '市县党政领导干部', topics: ['生态环保'] },
  ],
  [
    '给党外干部、女干部、少数民族干部做一份需求问卷',
    { kind: 'needs', audience: '党外干部、女干部、少数民族干部' },
  ],
  [
    '给2026年秋季学期中青班做个结业评估，课程有党性修养、乡村振兴、应急处置',
    {
      ...{ kind: 'evaluation', audience: '2026年秋季学期中青班' },
      topics: ['党性修养', '乡村振兴', '应急处置'],
    },
  ],
  ['给乡镇干部做一份问卷，越快越好，谢谢', { kind: 'needs', audience: '乡镇干部' }],
  ['你好', {}],
];

describe('a line of an order', () => {
  it.each(LINES)('%s', (line, pieces) => {
    expect(readOrder(line, 2026)).toEqual({ ...NOTHING, ...pieces });
  });

  it('may be anything', () => {
    for (const line of [
      '',
      '，。',
      '<b>给</b>',
      '做'.repeat(5000),
      '关于'.repeat(3000),
      '干部'.repeat(3000),
    ]) {
      expect(() => readOrder(line)).not.toThrow();
    }
  });
});

describe('what keeps an order from being drafted', () => {
  const order = {
    kind: 'needs',
    audience: '年轻干部',
    purpose: '',
    period: '',
    topics: [],
  } as const;

  it('is told with what to do', () => {
    expect(orderProblems(order)).toEqual([]);
    expect(orderProblems({ ...order, audience: '' })[0]).toContain('请写明哪些人');
    expect(orderProblems({ ...order, topics: [`${'长'.repeat(30)}短`] })[0]).toContain(
      '最多 30 个字',
    );
    expect(orderProblems({ ...order, purpose: '啊啊啊' })[0]).toContain('没有看懂“啊啊啊”');
    for (const topic of ['帮我订一张机票', '今天天气怎么样？', '可以吗']) {
      expect(orderProblems({ ...order, topics: [topic] })[0], topic).toContain('不像培训主题');
    }
    expect(orderProblems({ ...order, topics: ['请示报告制度', '酒吧和网吧管理'] })).toEqual([]);
    expect(orderProblems({ ...order, purpose: '用于选拔干部' })[0]).toContain('只用于改进培训');
  });
});

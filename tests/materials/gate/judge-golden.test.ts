import { describe, expect, it } from 'vitest';
import { type Answer, type Citation, NOT_OUTRIGHT } from '../../../src/answering/answer.ts';
import type { GoldenQuestion } from '../../../src/corpus/golden.ts';
import {
  type GivenAnswer,
  judgeGolden,
  type Standards,
  weaknessesOf,
} from '../../../src/materials/gate/judge-golden.ts';

const RULE = '每年培训2000名骨干教师。';

function cite(place: string, text: string, material = 'plan'): Citation {
  return { material, title: material === 'plan' ? '规划' : '办法', place, text, start: 0, end: 1 };
}

function given(fields: Partial<Answer> = {}, unsupported: string | null = null): GivenAnswer {
  const answer: Answer = {
    ...{ question: '培训多少', outcome: 'answered', lead: RULE, quotes: [cite('五（二）', RULE)] },
    ...{ nearest: [], methods: [], related: [] },
    ...fields,
  };
  return { answer, unsupported };
}

const WANTED: GoldenQuestion = {
  ...{ id: 'teachers', question: '培训多少', outcome: 'answered' },
  ...{
    places: [{ material: 'plan', place: '五（二）' }],
    contains: ['2000名'],
    absent: ['1000名'],
  },
};

const STANDARDS: Standards = {
  inForce: new Map([['plan', { title: '规划' }]]),
  isNew: () => false,
  forgiven: [],
};

function problemWith(
  answer: GivenAnswer,
  wanted: Partial<GoldenQuestion> = {},
  standards: Partial<Standards> = {},
) {
  const judged = judgeGolden({ ...WANTED, ...wanted }, answer, { ...STANDARDS, ...standards });
  return [judged.state, judged.problem];
}

describe('a golden question', () => {
  it('holds where the answer is as wanted, and shows the quote that comes first', () => {
    expect(judgeGolden(WANTED, given(), STANDARDS)).toEqual({
      ...{ id: 'teachers', question: '培训多少', state: 'holds', problem: null },
      ...{ outcome: 'answered', first: { title: '规划', place: '五（二）', text: RULE } },
    });
  });

  it('holds with a quote below its place, and not with one at a place that only begins alike', () => {
    const places = [{ material: 'plan', place: '第一' }];
    const at = (place: string) => problemWith(given({ quotes: [cite(place, RULE)] }), { places });
    expect(at('第一（三）')[0]).toBe('holds');
    expect(at('第一百')).toEqual(['fails', '首条引文应在第一，现在是第一百']);
  });

  it('holds with words that were typed again: white space and width do not count', () => {
    const quotes = [cite('五（二）', '每年培训 2000 名骨干教师,保证需要')];
    const wanted = { contains: ['2000名骨干教师，保证'] };
    expect(problemWith(given({ quotes }), wanted)[0]).toBe('holds');
  });

  it.each<[string, GivenAnswer, string]>([
    [
      'another outcome',
      given({ outcome: 'not-in-corpus', quotes: [] }),
      '应为“有答复”，现在是“现有资料未载明”',
    ],
    [
      'another place first',
      given({ quotes: [cite('四（一）', RULE), cite('五（二）', RULE)] }),
      '首条引文应在五（二），现在是四（一）',
    ],
    [
      'another material first',
      given({ quotes: [cite('五（二）', RULE, 'other')] }),
      '首条引文应在《规划》五（二），现在是《办法》五（二）',
    ],
    ['no quote', given({ quotes: [] }), '应引用五（二），现在没有引文'],
    [
      'a figure that is gone',
      given({ quotes: [cite('五（二）', '每年培训骨干教师。')] }),
      '引文中缺少“2000名”',
    ],
    ['what must not be said', given({ lead: '1000名或者2000名' }), '答复中不应出现“1000名”'],
    [
      'another edition beside it',
      given({
        quotes: [cite('五（二）', RULE), cite('五', '每年培训2000名的骨干教师。', 'other')],
      }),
      '同时引用了《办法》五几乎相同的文字，可能是同一文件的其他版本',
    ],
    [
      'an answer that is not outright any more',
      given({ lead: NOT_OUTRIGHT + RULE }),
      '不再直接作答，只列出相近的规定',
    ],
    ['what its quotes do not hold', given({}, '3000名'), '答复中的“3000名”与引文不符'],
  ])('fails with %s', (_name, answer, problem) => {
    expect(problemWith(answer)).toEqual(['fails', problem]);
  });

  it('holds with a weakness that the answer had before', () => {
    const weak = given({ lead: NOT_OUTRIGHT + RULE }, '3000名');
    expect(weaknessesOf(weak)).toEqual(['not-outright', 'unsupported']);
    expect(problemWith(weak, {}, { forgiven: weaknessesOf(weak) })[0]).toBe('holds');
    expect(problemWith(weak, {}, { forgiven: ['unsupported'] })[0]).toBe('fails');
  });

  it('has no basis where all of its materials are withdrawn, and keeps it with one of them', () => {
    const answer = given({ outcome: 'not-in-corpus', quotes: [] });
    const retired = { inForce: new Map([['other', { title: '办法' }]]) };
    expect(problemWith(answer, {}, retired)).toEqual([
      'no-basis',
      '所依据的资料“plan”已不再有效或者未收录，请修改或者删除这道把关题',
    ]);
    const places = [...WANTED.places, { material: 'other', place: '一' }];
    expect(problemWith(answer, { places }, retired)[0]).toBe('fails');
    expect(problemWith(answer, { places: [] }, retired)[0]).toBe('fails');
  });

  it('looks at the methods beside a refusal', () => {
    const wanted: Partial<GoldenQuestion> = { outcome: 'not-in-corpus', absent: [] };
    const refused = { outcome: 'not-in-corpus', quotes: [] } as const;
    const methods = [cite('五（二）', RULE)];
    expect(problemWith(given({ ...refused, methods }), wanted)[0]).toBe('holds');
    expect(problemWith(given(refused), wanted)).toEqual(['fails', '应引用五（二），现在没有引文']);
  });

  it('holds where a text has come that says what none said, and only then', () => {
    const wanted: Partial<GoldenQuestion> = {
      outcome: 'not-in-corpus',
      places: [],
      contains: [],
    };
    const isNew = (material: string) => material === 'other';
    const from = (material: string) => given({ quotes: [cite('一', RULE, material)] });
    expect(problemWith(from('other'), wanted, { isNew })[0]).toBe('holds');
    expect(problemWith(from('plan'), wanted, { isNew })).toEqual([
      'fails',
      '应为“现有资料未载明”，现在是“有答复”',
    ]);
  });
});

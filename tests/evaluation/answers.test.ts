import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { type AnswerCase, readAnswerCases } from '../../src/evaluation/answer-cases.ts';
import { reportAnswers } from '../../src/evaluation/answers.ts';

const answered = (place: string, text: string): Answer => ({
  question: '问',
  outcome: 'answered',
  lead: '答',
  quotes: [{ material: 'plan', title: '规划', place, text, start: 0, end: text.length }],
  nearest: [],
  methods: [],
  related: [],
});
const refused = (outcome: Answer['outcome']): Answer => ({
  ...answered('一', ''),
  outcome,
  quotes: [],
});

const answerable = (fields: Partial<AnswerCase> = {}): AnswerCase => ({
  id: 'A',
  kind: 'fact',
  question: '问',
  section: '五（二）；五（三）',
  must_contain: ['2000名', '培训一遍'],
  answerable: true,
  ...fields,
});
const unanswerable = (fields: Partial<AnswerCase> = {}): AnswerCase => ({
  ...answerable({ id: 'U', kind: 'outside', section: '', must_contain: [], answerable: false }),
  refusal: 'not-in-corpus',
  ...fields,
});

describe('a report on answers', () => {
  it('counts phrases inside quotes, and any of the named places as right', () => {
    const { all, short } = reportAnswers([
      { wanted: answerable(), answer: answered('五（三）', '每年培训2000名') },
      { wanted: answerable({ id: 'B' }), answer: answered('六（一）', '2000名教师培训一遍') },
    ]);
    expect(all.phrases).toBe(0.75);
    expect(all.placeFirst).toBe(0.5);
    expect(all.quotesMean).toBe(10);
    expect(all.quotesMost).toBe(11);
    expect(all.refusals).toBeNull();
    expect(short).toEqual(['A', 'B']);
  });

  it('counts a refusal of the answerable as false, and of another kind as wrong', () => {
    const { all, kinds } = reportAnswers([
      { wanted: answerable(), answer: refused('not-in-corpus') },
      { wanted: unanswerable(), answer: refused('not-in-corpus') },
      { wanted: unanswerable({ id: 'V' }), answer: refused('out-of-scope') },
    ]);
    expect(all.falseRefusals).toBe(1);
    expect(all.phrases).toBe(0);
    expect(kinds.outside?.refusals).toBe(0.5);
    expect(kinds.fact?.refusals).toBeNull();
  });

  it('counts what must not appear in lead or quotes', () => {
    const wanted = unanswerable({ must_not_contain: ['550学时'] });
    const answer = { ...refused('not-in-corpus'), lead: '应达到550学时' };
    expect(reportAnswers([{ wanted, answer }]).all.forbidden).toBe(1);
    expect(reportAnswers([{ wanted, answer }]).short).toEqual(['U']);
  });
});

describe('a file of questions', () => {
  it('is read line by line, fields that are not ours left out', () => {
    const line = JSON.stringify({ ...answerable(), note: '备注' });
    expect(readAnswerCases(`${line}\n\n`)).toEqual([answerable()]);
  });

  it.each([
    ['no JSON', 'nonsense', '第 1 行有误（不是 JSON）'],
    [
      'a field missing',
      JSON.stringify({ ...answerable(), question: undefined }),
      '第 1 行有误（question）',
    ],
  ])('is refused in one line that names the line: %s', (_, text, message) => {
    expect(() => readAnswerCases(text)).toThrow(message);
  });
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readQuestion } from '../../src/answering/question-input.ts';
import { readAnswerCases } from '../../src/evaluation/answer-cases.ts';
import { type AnswerReport, reportAnswers } from '../../src/evaluation/answers.ts';
import { openPlanIndex } from '../support/plan-index.ts';

const QUESTIONS = new URL('../eval/plan-questions.jsonl', import.meta.url);

let withFaq: AnswerReport;
let withoutFaq: AnswerReport;

beforeAll(async () => {
  const plan = await openPlanIndex();
  const cases = readAnswerCases(readFileSync(QUESTIONS, 'utf8'));
  const judge = (without: boolean) =>
    reportAnswers(
      cases.map((wanted) => {
        const input = readQuestion(wanted.question);
        if (!input.ok) throw new Error(`Cannot ask ${wanted.id}: ${input.problem}`);
        return { wanted, answer: answerQuestion(plan.index, input.text, { withoutFaq: without }) };
      }),
    );
  withFaq = judge(false);
  withoutFaq = judge(true);
  await plan.close();
});

describe('the questions of tests/eval', () => {
  it('hold the bars with the FAQ', () => {
    expect(withFaq.all.phrases).toBeGreaterThanOrEqual(0.9);
    expect(withFaq.all.placeFirst).toBeGreaterThanOrEqual(0.9);
    expect(withFaq.all.refusals).toBeGreaterThanOrEqual(0.8);
  });

  it('hold the bars without it', () => {
    expect(withoutFaq.all.phrases).toBeGreaterThanOrEqual(0.82);
    expect(withoutFaq.all.placeFirst).toBeGreaterThanOrEqual(0.85);
    expect(withoutFaq.all.refusals).toBeGreaterThanOrEqual(0.8);
  });

  it('never bring what must not appear, nor quote at length', () => {
    for (const { all } of [withFaq, withoutFaq]) {
      expect(all.forbidden).toBe(0);
      expect(all.quotesMost).toBeLessThanOrEqual(700);
      expect(all.quotesMean).toBeLessThanOrEqual(150);
    }
  });
});

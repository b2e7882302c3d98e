import { readFileSync } from 'node:fs';
import { answerQuestion } from '../src/answering/answer-question.ts';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';

const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
const ROUNDS = 5;

/** Milliseconds an answer without a model, in process, over all questions of tests/eval. */
export async function benchAnswering(
  corpusFolder: string,
  dataFolder: string,
  label: string,
  report: Report,
): Promise<void> {
  const app = createApp(
    parseConfig({ GANXUN_CORPUS: corpusFolder, GANXUN_DATA: dataFolder }, dataFolder),
  );
  const index = await app.index();
  const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).map(
    ({ question }) => question,
  );
  for (const question of questions) answerQuestion(index, question);
  const times = Array.from({ length: ROUNDS }, () => questions)
    .flat()
    .map((question) => {
      const begun = performance.now();
      answerQuestion(index, question);
      return performance.now() - begun;
    });
  report({
    bench: 'answer',
    corpus: label,
    passages: index.store.passageCount(),
    p50: round(medianOf(times)),
    p99: round(quantileOf(times, 0.99)),
  });
  app.close();
}

import { setTimeout as pause } from 'node:timers/promises';
import { countProgress } from '../tests/support/respondents/progress.ts';
import { openSurveyInService } from '../tests/support/respondents/survey-in-service.ts';
import { newVisitor } from '../tests/support/service/visitor.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';

const PEOPLE = Number(process.env.BENCH_RESPONDENTS ?? 1000);
/** A quick reader's time for a short question. */
const THINK_MS = 6000;
const QUESTION = '网络培训学时怎么管理？';
/** Milliseconds between a policy question and the next. */
const BETWEEN_QUESTIONS = 200;

/**
 * People who answer a questionnaire at the same time, half of them in Telegram and half on the page: as
 * fast as replies come, which nobody does in life, and then with a while to think at each question.
 * Replies a second, how long one waits for a reply, and how long others who ask about policy meanwhile.
 */
export async function benchSurveyRespondents(report: Report): Promise<void> {
  for (const thinkMs of [0, THINK_MS]) await answering(thinkMs, report);
}

async function answering(thinkMs: number, report: Report): Promise<void> {
  const survey = await openSurveyInService(PEOPLE);
  const service = await survey.start();
  try {
    const progress = countProgress(thinkMs);
    const questions: number[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        const begun = performance.now();
        await newVisitor(service.url).say(QUESTION);
        questions.push(performance.now() - begun);
        await pause(BETWEEN_QUESTIONS);
      }
    })();
    await service.vitals();
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: PEOPLE }, (_, number) => survey.respondent(number, progress).answer()),
    );
    const seconds = (performance.now() - begun) / 1000;
    isOver = true;
    await asking;
    const { rss, delay } = await service.vitals();
    const { page, chat } = progress.waits;
    report({
      ...{ bench: 'survey-respondents', people: PEOPLE, thinkMs, seconds: round(seconds) },
      repliesPerSecond: round((page.length + chat.length) / seconds),
      ...{ pageP50: round(medianOf(page)), pageP99: round(quantileOf(page, 0.99)) },
      ...{ chatP50: round(medianOf(chat)), chatP99: round(quantileOf(chat, 0.99)) },
      ...{
        questionP50: round(medianOf(questions)),
        questionP99: round(quantileOf(questions, 0.99)),
      },
      ...{ loopP99: round(delay.p99), rssMB: Math.round(rss / 1e6) },
    });
  } finally {
    await service.kill();
    await survey.close();
  }
}

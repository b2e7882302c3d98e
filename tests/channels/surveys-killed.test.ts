import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { closeOnPage } from '../support/respondents/close-on-page.ts';
import { type Means, sorted } from '../support/respondents/means.ts';
import type { PageRespondent } from '../support/respondents/on-page.ts';
import { type Counted, countProgress } from '../support/respondents/progress.ts';
import {
  isStranger,
  openSurveyInService,
  type SurveyInService,
} from '../support/respondents/survey-in-service.ts';
import type { RunningService } from '../support/service/start-service.ts';
import { storedTexts } from '../support/stored-texts.ts';

/** `npm run soak` has a thousand people, and kills ten times as often. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 5);
const PEOPLE = Number(process.env.SOAK_PEOPLE ?? 100);
const EACH_ROUND = Math.ceil(PEOPLE / ROUNDS);
const ROUND_MS = 30_000;
/** Taps and texts of one person, about. */
const ACTS = 14;

it(`${PEOPLE} people answer through the bot and the page, each once, ${ROUNDS} times killed`, {
  timeout: 60_000 + ROUNDS * ROUND_MS,
}, async () => {
  const survey = await openSurveyInService(PEOPLE);
  onTestFinished(survey.close);
  const progress = countProgress();
  const respondents: PageRespondent[] = [];
  const answering: Promise<void>[] = [];
  const done: Means[] = [];
  const services: RunningService[] = [];
  let amidSubmissions = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const service = await survey.start();
    services.push(service);
    onTestFinished(service.kill);
    const before = { taps: progress.taps, submissions: progress.submissions };
    const coming = Math.min(EACH_ROUND, PEOPLE - respondents.length);
    for (let one = 0; one < coming; one++) {
      const means = survey.means[respondents.length] as Means;
      const respondent = survey.respondent(respondents.length, progress);
      respondents.push(respondent);
      answering.push(respondent.answer().then(() => void done.push(means)));
    }
    await untilAMoment(progress, before, round % 2 === 0 ? 'taps' : 'submissions', coming);
    await service.kill();
    if (progress.submissions > progress.done) amidSubmissions++;
    freeLeases(survey);
    expect(traces(survey, done)).toEqual([]);
  }
  const last = await survey.start();
  services.push(last);
  onTestFinished(last.kill);
  await Promise.all(answering);
  await Promise.all(respondents.map((one) => one.submitAgain()));
  await survey.api.until(() => survey.api.pending() === 0, 'all taps are taken', 20_000);
  await closeOnPage(survey);
  // While it runs the log of SQLite is there, and holds what came last.
  expect(traces(survey, done)).toEqual([]);
  expect(await last.stop()).toBe(0);

  const { totals, responses } = await survey.kept();
  const invited = survey.means.filter((_, number) => !isStranger(number)).length;
  expect(totals).toEqual({ invited, begun: PEOPLE, submitted: PEOPLE, lost: 0 });
  const meant = survey.means.map(({ answers }) => answers);
  expect(multiset(responses)).toEqual(multiset(meant));
  expect(amidSubmissions).toBeGreaterThan(0);
  const told = services.map((one) => one.output() + one.complaints()).join('\n');
  expect(told).toContain('api/messages');
  expect(survey.means.filter(({ mark }) => told.includes(mark))).toEqual([]);
  const elsewhere = storedTexts(survey.dataFolder).filter(({ table }) => table !== 'survey_answer');
  const all = elsewhere.map(({ text }) => text).join('\n');
  expect(survey.means.filter(({ mark }) => all.includes(mark))).toEqual([]);
  console.info(
    `${ROUNDS} kills, ${amidSubmissions} while somebody was submitting; ${progress.taps} taps and texts`,
  );
});

/** A moment of chance while people answer, or while some of them submit. */
async function untilAMoment(
  progress: Counted,
  before: { readonly taps: number; readonly submissions: number },
  of: 'taps' | 'submissions',
  people: number,
): Promise<void> {
  const most = of === 'taps' ? people * ACTS : people / 2;
  const enough = 1 + Math.floor(Math.random() * most);
  const end = Date.now() + ROUND_MS;
  while (progress[of] - before[of] < enough && Date.now() < end) await pause(1);
  await pause(Math.random() * 20);
}

/** A process that was killed leaves them to run out; six seconds a round would be too many. */
function freeLeases({ dataFolder }: SurveyInService): void {
  const database = new Database(join(dataFolder, 'records.sqlite'));
  database.exec('DELETE FROM lease');
  database.close();
}

/**
 * Marks of people who have been told that they have submitted that stand in a file of the data folder
 * in any words but those of an answer on its own.
 */
function traces({ dataFolder }: SurveyInService, done: readonly Means[]): readonly string[] {
  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => ({
      name: one.name,
      text: readFileSync(join(one.parentPath, one.name), 'latin1'),
    }));
  return done.flatMap((one) => tracesOf(one, files));
}

function tracesOf(
  { mark, answers }: Means,
  files: readonly { readonly name: string; readonly text: string }[],
): string[] {
  const own = Object.values(answers).map((answer) => latin(JSON.stringify(answer)));
  return files.flatMap(({ name, text }) => {
    const all = count(text, latin(mark));
    const allowed = own.map((one) => (one.includes(latin(mark)) ? count(text, one) : 0));
    const left = all - allowed.reduce((sum, one) => sum + one, 0);
    return left === 0 ? [] : [`${name}: ${left} times ${mark}`];
  });
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function latin(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** Each response in one text whatever the order of its items, all in an order of their own. */
function multiset(responses: readonly Answers[]): string[] {
  return responses
    .map((answers) =>
      JSON.stringify(
        Object.entries(answers)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([id, answer]) => [id, sorted(answer)]),
      ),
    )
    .toSorted();
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { QuestionnaireChange } from '../../src/questionnaire/store.ts';
import { openPool } from '../../src/storage/questionnaire/pool.ts';
import { surveyKeysIn } from '../../src/storage/questionnaire/survey-keys.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import { makeFolder } from '../support/small-index.ts';
import { answersOf, CLOSES_AT, personOf, surveyOf, WHILE_OPEN } from '../support/survey.ts';
import { kept } from './kept.ts';

const WORKER = new URL('submit-until-killed.ts', import.meta.url).pathname;
/** `npm run soak` kills many more times. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 5);
const EACH_ROUND = 20;
const ROUND_MS = 15_000;
const PROCESSES = 2;
const AT_ONCE = process.env.SOAK_ROUNDS === undefined ? 200 : 1000;

async function publish(records: Records, count: number): Promise<void> {
  const invited = Array.from({ length: count }, (_, at) => `p${at}`);
  const survey = surveyOf('s', { owner: null });
  await records.questionnaires.change([{ kind: 'publish-survey', survey, invited }]);
}

/** What each respondent said of themselves, in order. */
async function numbers(records: Records): Promise<number[]> {
  const all = await records.questionnaires.responses('s');
  return all
    .map(({ days }) => (days?.kind === 'number' ? days.value - 1000 : Number.NaN))
    .toSorted((a, b) => a - b);
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

describe('submissions', () => {
  it(`are neither lost nor doubled, ${ROUNDS} times killed`, {
    timeout: 30_000 + ROUNDS * ROUND_MS,
  }, async () => {
    const { path, remove } = await makeFolder();
    onTestFinished(remove);
    const people = ROUNDS * EACH_ROUND;
    const first = await openRecords(path);
    await publish(first, people);
    await first.close();
    const told = new Set<number>();
    for (let round = 1; round <= ROUNDS; round++) {
      const children = upTo(PROCESSES).map((one) => start(path, one, round * EACH_ROUND));
      for (const child of children) child.on('message', (number) => told.add(Number(number)));
      const isLast = round === ROUNDS;
      const ended = children.map((child) => once(child, 'exit'));
      // The last round may go on to its end.
      const enough = round * EACH_ROUND - EACH_ROUND / 2;
      while (!isLast && told.size < enough && children.some(isRunning)) await pause(2);
      if (!isLast) for (const child of children) child.kill('SIGKILL');
      await Promise.all(ended);
      const counted = await countIn(path);
      expect(counted.answers + counted.pool).toBe(counted.submitted);
      expect(counted.done).toBe(counted.submitted);
      expect(counted.submitted).toBeGreaterThanOrEqual(told.size);
    }
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    await records.questionnaires.change([{ kind: 'close-survey', survey: 's', at: CLOSES_AT }]);
    expect(await numbers(records)).toEqual(upTo(people));
    expect(await records.questionnaires.totals('s')).toEqual({
      ...{ invited: people, begun: people, submitted: people, lost: 0 },
    });
  });

  const bin = findPostgres();
  it.each(bin === null ? ['SQLite'] : ['SQLite', 'PostgreSQL'])(
    `of ${AT_ONCE} people at once are neither lost nor doubled in %s`,
    { timeout: 180_000 },
    async (kind) => {
      const { path, remove } = await makeFolder();
      onTestFinished(remove);
      const server = kind === 'SQLite' ? null : await startPostgres(bin as string);
      onTestFinished(() => server?.stop());
      const records = await openRecords(path, (await server?.makeDatabase()) ?? null);
      onTestFinished(() => records.close());
      await publish(records, AT_ONCE);
      const of = (number: number) => ({ survey: 's', respondent: personOf(`p${number}`) });
      for (const number of upTo(AT_ONCE)) {
        await records.questionnaires.change(
          Object.entries(answersOf(number)).map(
            ([item, answer]): QuestionnaireChange => ({
              ...{ kind: 'keep-answer', ...of(number), item, answer, at: WHILE_OPEN },
            }),
          ),
        );
      }
      const submit = async (number: number) => {
        const speaker = { channel: 'web', conversation: `p${number}`, person: `p${number}` };
        const change = { kind: 'submit-answers', ...of(number), at: WHILE_OPEN } as const;
        const message = kept({ speaker, changes: [{ of: 'questionnaire', change }] });
        await records.conversations.keep(message);
      };
      const begun = performance.now();
      // Each twice, as from two devices.
      const results = await Promise.allSettled(
        upTo(AT_ONCE).flatMap((number) => [submit(number), submit(number)]),
      );
      const each = (performance.now() - begun) / AT_ONCE;
      console.info(`${kind}: ${each.toFixed(1)} ms a submission, ${AT_ONCE} at once`);
      const accepted = results.filter(({ status }) => status === 'fulfilled');
      expect(accepted).toHaveLength(AT_ONCE);
      await records.questionnaires.change([{ kind: 'close-survey', survey: 's', at: CLOSES_AT }]);
      expect(await numbers(records)).toEqual(upTo(AT_ONCE));
    },
  );
});

function start(path: string, from: number, to: number): ChildProcess {
  const args = [path, `${from}`, `${to}`, `${PROCESSES}`];
  return fork(WORKER, args, { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
}

function isRunning({ exitCode }: ChildProcess): boolean {
  return exitCode === null;
}

/** What the tables hold, whatever the store says. */
async function countIn(path: string) {
  const database = new Database(join(path, 'records.sqlite'));
  const one = (query: string) => database.prepare(query).pluck().get();
  const key = await surveyKeysIn(path).held();
  const sealed = String(one('SELECT content FROM survey_pool'));
  const counts = {
    submitted: Number(one('SELECT submitted FROM survey')),
    done: Number(one('SELECT count(*) FROM survey_participant WHERE is_done = 1')),
    answers: Number(one('SELECT count(*) FROM survey_answer')),
    pool: key === null ? Number.NaN : (openPool(key, 's', sealed)?.length ?? Number.NaN),
  };
  database.close();
  return counts;
}

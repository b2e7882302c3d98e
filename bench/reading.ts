import { readFileSync } from 'node:fs';
import { answerQuestion } from '../src/answering/answer-question.ts';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import type { readApart } from '../src/corpus/readers/read-apart.ts';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import type { CorpusIndex } from '../src/retrieval/index/open.ts';
import { findOffice, printed } from '../tests/support/office.ts';
import { officialDocument } from '../tests/support/paged-documents.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';
import { CORPUS } from './grown-corpus.ts';

const BUILT = new URL('../dist/corpus/readers/read-apart.js', import.meta.url);
const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
const PAGES = 200;
/** The plan printed as a 公文 takes as many pages. */
const PAGES_OF_PLAN = 13;
const ROUNDS = 3;
/** How long after an answer the next question is asked. */
const EVERY_MS = 10;
const QUIET_MS = 4_000;

type ReadApart = typeof readApart;

/**
 * Seconds that a Word file and a PDF of 200 pages take to read apart, and milliseconds an answer
 * takes on the main thread meanwhile, from when it was asked, beside those with nothing to read.
 */
export async function benchReading(dataFolder: string, report: Report): Promise<void> {
  const app = createApp(
    parseConfig({ GANXUN_CORPUS: CORPUS, GANXUN_DATA: dataFolder }, dataFolder),
  );
  const index = await app.index();
  const { readApart: read }: { readApart: ReadApart } = await import(BUILT.href);
  for (const [name, bytes] of await files()) {
    const quiet = await answerTimes(index, () => pause(QUIET_MS));
    let [pages, characters] = [0, 0];
    const seconds: number[] = [];
    const busy = await answerTimes(index, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const begun = performance.now();
        const reading = await read(name, bytes);
        seconds.push((performance.now() - begun) / 1000);
        [pages, characters] = [reading.pages.length, reading.text.length];
      }
    });
    const [p99Quiet, p99Busy] = [quantileOf(quiet, 0.99), quantileOf(busy, 0.99)];
    report({
      ...{ bench: 'reading', file: name, ...(pages === 0 ? {} : { pages }), characters },
      ...{ megabytes: round(bytes.length / 1024 / 1024), seconds: round(medianOf(seconds)) },
      ...{ answers: busy.length, p99: round(p99Quiet), p99WhileReading: round(p99Busy) },
      ratio: round(p99Busy / p99Quiet),
    });
  }
  await app.close();
}

/** A 公文 of 200 pages as a Word file and, where LibreOffice is installed, printed as a PDF. */
async function files(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const plan = readFileSync(new URL('../corpus/plan-2023-2027.txt', import.meta.url), 'utf8');
  const lines = plan.split('\n').filter((line) => line.trim() !== '');
  const all = Array.from({ length: Math.ceil(PAGES / PAGES_OF_PLAN) }, () => lines).flat();
  const docx = await officialDocument(all, '全国干部教育培训规划');
  const office = findOffice();
  const pdf = office === null ? [] : [printed(office, docx, (path) => readFileSync(path))];
  return [['200.docx', docx], ...pdf.map((bytes) => ['200.pdf', bytes] as const)];
}

/** Milliseconds from when a question was due to when it was answered, while something is done. */
async function answerTimes(index: CorpusIndex, work: () => Promise<void>): Promise<number[]> {
  const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).map(
    ({ question }) => question,
  );
  const times: number[] = [];
  let isDone = false;
  const done = work().finally(() => {
    isDone = true;
  });
  for (let at = 0; !isDone; at++) {
    const due = performance.now() + EVERY_MS;
    await pause(EVERY_MS);
    answerQuestion(index, questions[at % questions.length] as string);
    times.push(performance.now() - due);
  }
  await done;
  return times;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

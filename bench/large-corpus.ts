/**
 * A corpus of 100,000 passages: the first build, a change of one in a hundred while questions are
 * answered, memory, and the whole answer. `tsx bench/large-corpus.ts [large|many]`, or with
 * `npm run bench`. An index is built as a whole each time; no passage is taken over from the one before.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { answerQuestion } from '../src/answering/answer-question.ts';
import { inspectCorpus } from '../src/corpus/corpus.ts';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import { keepIndex } from '../src/retrieval/index/keep-index.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';
import { writeGrownCorpus } from './grown-corpus.ts';

const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
/** The plan has 26 passages; a copy holds it once or some times over. */
const SHAPES = {
  /** What a large house may have: some hundreds of long texts. */
  large: { copies: 415, times: 10 },
  /** Thousands of files, which tell of what each one costs. */
  many: { copies: 3850, times: 1 },
} as const;
const CHANGED = 0.01;
const TODAY = '2027-06-01';
/** Between an answer and the next question; without a rest a build would have one core in two. */
const REST_MS = 20;
/** How often all questions are asked while nothing changes; the first time opens what is read then. */
const ROUNDS = 3;

type Shape = keyof typeof SHAPES;

export async function benchLargeCorpus(report: Report, shape: Shape): Promise<void> {
  const { copies, times } = SHAPES[shape];
  const home = mkdtempSync(join(tmpdir(), 'ganxun-large-'));
  const corpus = join(home, 'corpus');
  writeGrownCorpus(corpus, copies, times);
  const kept = keepIndex({
    ...{ folder: join(home, 'index'), corpusFolder: () => corpus, today: () => TODAY },
    corpus: () => inspectCorpus(corpus, TODAY),
    ...{ prepare: async () => {}, now: () => new Date() },
    onTrouble: (error) => {
      throw error;
    },
  });
  try {
    const begun = performance.now();
    const passages = (await kept.serving()).store.passageCount();
    const label = { shape, materials: copies, passages };
    report({
      bench: 'large-corpus-build',
      ...label,
      seconds: seconds(begun),
      rssMB: megabytes(),
    });
    const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).map(
      ({ question }) => question,
    );
    const answered = async (taken: number[], question: string) => {
      const from = performance.now();
      answerQuestion(await kept.serving(), question);
      taken.push(performance.now() - from);
      await pause(REST_MS);
    };
    const quiet: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const question of questions) await answered(quiet, question);
    }
    report({ bench: 'large-corpus-answer', ...label, ...shown(quiet), rssMB: megabytes() });

    const before = await kept.serving();
    change(corpus, Math.ceil(copies * CHANGED));
    const changed = performance.now();
    const busy: number[] = [];
    let renewed: Promise<unknown> | null = null;
    let isFresh = false;
    for (let at = 0; !isFresh; at++) {
      await answered(busy, questions[at % questions.length] as string);
      renewed ??= kept.fresh().then((trouble) => {
        if (trouble !== null) throw new Error(trouble);
        isFresh = true;
      });
    }
    await renewed;
    if ((await kept.serving()).name === before.name) throw new Error('Expected another index');
    report({
      ...{ bench: 'large-corpus-change', ...label, share: CHANGED, seconds: seconds(changed) },
      ...{ answeredMeanwhile: busy.length, ...shown(busy), rssMB: megabytes() },
    });
  } finally {
    await kept.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Puts another text in the place of some materials, as a new version of each. */
function change(corpus: string, materials: number): void {
  const path = join(corpus, 'manifest.yaml');
  const manifest = parse(readFileSync(path, 'utf8')) as {
    materials: { id: string; file: string; sha256: string; version?: number }[];
  };
  const added = manifest.materials.slice(1, 1 + materials).map((entry) => {
    const text = `${readFileSync(join(corpus, entry.file), 'utf8')}\n又作修改。`;
    const file = `${entry.id}-v2.txt`;
    writeFileSync(join(corpus, file), text);
    return { ...entry, version: 2, file, sha256: createHash('sha256').update(text).digest('hex') };
  });
  writeFileSync(path, stringify({ materials: [...manifest.materials, ...added] }));
}

function shown(times: readonly number[]) {
  return {
    p50: round(medianOf(times)),
    p99: round(quantileOf(times, 0.99)),
    most: round(Math.max(...times)),
  };
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 10) / 100;
}

function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const shape of Object.keys(SHAPES) as Shape[]) {
    if (![undefined, shape].includes(process.argv[2] as Shape | undefined)) continue;
    await benchLargeCorpus((line) => console.log(JSON.stringify(line)), shape);
  }
}

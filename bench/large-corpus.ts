/**
 * A corpus of 100,000 passages: the first build, a change of one in a hundred while questions are
 * answered, memory, and the whole answer. `tsx bench/large-corpus.ts [COPIES]`, or with `npm run bench`.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { answerQuestion } from '../src/answering/answer-question.ts';
import { inspectCorpus } from '../src/corpus/corpus.ts';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import { keepIndex } from '../src/retrieval/index/keep-index.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';
import { writeGrownCorpus } from './grown-corpus.ts';

const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
/** Copies of the plan, which has 26 passages. */
const COPIES = 3850;
const CHANGED = 0.01;
const TODAY = '2027-06-01';

export async function benchLargeCorpus(report: Report, copies = COPIES): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'ganxun-large-'));
  const corpus = join(home, 'corpus');
  writeGrownCorpus(corpus, copies);
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
    const label = { corpus: `plan × ${copies}`, passages };
    report({
      bench: 'large-corpus-build',
      ...label,
      seconds: seconds(begun),
      rssMB: megabytes(),
    });
    const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).map(
      ({ question }) => question,
    );
    const answered = async (times: number[], question: string) => {
      const from = performance.now();
      answerQuestion(await kept.serving(), question);
      times.push(performance.now() - from);
      await giveWay();
    };
    const quiet: number[] = [];
    for (const question of questions) await answered(quiet, question);
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
  const copies = process.argv[2];
  await benchLargeCorpus(
    (line) => console.log(JSON.stringify(line)),
    copies === undefined ? COPIES : Number(copies),
  );
}

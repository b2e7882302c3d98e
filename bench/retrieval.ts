/**
 * Lexical retrieval: quality and speed against bare SQLite FTS5 over bigrams in the same run, and
 * how index and queries grow. `tsx bench/retrieval.ts [--passages FILE --questions FILE]`; without a
 * collection it makes one of the plan's own clauses (speed only: its questions have no answers).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measureRetrieval } from '../src/evaluation/retrieval.ts';
import { measureFtsBaseline } from './fts-baseline.ts';
import { padPassages, planText, writeSynthetic } from './sample-collection.ts';

export interface RetrievalBenchOptions {
  readonly passages?: string;
  readonly questions?: string;
  /** Passages of the padded collections. */
  readonly sizes?: readonly number[];
}

/** Runs the benchmark and gives each line as soon as it is measured. */
export async function benchRetrieval(
  options: RetrievalBenchOptions,
  report: (line: Record<string, unknown>) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-bench-'));
  try {
    const isGiven = options.passages !== undefined && options.questions !== undefined;
    const passages = options.passages ?? join(folder, 'passages.jsonl');
    const questions = options.questions ?? join(folder, 'questions.jsonl');
    if (!isGiven) writeSynthetic(planText(), SYNTHETIC_SIZE, passages, questions);
    const ours = await measureRetrieval({ passages, questions });
    const theirs = measureFtsBaseline({ passages, questions }, join(folder, 'fts.db'));
    const shown = isGiven ? roundAll : withoutQuality;
    report({ bench: 'retrieval', engine: 'ganxun', ...shown(figuresOf(ours)) });
    report({ bench: 'retrieval', engine: 'fts5-bigrams', ...shown(theirs) });
    report({
      bench: 'retrieval',
      ratio: 'ganxun / fts5-bigrams',
      p50: round(ours.answered.p50 / theirs.p50),
      p99: round(ours.answered.p99 / theirs.p99),
    });
    for (const size of options.sizes ?? SIZES) {
      const padded = join(folder, `padded-${size}.jsonl`);
      padPassages(passages, size, padded);
      const grown = await measureRetrieval({ passages: padded, questions });
      report({ bench: 'retrieval-growth', ...withoutQuality(figuresOf(grown)) });
      rmSync(padded);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SYNTHETIC_SIZE = 10_000;
const SIZES = [10_000, 100_000, 200_000];

function figuresOf(measured: Awaited<ReturnType<typeof measureRetrieval>>) {
  const { refusedAt5: _refused, ...answered } = measured.answered;
  const { built, buildRssMB, rssMB } = measured;
  return { ...built, buildRssMB, ...answered, rssMB };
}

// Copies of a passage crowd one another out, and made-up questions have no answers.
function withoutQuality(figures: Record<string, number>): Record<string, number> {
  return roundAll(
    Object.fromEntries(Object.entries(figures).filter(([name]) => !name.includes('@'))),
  );
}

function roundAll(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { passages: { type: 'string' }, questions: { type: 'string' } },
  });
  await benchRetrieval(values, (line) => console.log(JSON.stringify(line)));
}

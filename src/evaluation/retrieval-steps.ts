import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserFacingError } from '../errors.ts';
import { buildLexicalIndex } from '../retrieval/lexical/build.ts';
import { openLexicalIndex } from '../retrieval/lexical/search.ts';
import type { LexicalDocument } from '../retrieval/lexical/types.ts';
import {
  readPassages,
  readQuestions,
  readUnanswerable,
  toLexicalDocument,
} from './retrieval-input.ts';
import { quantile, rankingMetrics, refusedAtFivePercent } from './retrieval-metrics.ts';

/** Paths of the files of an evaluation, JSONL each. */
export interface RetrievalPaths {
  /** `{id, title, text, section?}` a line. */
  readonly passages: string;
  /** `{id, question, gold: [passage ids]}` a line. */
  readonly questions: string;
  /** `{id, question}` a line. */
  readonly unanswerable?: string;
}

export interface BuildFigures {
  readonly passages: number;
  /** Reading the passages, building the index and writing it. */
  readonly indexSeconds: number;
  readonly indexBytes: number;
}

/** Builds the index of a passages file into `folder`: what `answerQuestions` reads. */
export function buildIndexFile(passages: string, folder: string): BuildFigures {
  const { ids, hasSections } = surveyPassages(passages);
  const started = performance.now();
  const bytes = buildLexicalIndex(documentsOf(passages, hasSections));
  write(join(folder, INDEX_FILE), bytes);
  const indexSeconds = (performance.now() - started) / 1000;
  write(join(folder, IDS_FILE), JSON.stringify(ids));
  return { passages: ids.length, indexSeconds, indexBytes: bytes.length };
}

/** Asks every question of an index that `buildIndexFile` left in `folder`. */
export function answerQuestions(folder: string, paths: RetrievalPaths) {
  const started = performance.now();
  const index = openLexicalIndex(readFileSync(join(folder, INDEX_FILE)));
  const openMilliseconds = performance.now() - started;
  const ids = JSON.parse(readFileSync(join(folder, IDS_FILE), 'utf8')) as string[];
  const questions = [...readQuestions(paths.questions)];
  const unanswerable = paths.unanswerable ? [...readUnanswerable(paths.unanswerable)] : undefined;
  const ask = (question: string) => index.search(question, { limit: DEPTH });
  for (const { question } of questions.slice(0, WARMING_UP)) ask(question);
  const milliseconds: number[] = [];
  const answerable: number[] = [];
  const answers = questions.map(({ question, gold }) => {
    const asked = performance.now();
    const { hits, evidence } = ask(question);
    milliseconds.push(performance.now() - asked);
    answerable.push(evidence.confidence);
    return { found: hits.map(({ ordinal }) => ids[ordinal] ?? ''), wanted: gold };
  });
  const confidences = unanswerable?.map(({ question }) => ask(question).evidence.confidence);
  return {
    ...rankingMetrics(answers),
    p50: quantile(milliseconds, 0.5),
    p99: quantile(milliseconds, 0.99),
    openMilliseconds,
    refusedAt5: confidences ? refusedAtFivePercent(answerable, confidences) : null,
  };
}

export type AnswerFigures = ReturnType<typeof answerQuestions>;

const INDEX_FILE = 'lexical.index';
const IDS_FILE = 'ids.json';
const DEPTH = 10;
// A service answers with compiled code; the first questions would time the compiler.
const WARMING_UP = 100;

function write(path: string, content: Uint8Array | string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new UserFacingError(`无法写入 ${path}（${messageOf(error)}），请检查磁盘空间和权限。`);
  }
}

function surveyPassages(path: string): { ids: string[]; hasSections: boolean } {
  const ids: string[] = [];
  let hasSections = false;
  for (const { id, section } of readPassages(path)) {
    ids.push(id);
    hasSections ||= section !== undefined && section !== '';
  }
  const repeated = ids.length - new Set(ids).size;
  if (repeated > 0) {
    throw new UserFacingError(`${path} 有 ${repeated} 个重复的 id，请改正后再运行。`);
  }
  return { ids, hasSections };
}

function* documentsOf(path: string, hasSections: boolean): Generator<LexicalDocument> {
  for (const passage of readPassages(path)) yield toLexicalDocument(passage, hasSections);
}

import type { OnProgress } from '../index/build.ts';
import type { MeaningCache } from './cache.ts';
import type { QuestionWriter } from './question-writer.ts';
import type { SentPassage } from './sent-passages.ts';

/** Passages that are written about at the same time. */
const AT_ONCE = 4;
/** Questions kept of one passage, and the characters of one. */
const MOST_QUESTIONS = 10;
const LONGEST_QUESTION = 200;

/** Who writes, where it is kept, and when to stop. */
export interface WritingParts {
  readonly writer: QuestionWriter;
  readonly cache: MeaningCache;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sees to it that the cache has the questions that every passage answers, as far as the writer
 * manages; each passage is kept as soon as it is written about.
 *
 * @returns how many passages the writer failed at; the next build asks about them again
 * @throws what the signal throws
 */
export async function writeQuestions(
  passages: readonly SentPassage[],
  { writer, cache, signal }: WritingParts,
  onProgress: OnProgress,
): Promise<number> {
  const unknown = passages.filter(({ input }) => cache.questions(writer, input.key) === null);
  const missing = new Map(unknown.map((passage) => [passage.input.key, passage]));
  const waiting = missing.values();
  let asked = 0;
  let failed = 0;
  const work = async () => {
    for (const { title, headings, text, input } of waiting) {
      if (signal?.aborted) return;
      const written = await writer.write({ title, headings, text }).catch(() => null);
      if (written === null) failed++;
      else cache.keepQuestions(writer, input.key, usable(written));
      asked++;
      onProgress(asked / missing.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  signal?.throwIfAborted();
  onProgress(1);
  return failed;
}

/** What is blank, said twice or no question by its length is left out. */
function usable(written: readonly string[]): string[] {
  const questions = written.map((question) => question.replace(/\s+/gu, ' ').trim());
  const fitting = questions.filter(({ length }) => 0 < length && length <= LONGEST_QUESTION);
  return [...new Set(fitting)].slice(0, MOST_QUESTIONS);
}

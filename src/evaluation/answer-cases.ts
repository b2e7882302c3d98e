import { z } from 'zod';
import { UserFacingError } from '../errors.ts';

/** One line of a file of evaluation questions; fields not named here are ignored. */
const answerCase = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  /** Places that answer it, joined by ；; empty where nothing does. */
  section: z.string(),
  /** Phrases of the text that the quotes must hold between them. */
  must_contain: z.array(z.string()),
  answerable: z.boolean(),
  /** For the unanswerable: the outcome wanted. */
  refusal: z.enum(['not-in-corpus', 'not-included', 'out-of-scope']).optional(),
  /** What must appear in neither answer nor quotes. */
  must_not_contain: z.array(z.string()).optional(),
});

export type AnswerCase = z.infer<typeof answerCase>;

/**
 * Reads a JSONL file of evaluation questions.
 *
 * @throws UserFacingError naming the first line that is not one
 */
export function readAnswerCases(jsonl: string): AnswerCase[] {
  return jsonl.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = answerCase.safeParse(parseJson(line));
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new UserFacingError(
        `题目文件第 ${at + 1} 行有误（${field || '不是 JSON'}），请更正后重试。`,
      );
    }
    return [parsed.data];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

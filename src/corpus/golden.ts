import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, UserFacingError } from '../errors.ts';
import { parseYamlFile } from './yaml-file.ts';

/** Outcomes that a golden question may want; the words of `Outcome` of the answers. */
export const GOLDEN_OUTCOMES = [
  'answered',
  'not-in-corpus',
  'not-included',
  'out-of-scope',
] as const;

const goldenQuestion = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u),
  question: z.string().min(2).max(200),
  outcome: z.enum(GOLDEN_OUTCOMES),
  /** Where the first quote must stand; any of them will do. Empty for refusals. */
  places: z.array(z.strictObject({ material: z.string(), place: z.string() })).default([]),
  /** Phrases that the quotes must hold between them, word for word. */
  contains: z.array(z.string().min(1)).default([]),
  /** What neither answer nor quotes may hold. */
  absent: z.array(z.string().min(1)).default([]),
});

/** A question whose answer must not get worse: 把关题. */
export type GoldenQuestion = Readonly<z.infer<typeof goldenQuestion>>;

const goldenFile = z.strictObject({
  notice: z.string(),
  questions: z.array(goldenQuestion).superRefine((questions, context) => {
    const ids = questions.map(({ id }) => id);
    const repeated = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (repeated === -1) return;
    context.addIssue({
      code: 'custom',
      path: [repeated, 'id'],
      message: `编号“${ids[repeated]}”重复`,
    });
  }),
});

/**
 * Reads `golden.yaml`, which stands beside the manifest.
 *
 * @throws UserFacingError where the file does not have the shape above
 */
export function readGolden(yaml: string): readonly GoldenQuestion[] {
  return parseYamlFile('把关题文件 golden.yaml', yaml, goldenFile).questions;
}

/** How people know the file. */
export const GOLDEN_FILE = 'golden.yaml';

/**
 * The golden questions that stand with a corpus; none where it has no such file.
 *
 * @throws UserFacingError as {@link readGolden} does, or where the file cannot be read
 */
export async function readGoldenIn(corpusFolder: string): Promise<readonly GoldenQuestion[]> {
  const yaml = await readGoldenText(corpusFolder);
  return yaml === null ? [] : readGolden(yaml);
}

/**
 * The file as it is; null where a corpus has none.
 *
 * @throws UserFacingError where it cannot be read
 */
export async function readGoldenText(corpusFolder: string): Promise<string | null> {
  return readFile(join(corpusFolder, GOLDEN_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UserFacingError(
      `读不到把关题文件 ${GOLDEN_FILE}，请检查资料文件夹的权限（${messageOf(error)}）。`,
    );
  });
}

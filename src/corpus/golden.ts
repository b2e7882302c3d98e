import { z } from 'zod';
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

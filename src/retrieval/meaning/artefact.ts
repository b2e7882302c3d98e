import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CorpusIndex } from '../index/open.ts';
import type { Writer } from './cache.ts';
import { type MayLeave, sentMaterials } from './sent-passages.ts';

/** Raised whenever what is written into the artefact, or what is embedded of a text, changes. */
const MEANING_FORMAT = 1;

/** Names inside the folder of everything that is made by meaning. */
export const MEANING_FOLDER = { cache: 'cache.sqlite', built: 'built' } as const;

/** Names inside one artefact. */
export const MEANING_FILES = {
  record: 'meaning.json',
  passages: 'passages',
  questions: 'questions',
  questionsLexical: 'questions.lexical',
  /** The passage ordinal of each machine-made question. */
  questionPassages: 'questions.json',
} as const;

/** What decides, beside index and model, what an artefact holds. */
export interface MeaningInputs {
  readonly mayLeave: MayLeave;
  /** Null where no questions are written. */
  readonly writer: Writer | null;
}

/** What an artefact says of itself. */
export const meaningRecord = z.strictObject({
  /** Name of the index whose ordinals it holds. */
  index: z.string(),
  model: z.string(),
  /** Null where there was nothing that may be sent. */
  dimension: z.int().positive().nullable(),
  /** How many. */
  passages: z.int().nonnegative(),
  questions: z.int().nonnegative(),
  /** sha256 of each of the other files; what reads vectors checks nothing and may crash on others. */
  files: z.record(z.string(), z.string()),
});
export type MeaningRecord = z.infer<typeof meaningRecord>;

/** The name of the artefact: the same index, model and inputs always give the same name. */
export function meaningName(
  index: CorpusIndex,
  model: string,
  { mayLeave, writer }: MeaningInputs,
): string {
  const materials = sentMaterials(index, mayLeave).map(({ id }) => id);
  const by = writer === null ? null : [writer.name, writer.version];
  const made = JSON.stringify([MEANING_FORMAT, model, by, materials]);
  return `${index.name}-${createHash('sha256').update(made).digest('hex').slice(0, 16)}`;
}

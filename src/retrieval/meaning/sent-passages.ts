import type { CorpusIndex } from '../index/open.ts';
import type { IndexedMaterial } from '../index/store-schema.ts';
import { type KeyedText, keyed } from './keyed-text.ts';

/** A passage that may be sent to a model. */
export interface SentPassage {
  readonly ordinal: number;
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
  /** What is embedded of it. */
  readonly input: KeyedText;
}

/** Whether passages of a material may be sent. */
export type MayLeave = (materialId: string) => boolean;

/** The materials whose passages are sent: 政策文件 that may leave. */
export function sentMaterials({ store }: CorpusIndex, mayLeave: MayLeave): IndexedMaterial[] {
  return store.materials().filter(({ id, kind }) => kind === '政策文件' && mayLeave(id));
}

/** All passages of {@link sentMaterials}, in the order of their ordinals. */
export function sentPassages(index: CorpusIndex, mayLeave: MayLeave): SentPassage[] {
  return sentMaterials(index, mayLeave).flatMap(({ title, firstPassage, endPassage }) =>
    Array.from({ length: endPassage - firstPassage }, (_, at) => {
      const { ordinal, headings, text } = index.store.passage(firstPassage + at);
      return { ordinal, title, headings, text, input: embeddingInput(title, headings, text) };
    }),
  );
}

/** Far beyond any passage of whole sentences, and within what the models of today take. */
const LONGEST_INPUT = 2000;

/**
 * Title and headings stand in front, since a passage of a plan seldom names its own subject. The
 * place stays out: its number says nothing of the subject, the lexical index finds it exactly, and
 * a passage that only moves need not be embedded again.
 */
function embeddingInput(title: string, headings: readonly string[], text: string): KeyedText {
  const whole = [title, ...headings, text].join('\n');
  // A character that the cut would halve goes whole.
  return keyed(whole.slice(0, LONGEST_INPUT).replace(/\p{Surrogate}$/u, ''));
}

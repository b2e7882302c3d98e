import { z } from 'zod';
import { type Span, sliceOf } from '../text/span.ts';
import type { Exclusion, Material } from './corpus.ts';
import { placedParts } from './passages.ts';
import { parseYamlFile } from './yaml-file.ts';

/** What kind of thing a question asks for; the answer leads with it. */
export const ANSWER_KINDS = [
  'figure',
  'list',
  'body',
  'procedure',
  'comparison',
  'statement',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

const faqPair = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u),
  /** The first is canonical and shown to people; the others are wordings that lead to it. */
  questions: z.array(z.string().min(2).max(200)).min(1),
  /** One sentence that leads with what was asked, holding nothing that the quotes do not. */
  answer: z.string().min(2),
  kind: z.enum(ANSWER_KINDS),
  quotes: z
    .array(z.strictObject({ material: z.string(), place: z.string(), text: z.string().min(2) }))
    .min(1),
  /** Names of whoever wrote the answer and of whoever approved it; left out where nobody did here. */
  answered_by: z.string().min(1).optional(),
  approved_by: z.string().min(1).optional(),
  approved_at: z.iso.date().optional(),
});

const faqFile = z.strictObject({
  notice: z.string(),
  pairs: z.array(faqPair).superRefine((pairs, context) => {
    const repeated = pairs.findIndex((one, at) => pairs.findIndex(({ id }) => id === one.id) < at);
    if (repeated !== -1) {
      context.addIssue({
        code: 'custom',
        path: [repeated, 'id'],
        message: `编号“${pairs[repeated]?.id}”重复`,
      });
    }
  }),
});

/** A quote resolved to its span in the material's clean text. */
export interface AnchoredQuote extends Span {
  readonly material: string;
  readonly place: string;
}

/** An approved question-answer pair whose every quote stands in admitted text. */
export interface FaqPair {
  readonly id: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly kind: AnswerKind;
  readonly quotes: readonly AnchoredQuote[];
}

export interface Faq {
  readonly pairs: readonly FaqPair[];
  /** Pairs left out because a quote of theirs no longer stands in admitted text. */
  readonly excluded: readonly Exclusion[];
}

/**
 * Reads `faq.yaml` against the materials that are admitted today.
 *
 * @throws UserFacingError where the file does not have the shape above
 */
export function readFaq(yaml: string, materials: readonly Material[]): Faq {
  const pairs: FaqPair[] = [];
  const excluded: Exclusion[] = [];
  for (const pair of readWrittenPairs(yaml)) {
    const { id, questions, answer, kind } = pair;
    const quotes = pair.quotes.map((quote) => locateIn(quote, materials));
    const lost = quotes.indexOf(null);
    if (lost !== -1) excluded.push(exclusionOf(pair, lost, materials));
    else pairs.push({ id, questions, answer, kind, quotes: quotes as AnchoredQuote[] });
  }
  return { pairs, excluded };
}

/** A pair as it stands in the file, whether its quotes stand or not. */
export type WrittenPair = Readonly<z.infer<typeof faqPair>>;

/**
 * Reads `faq.yaml` without a look at the materials.
 *
 * @throws UserFacingError where the file does not have the shape above
 */
export function readWrittenPairs(yaml: string): readonly WrittenPair[] {
  return parseYamlFile('问答文件 faq.yaml', yaml, faqFile).pairs;
}

/** Finds the exact text at the place it names. */
function locateIn(
  quote: WrittenPair['quotes'][number],
  materials: readonly Material[],
): AnchoredQuote | null {
  const material = materials.find(({ entry }) => entry.id === quote.material);
  const span = material === undefined ? null : locateQuote(quote, material);
  return span === null ? null : { material: quote.material, place: quote.place, ...span };
}

/** Where a text stands at a place of a material; null where it does not, character for character. */
export function locateQuote(
  { place, text: quoted }: Pick<WrittenPair['quotes'][number], 'place' | 'text'>,
  { text, outline, pages }: Pick<Material, 'text' | 'outline' | 'pages'>,
): Span | null {
  for (const part of placedParts(text, outline, pages)) {
    if (part.place !== place) continue;
    const { body } = part;
    const start = part.heading?.start ?? body.start;
    const found = sliceOf(text, { start, end: body.end }).indexOf(quoted);
    if (found === -1) continue;
    const end = start + found + quoted.length;
    // A heading that shares its paragraph with the text is its place, not part of the quote.
    return { start: Math.max(start + found, end > body.start ? body.start : 0), end };
  }
  return null;
}

function exclusionOf(pair: WrittenPair, lost: number, materials: readonly Material[]): Exclusion {
  const { material, place } = pair.quotes[lost] as WrittenPair['quotes'][number];
  const isThere = materials.some(({ entry }) => entry.id === material);
  return {
    id: pair.id,
    title: pair.questions[0] ?? null,
    reason: isThere
      ? `引文不在现行资料 ${material} 的“${place}”中，该问答暂不使用`
      : `所引资料 ${material} 未收录，该问答暂不使用`,
  };
}

import { z } from 'zod';
import { type Span, sliceOf } from '../text/span.ts';
import type { Exclusion, Material } from './corpus.ts';
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
  const file = parseYamlFile('问答文件 faq.yaml', yaml, faqFile);
  const pairs: FaqPair[] = [];
  const excluded: Exclusion[] = [];
  for (const pair of file.pairs) {
    const quotes = pair.quotes.map((quote) => locateQuote(quote, materials));
    const lost = quotes.indexOf(null);
    if (lost === -1) pairs.push({ ...pair, quotes: quotes as AnchoredQuote[] });
    else excluded.push(exclusionOf(pair, lost, materials));
  }
  return { pairs, excluded };
}

type WrittenPair = z.infer<typeof faqPair>;

/** Finds the exact text at the place it names. */
function locateQuote(
  quote: WrittenPair['quotes'][number],
  materials: readonly Material[],
): AnchoredQuote | null {
  const material = materials.find(({ entry }) => entry.id === quote.material);
  if (material === undefined) return null;
  for (const section of material.outline) {
    if (section.place !== quote.place) continue;
    const start = section.heading?.start ?? section.body.start;
    const found = sliceOf(material.text, { start, end: section.body.end }).indexOf(quote.text);
    if (found === -1) continue;
    const end = start + found + quote.text.length;
    // A heading that shares its paragraph with the text is its place, not part of the quote.
    const at = Math.max(start + found, end > section.body.start ? section.body.start : 0);
    return { material: quote.material, place: quote.place, start: at, end };
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

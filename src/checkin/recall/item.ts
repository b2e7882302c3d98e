import { createHash } from 'node:crypto';

/** A question that asks for the words left out of a quote. */
export interface RecallItem {
  readonly id: string;
  readonly kind: 'figure' | 'term' | 'list-member' | 'body';
  /** Id of the material. */
  readonly material: string;
  readonly place: string;
  /** An exact slice of the material's text. */
  readonly quote: string;
  /** What is left out: the part of `quote` from `answerAt` on, in UTF-16 units. */
  readonly answer: string;
  readonly answerAt: number;
  /** Three of the same kind, each wrong. */
  readonly wrong: readonly string[];
  /** A trainer has struck it out. */
  readonly struck: boolean;
}

const BLANK = '＿＿＿＿';

/** The quote with a blank for the answer. */
export function clozeOf({ quote, answer, answerAt }: RecallItem): string {
  return quote.slice(0, answerAt) + BLANK + quote.slice(answerAt + answer.length);
}

/**
 * The options in an order that a seed decides.
 *
 * @returns the options, and the position of the right one
 */
export function optionsOf(
  { answer, wrong }: RecallItem,
  seed: string,
): { readonly options: readonly string[]; readonly right: number } {
  const weight = (option: string) => createHash('sha256').update(`${seed} ${option}`).digest('hex');
  const options = [answer, ...wrong]
    .map((option) => ({ option, at: weight(option) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ option }) => option);
  return { options, right: options.indexOf(answer) };
}

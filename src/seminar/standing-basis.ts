import { quotedIn } from './drafting/quoted.ts';
import type { Kit } from './kit.ts';

type Quote = Kit['basis'][number];

/** The approved texts as they are now. */
export interface ApprovedTexts {
  /** Null where the material is not, or no longer, approved. */
  materialText(id: string): string | null;
}

export interface StandingKit {
  readonly kit: Kit;
  /** How many statements of the kit are not in the approved texts any more. */
  readonly gone: number;
}

/** In a question, in place of words that it quotes and that are approved text no more. */
const NOT_QUOTED = '原文已更新或者停用';
/** Fewer characters in quotation marks are a word that anybody may use. */
const SHORTEST_QUOTE = 6;

/**
 * A kit that was kept, without what is no longer approved text: a material may have been replaced or
 * retired since. What only moved within its material is quoted where it stands now. A question that
 * quotes what is gone has a remark in its place.
 */
export function withStandingBasis(kit: Kit, texts: ApprovedTexts): StandingKit {
  const standing = (quotes: readonly Quote[]) => quotes.flatMap((one) => standingQuote(one, texts));
  const basis = standing(kit.basis);
  const gone = [...kit.basis, ...kit.questions.flatMap((one) => one.basis)].filter(
    (one) => standingQuote(one, texts).length === 0,
  );
  const left = (text: string) => withoutGone(text, gone, texts);
  const questions = kit.questions.map((one) => ({
    ...one,
    text: left(one.text),
    followUps: one.followUps.map(left),
    basis: standing(one.basis),
  }));
  return { kit: { ...kit, basis, questions }, gone: kit.basis.length - basis.length };
}

function standingQuote(quote: Quote, { materialText }: ApprovedTexts): Quote[] {
  const text = materialText(quote.material);
  if (text === null) return [];
  if (text.slice(quote.start, quote.end) === quote.text) return [quote];
  const start = text.indexOf(quote.text);
  return start < 0 ? [] : [{ ...quote, start, end: start + quote.text.length }];
}

function withoutGone(text: string, gone: readonly Quote[], { materialText }: ApprovedTexts) {
  if (gone.length === 0) return text;
  const isGone = (words: string) =>
    words.length >= SHORTEST_QUOTE &&
    gone.some((one) => one.text.includes(words)) &&
    !gone.some(({ material }) => materialText(material)?.includes(words) === true);
  return quotedIn(text)
    .quotes.filter(({ words }) => isGone(words))
    .reduce((said, { words }) => said.replaceAll(words, NOT_QUOTED), text);
}

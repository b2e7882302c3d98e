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

/**
 * A kit that was kept, without what is no longer approved text: a material may have been replaced or
 * retired since. What only moved within its material is quoted where it stands now.
 */
export function withStandingBasis(kit: Kit, texts: ApprovedTexts): StandingKit {
  const standing = (quotes: readonly Quote[]) => quotes.flatMap((one) => standingQuote(one, texts));
  const basis = standing(kit.basis);
  const questions = kit.questions.map((one) => ({ ...one, basis: standing(one.basis) }));
  return { kit: { ...kit, basis, questions }, gone: kit.basis.length - basis.length };
}

function standingQuote(quote: Quote, { materialText }: ApprovedTexts): Quote[] {
  const text = materialText(quote.material);
  if (text === null) return [];
  if (text.slice(quote.start, quote.end) === quote.text) return [quote];
  const start = text.indexOf(quote.text);
  return start < 0 ? [] : [{ ...quote, start, end: start + quote.text.length }];
}

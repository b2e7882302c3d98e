import { citationLine } from '../answer-text.ts';
import type { DraftedAnswer } from './drafted-answer.ts';

/** A drafted answer as plain text: its claims with the numbers of their quotes, then the quotes. */
export function draftedText({ claims, quotes }: DraftedAnswer): string {
  const said = claims
    .filter(
      (claim) => claim.quotes.length > 1 || quotes[claim.quotes[0] ?? -1]?.text !== claim.text,
    )
    .map(
      ({ text, quotes: positions }) => `${text}（引文${positions.map((at) => at + 1).join('、')}）`,
    );
  return [...said, ...quotes.map((quote, at) => `引文${at + 1} ${citationLine(quote)}`)].join('\n');
}

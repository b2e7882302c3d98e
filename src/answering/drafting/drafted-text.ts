import { citationLine } from '../answer-text.ts';
import { type DraftedAnswer, isQuoteItself } from './drafted-answer.ts';

/** A drafted answer as plain text: its claims with the numbers of their quotes, then the quotes. */
export function draftedText({ claims, quotes }: DraftedAnswer): string {
  const said = claims
    .filter((claim) => !isQuoteItself(claim, quotes))
    .map(({ text, quotes: positions }) => {
      const numbers = positions.map((at) => at + 1).join('、');
      return `${text}（引文${numbers}）`;
    });
  return [...said, ...quotes.map((quote, at) => `引文${at + 1} ${citationLine(quote)}`)].join('\n');
}

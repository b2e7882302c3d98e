import { termsOf } from '../retrieval/lexical/terms.ts';
import { phrasesOf } from '../text/sentences.ts';
import { sliceOf } from '../text/span.ts';
import type { Quote } from './answer.ts';
import { FORCE_NAMES, forceOf } from './force.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';

/** A quote up to this length says what was asked by itself. */
const SHORT_QUOTE = 45;

/**
 * What was asked, in words of the quotes alone: the phrase with the figure, the list or the body,
 * or the one that is nearest to the question; one for each quote.
 */
export function leadOf(quotes: readonly Quote[], question: Question, terms: QuestionTerms): string {
  const points = quotes.map((quote) => pointOf(quote, question, terms));
  if (question.asksForce) return points.map(describeForce).join('；').concat('。');
  if (points.length === 1) return `${points[0]}。`;
  return points
    .map((point, at) => `${quotes[at]?.place}：${point}`)
    .join('；')
    .concat('。');
}

function describeForce(point: string): string {
  return `“${point.replace(/[“”]/gu, '')}”${FORCE_NAMES[forceOf(point)]}`;
}

/** The telling part of a quote, without its closing punctuation. */
function pointOf({ text }: Quote, question: Question, terms: QuestionTerms): string {
  if (text.length <= SHORT_QUOTE) return withoutStop(text);
  const phrases = phrasesOf(text, { start: 0, end: text.length }).map((span) =>
    sliceOf(text, span),
  );
  const filling = phrases.filter((phrase) =>
    question.slots.some((slot) => slot.filler.test(phrase)),
  );
  const listing = question.wants === 'list' ? phrases.filter((one) => one.includes('、')) : [];
  const pool = [filling, listing, phrases].find((one) => one.length > 0) as string[];
  return withoutStop(nearestPhrase(pool, terms));
}

function nearestPhrase(phrases: readonly string[], terms: QuestionTerms): string {
  const scored = phrases.map((phrase) => {
    const own = termsOf(phrase);
    const direct = own.reduce((sum, term) => sum + (terms.terms.get(term) ?? 0), 0);
    const through = terms.concepts
      .flatMap(({ officials }) => officials.filter(({ text }) => phrase.includes(text)))
      .reduce((sum, { weight }) => sum + weight, 0);
    return { phrase, score: direct + through };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).phrase;
}

function withoutStop(text: string): string {
  return text.replace(/[。；，：;,]+$/u, '');
}

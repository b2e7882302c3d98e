import { termsOf } from '../retrieval/lexical/terms.ts';
import { phrasesOf } from '../text/sentences.ts';
import { sliceOf } from '../text/span.ts';
import type { Citation } from './answer.ts';
import { FORCE_NAMES, forceOf } from './force.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';

/** A quote up to this length says what was asked by itself. */
const SHORT_QUOTE = 45;
/** A phrase is spoken of where it is this near to the question, against the nearest phrase. */
const SPOKEN_OF = 0.4;

/**
 * What was asked, in words of the quotes alone: the phrase with the figure, the list or the body,
 * or the one that is nearest to the question; one for each quote.
 */
export function leadOf(
  quotes: readonly Citation[],
  question: Question,
  terms: QuestionTerms,
): string {
  if (question.asksForce) return describeForces(quotes, terms);
  const points = quotes.map((quote) => pointOf(quote, question, terms));
  if (points.length === 1) return `${points[0]}。`;
  return points
    .map((point, at) => `${quotes[at]?.place}：${point}`)
    .join('；')
    .concat('。');
}

/** Each phrase that the question speaks of, with how strongly it binds. */
function describeForces(quotes: readonly Citation[], terms: QuestionTerms): string {
  const phrases = quotes.flatMap(({ text }) => phrasesIn(text));
  const scored = phrases.map((phrase) => ({ phrase, score: nearness(phrase, terms) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const spokenOf = scored.filter(({ score }) => score >= best * SPOKEN_OF);
  return spokenOf
    .map(({ phrase }) => describeForce(withoutStop(phrase)))
    .join('；')
    .concat('。');
}

function describeForce(phrase: string): string {
  return `「${phrase}」${FORCE_NAMES[forceOf(phrase)]}`;
}

/** The telling part of a quote, without its closing punctuation. */
function pointOf({ text }: Citation, question: Question, terms: QuestionTerms): string {
  if (text.length <= SHORT_QUOTE) return withoutStop(text);
  const phrases = phrasesIn(text);
  const filling = phrases.filter((phrase) =>
    question.slots.some((slot) => slot.filler.test(phrase)),
  );
  const listing = question.wants === 'list' ? phrases.filter((one) => one.includes('、')) : [];
  const pool = [filling, listing, phrases].find((one) => one.length > 0) as string[];
  return withoutStop(nearestPhrase(pool, terms));
}

function nearestPhrase(phrases: readonly string[], terms: QuestionTerms): string {
  return phrases.reduce((best, one) => (nearness(one, terms) > nearness(best, terms) ? one : best));
}

function nearness(phrase: string, terms: QuestionTerms): number {
  const direct = termsOf(phrase).map((term) => terms.terms.get(term) ?? 0);
  const through = terms.concepts
    .flatMap(({ officials }) => officials)
    .map(({ text, weight }) => (phrase.includes(text) ? weight : 0));
  return [...direct, ...through].reduce((sum, one) => sum + one, 0);
}

function phrasesIn(text: string): string[] {
  return phrasesOf(text, { start: 0, end: text.length }).map((span) => sliceOf(text, span));
}

function withoutStop(text: string): string {
  return text.replace(/[。；，：;,]+$/u, '');
}

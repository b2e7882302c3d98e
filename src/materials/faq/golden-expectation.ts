import { createHash } from 'node:crypto';
import { type Answer, NOT_OUTRIGHT } from '../../answering/answer.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import { phrasesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';

export type Expectation = Pick<GoldenQuestion, 'outcome' | 'places' | 'contains' | 'absent'>;

/** Longer phrases change by a word that says nothing. */
const LONGEST_PHRASE = 60;
/** Shorter ones stand in many texts. */
const SHORTEST_PHRASE = 6;
const MOST_PHRASES = 3;

/** What is answered now, as what is wanted from now on: the place of the first quote, and what the lead says. */
export function expectationOf(answer: Answer): Expectation {
  const { outcome, quotes, methods } = answer;
  const [first] = quotes.length > 0 ? quotes : methods;
  const places = first === undefined ? [] : [{ material: first.material, place: first.place }];
  return {
    outcome,
    places,
    contains: outcome === 'answered' ? phrasesFor(answer) : [],
    absent: [],
  };
}

/** Of the lead what its quotes hold word for word; else the beginning of the first quote. */
function phrasesFor({ lead, quotes }: Answer): string[] {
  const said = lead.startsWith(NOT_OUTRIGHT) ? lead.slice(NOT_OUTRIGHT.length) : lead;
  const isHeld = (phrase: string) => quotes.some(({ text }) => text.includes(phrase));
  const whole = withoutStop(said);
  if (whole.length <= LONGEST_PHRASE && isHeld(whole)) return [whole];
  const held = phrasesIn(said).filter(isFit).filter(isHeld).slice(0, MOST_PHRASES);
  if (held.length > 0) return held;
  return phrasesIn(quotes[0]?.text ?? '')
    .filter(isFit)
    .slice(0, 1);
}

function phrasesIn(text: string): string[] {
  return phrasesOf(text, { start: 0, end: text.length }).map((span) =>
    withoutStop(sliceOf(text, span)),
  );
}

function isFit({ length }: string): boolean {
  return length >= SHORTEST_PHRASE && length <= LONGEST_PHRASE;
}

function withoutStop(text: string): string {
  return text.replace(/[。；，：;,]+$/u, '');
}

/** Tells what was shown from any other: whoever keeps it keeps what they looked at. */
export function markOf(expectation: Expectation): string {
  return createHash('sha256').update(JSON.stringify(expectation)).digest('hex').slice(0, 16);
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findAnswer } from '../../../src/answering/answer-question.ts';
import type { AnswerKind } from '../../../src/corpus/faq.ts';
import { readAnswerCases } from '../../../src/evaluation/answer-cases.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import { SHIPPED_CORPUS } from '../plan-index.ts';
import { shuffled } from './shuffled.ts';

/** A pair as `faq.yaml` writes it. */
export interface WrittenPair {
  readonly id: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly kind: AnswerKind;
  readonly quotes: readonly {
    readonly material: string;
    readonly place: string;
    readonly text: string;
  }[];
}

/** A wording that somebody asks, and what would answer it: null where no text does. */
export interface AskedWording {
  readonly text: string;
  /** Ids of pairs and cases. */
  readonly source: string;
  /** Places that settle it, any of them; those of no answer stand for themselves. */
  readonly places: readonly string[];
  readonly answer: Omit<WrittenPair, 'id' | 'questions'> | null;
}

const PLAN = 'plan-2023-2027';
const CASES = new URL('../../eval/plan-questions.jsonl', import.meta.url);

export function shippedPairs(): readonly WrittenPair[] {
  const file = parse(readFileSync(`${SHIPPED_CORPUS}/faq.yaml`, 'utf8')) as {
    pairs: WrittenPair[];
  };
  return file.pairs;
}

/** Every wording of the pairs, with the questions of the evaluation or without, in an order of the seed. */
export function wordingsOf(
  pairs: readonly WrittenPair[],
  seed: number,
  isWithCases: boolean,
): AskedWording[] {
  const ofPairs = pairs.flatMap(({ id, questions, ...answer }) =>
    questions.map((text) => ({
      text,
      source: id,
      places: answer.quotes.map(({ place }) => place),
      answer,
    })),
  );
  return shuffled([...ofPairs, ...(isWithCases ? wordingsOfCases() : [])], seed);
}

function wordingsOfCases(): AskedWording[] {
  return readAnswerCases(readFileSync(CASES, 'utf8')).map((one) => {
    const places = one.section.split('；').filter((place) => place !== '');
    return { text: one.question, source: one.id, places, answer: goldOf(one, places) };
  });
}

/** A pair of the phrases that a right answer must quote, each at each place: see {@link withStandingQuotes}. */
function goldOf(
  { answerable, must_contain }: { answerable: boolean; must_contain: string[] },
  places: readonly string[],
): AskedWording['answer'] {
  if (!answerable) return null;
  return {
    answer: must_contain.join('；'),
    kind: 'statement',
    quotes: places.flatMap((place) =>
      must_contain.map((text) => ({ material: PLAN, place, text })),
    ),
  };
}

/** Without the quotes that do not stand where they say: an index leaves out a pair with one of them. */
export function withStandingQuotes(index: CorpusIndex, asked: AskedWording): AskedWording {
  if (asked.answer === null) return asked;
  const quotes = asked.answer.quotes.filter(({ material, place, text }) => {
    const passages = index.store.passagesAt(material, place);
    return passages.some((passage) => {
      const whole = [...passage.headings, passage.text].join('\n');
      return whole.includes(text);
    });
  });
  return quotes.length === 0 ? asked : { ...asked, answer: { ...asked.answer, quotes } };
}

/**
 * Those that enter the ledger: refused for want of text, or answered from another place than the right
 * one, which a person marks as 没帮助. What a rule settles does not enter, nor what is out of scope.
 */
export function enteringOf(
  index: CorpusIndex,
  wordings: readonly AskedWording[],
): readonly AskedWording[] {
  return wordings.filter((asked) => {
    const { answer, settledBy } = findAnswer(index, asked.text);
    switch (answer.outcome) {
      case 'answered':
        return !isAtPlace(asked, answer.quotes[0]?.place);
      case 'not-in-corpus':
        return settledBy !== 'rule';
      case 'not-included':
        return true;
      case 'out-of-scope':
        return false;
      default:
        return answer.outcome satisfies never;
    }
  });
}

/** Whether the index answers a wording, and from a right place first. */
export function isAnsweredRightly(index: CorpusIndex, asked: AskedWording): boolean {
  const { answer } = findAnswer(index, asked.text);
  return answer.outcome === 'answered' && isAtPlace(asked, answer.quotes[0]?.place);
}

function isAtPlace({ places }: AskedWording, place: string | undefined): boolean {
  return place !== undefined && places.includes(place);
}

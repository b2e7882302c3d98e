import type { Citation } from '../../answering/answer.ts';
import { gatherCandidates } from '../../answering/candidates.ts';
import { readAsQuestion } from '../../answering/question.ts';
import { quotesOf } from '../../answering/quotes.ts';
import type { Unit } from '../../answering/units.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { Grounding } from '../kit.ts';
import { coverageOf, type Measure, measureOf, speaksOfIt } from './coverage.ts';
import { type Facet, facetsOf } from './facets.ts';
import type { Topic } from './read-topic.ts';

/** Policy text on a topic. */
export interface Ground {
  readonly citation: Citation;
  /** How much of the topic it speaks of, from 0 to 1. */
  readonly coverage: number;
  /** Some phrase of it is about the topic, and does not merely name it in a row of others. */
  readonly isDevoted: boolean;
  readonly facets: readonly Facet[];
}

export interface Grounds {
  readonly grounding: Grounding;
  /** The most telling first; empty where the topic is outside the text. */
  readonly grounds: readonly Ground[];
}

/** From this share of a topic on, a text is on it. */
const ON_TOPIC = 0.3;
/** A text that speaks of this much less than the best one is beside the topic. */
const AGAINST_BEST = 0.6;
/** Where none speaks of the topic as a whole, what speaks of less than the best is of something else. */
const AGAINST_WEAK_BEST = 0.9;
/** From this share on, the text speaks of the topic as a whole. */
export const WHOLE = 0.6;
/** One half of a topic with two (学风督查和学员管理), against the topic as a whole. */
const HALF = 0.9;
const MOST_GROUNDS = 10;
/** Short items from which on a phrase is a row, in which each is only named. */
const ROW = 4;
const LONGEST_ITEM = 12;

/** The policy text on a topic, and how far it carries. */
export function findGrounds(index: CorpusIndex, topic: Topic): Grounds {
  const measures = measuresOf(index, topic.lookedUp);
  const { policy } = gatherCandidates(index, readAsQuestion(topic.lookedUp));
  const measured = policy
    // A title names its text and says nothing.
    .filter(({ passage }) => passage.place !== '标题')
    .map((unit) => ({
      unit,
      coverage: coverageBy(measures, unit.text, unit.passage.headings.at(-1)),
    }))
    .sort((one, other) => other.coverage - one.coverage || one.unit.start - other.unit.start);
  const best = measured[0]?.coverage ?? 0;
  const share = best >= WHOLE ? AGAINST_BEST : AGAINST_WEAK_BEST;
  const grounds = measured
    .filter(({ coverage }) => coverage >= Math.max(ON_TOPIC, best * share))
    .filter(({ unit }) => best >= WHOLE || measures.some((one) => speaksOfIt(one, unit.text)))
    .slice(0, MOST_GROUNDS)
    .flatMap(({ unit, coverage }) => groundOf(index, unit, coverage, measures));
  return { grounding: groundingOf(grounds), grounds };
}

/** The topic as a whole, then its halves. */
function measuresOf(index: CorpusIndex, topic: string): Measure[] {
  const halves = topic.split(/[和与及、，,;；]/u).filter((half) => half.trim().length > 2);
  return [topic, ...(halves.length > 1 ? halves : [])].map((part) => measureOf(part, index));
}

function coverageBy(
  [whole, ...halves]: readonly Measure[],
  text: string,
  heading?: string,
): number {
  const of = (measure: Measure) => coverageOf(measure, text, heading);
  const ofWhole = whole === undefined ? 0 : of(whole);
  return Math.max(ofWhole, ...halves.map((half) => HALF * of(half)));
}

function groundOf(
  index: CorpusIndex,
  unit: Unit,
  coverage: number,
  measures: readonly Measure[],
): Ground[] {
  const { material, place } = unit.passage;
  const citation = quotesOf(index, [{ material, place, start: unit.start, end: unit.end }])[0];
  if (citation === undefined) return [];
  const isOn = (phrase: string) => coverageBy(measures, phrase) >= Math.max(ON_TOPIC, coverage / 2);
  const facets = facetsOf(citation, isOn);
  const isDevoted = phrasesIn(citation).some((phrase) => isOn(phrase) && !isRow(phrase));
  return [{ citation, coverage, isDevoted, facets }];
}

function phrasesIn({ text }: Citation): string[] {
  return text.split(/[，；。：]/u).filter((phrase) => phrase !== '');
}

function isRow(phrase: string): boolean {
  const items = phrase.replace(/（[^）]*）/gu, '').split('、');
  return items.filter((item) => item.length <= LONGEST_ITEM).length >= ROW;
}

/**
 * Full where a statement of more than a phrase, or several, are about all of the topic; partial
 * where it is named, or said in a phrase; none where it does not occur.
 */
function groundingOf(grounds: readonly Ground[]): Grounding {
  if (grounds.length === 0) return 'none';
  const whole = grounds.filter(({ isDevoted, coverage }) => isDevoted && coverage >= WHOLE);
  const isSaidAtLength = whole.some(({ citation }) => phrasesIn(citation).length > 1);
  return whole.length > 1 || isSaidAtLength ? 'full' : 'partial';
}

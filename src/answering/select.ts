import { LONGEST_QUOTE } from './answer.ts';
import { type Evidence, weigh } from './evidence.ts';
import { type Facet, facetsOf } from './facets.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';
import { rankEvidence } from './rank.ts';
import type { Unit } from './units.ts';

/** A further unit is quoted only where it is nearly as good as the first. */
const NEARLY_AS_GOOD = 0.72;
const MOST_FOR_ONE = 3;
/** A part of a question is left out where its best unit is this much weaker than the best of all. */
const WEAKEST_FACET = 0.3;
/** A unit that holds this share of a part's own weight serves that part too. */
const SERVES = 0.6;
/** Where a quoted expression stands in more units than this, listing them all answers nothing. */
const MOST_OCCURRENCES = 8;

/** Below this share of the question's weight, a question that names a place asks for all of it. */
const ASKS_FOR_THE_PLACE = 0.15;

/** The units to quote, the best first; `ranked` must not be empty. */
export function selectUnits(
  ranked: readonly Evidence[],
  question: Question,
  terms: QuestionTerms,
): Unit[] {
  const chosen = choose(ranked, question, terms);
  return chosen.flatMap((unit) => withWhatFollows(unit, ranked, question));
}

/** A unit that breaks off at a comma brings the rest of its thought, above all the list it opens. */
function withWhatFollows(unit: Unit, ranked: readonly Evidence[], { wants }: Question): Unit[] {
  if (!unit.text.endsWith('，')) return [unit];
  const next = ranked.find(
    ({ unit: one }) => one.passage === unit.passage && one.start === unit.end,
  );
  if (next === undefined) return [unit];
  const together = next.unit.end - unit.start;
  const isItsList = wants === 'list' && next.unit.text.includes('、');
  return isItsList || together <= LONGEST_QUOTE ? [unit, next.unit] : [unit];
}

function choose(ranked: readonly Evidence[], question: Question, terms: QuestionTerms): Unit[] {
  if (question.places.length === 1 && isAboutThePlace(ranked, terms)) return inOrder(ranked);
  const occurrences = occurrencesOf(ranked, question);
  if (occurrences.length > 1) return occurrences;
  if (!question.several) return bestOfAll(ranked);
  if (question.places.length > 1) return bestOfPlaces(ranked, question.places);
  const facets = facetsOf(question.plain, terms);
  return facets.length === 0 ? bestOfAll(ranked) : bestOfFacets(ranked, question, facets);
}

function isAboutThePlace(ranked: readonly Evidence[], terms: QuestionTerms): boolean {
  return (ranked[0] as Evidence).score < terms.total * ASKS_FOR_THE_PLACE;
}

function inOrder(ranked: readonly Evidence[]): Unit[] {
  return ranked.map(({ unit }) => unit).sort((one, other) => one.start - other.start);
}

function bestOfAll(ranked: readonly Evidence[]): Unit[] {
  const first = ranked[0] as Evidence;
  return ranked
    .slice(0, MOST_FOR_ONE)
    .filter(({ score }) => score >= first.score * NEARLY_AS_GOOD)
    .map(({ unit }) => unit);
}

/** The best unit for each part of the question; one that serves two parts stands once. */
function bestOfFacets(
  ranked: readonly Evidence[],
  question: Question,
  facets: readonly Facet[],
): Unit[] {
  const units = ranked.map(({ unit }) => unit);
  const chosen: { readonly unit: Unit; readonly share: number }[] = [];
  for (const { weighted, own } of facets) {
    const isServed = chosen.some(({ unit }) => weigh(unit, own).score >= own.total * SERVES);
    const open = units.filter((unit) => !chosen.some((one) => one.unit === unit));
    const best = rankEvidence(open, question, weighted)[0];
    if (isServed || best === undefined || weigh(best.unit, own).score === 0) continue;
    chosen.push({ unit: best.unit, share: best.score / weighted.total });
  }
  const strongest = Math.max(...chosen.map(({ share }) => share));
  return chosen.filter(({ share }) => share >= strongest * WEAKEST_FACET).map(({ unit }) => unit);
}

function bestOfPlaces(ranked: readonly Evidence[], places: readonly string[]): Unit[] {
  return places.flatMap((place) => {
    const best = ranked.find(({ unit }) => unit.passage.place.startsWith(place));
    return best === undefined ? [] : [best.unit];
  });
}

/** All units with the expression that a list question sets in quotation marks. */
function occurrencesOf(ranked: readonly Evidence[], question: Question): Unit[] {
  if (question.wants !== 'list' || !question.several || question.literals.length !== 1) return [];
  const literal = question.literals[0] as string;
  const units = ranked.map(({ unit }) => unit).filter(({ text }) => text.includes(literal));
  return units.length > MOST_OCCURRENCES ? [] : units;
}

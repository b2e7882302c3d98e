import { readAsQuestion } from '../../../answering/question.ts';
import { type Concept, questionTerms } from '../../../answering/question-terms.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import { questionTermsOf } from '../../../retrieval/lexical/terms.ts';
import { findPassages } from '../../../retrieval/search.ts';
import type { Meaning } from './meaning.ts';

/** Places that a wording is known by. */
const PLACES = 8;
/** So that a place half as near counts an eighth. */
const SHARPNESS = 3;
/** Single characters tell wordings apart less than bigrams do, as in the matching of pairs. */
const SINGLE_CHARACTER = 0.35;

/** Wordings of an index that are remembered: exemplars are read with every wording that is placed. */
const KEPT = 20_000;
const keptMeanings = new WeakMap<CorpusIndex, Map<string, Meaning>>();

/** Reads wordings with an index, each once. */
export function meaningsIn(index: CorpusIndex): (text: string) => Meaning {
  const kept = keptMeanings.get(index) ?? new Map<string, Meaning>();
  keptMeanings.set(index, kept);
  return (text) => {
    const meaning = kept.get(text) ?? readMeaning(index, text);
    if (kept.size >= KEPT) kept.clear();
    kept.set(text, meaning);
    return meaning;
  };
}

/** Reads a wording with the words, the thesaurus and the texts of an index. */
function readMeaning(index: CorpusIndex, text: string): Meaning {
  const { plain, slots } = readAsQuestion(text);
  const weigh = (term: string) =>
    Math.max(index.questions.weightOf(term), 0) * ([...term].length === 1 ? SINGLE_CHARACTER : 1);
  return {
    terms: new Map(questionTermsOf(plain).map((term) => [term, weigh(term)])),
    officials: weighOfficials(
      questionTerms(plain, index.thesaurus, index.passages.weightOf).concepts,
    ),
    places: weighPlaces(index, text),
    slots: slots.map(({ name }) => name).join(),
  };
}

/** An everyday word that may stand for many official ones says less of each. */
function weighOfficials(concepts: readonly Concept[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { officials } of concepts) {
    for (const { text, weight } of officials) {
      const share = weight / Math.sqrt(officials.length);
      weights.set(text, Math.max(share, weights.get(text) ?? 0));
    }
  }
  return weights;
}

function weighPlaces(index: CorpusIndex, text: string): Map<string, number> {
  const found = findPassages(index, text, PLACES, '政策文件');
  const best = found[0]?.score ?? 0;
  const places = new Map<string, number>();
  if (best <= 0) return places;
  // The nearest first: a place of several passages counts by its nearest.
  for (const { passage, score } of found) {
    const key = `${passage.material} ${passage.place}`;
    if (!places.has(key)) places.set(key, (score / best) ** SHARPNESS);
  }
  return places;
}

import type { CorpusIndex } from '../retrieval/index/open.ts';
import { NOT_OUTRIGHT } from './answer.ts';
import { absentPlaces, gatherCandidates } from './candidates.ts';
import { type ChosenPair, choosePair, quotesByRank } from './choose-pair.ts';
import type { Evidence } from './evidence.ts';
import type { FaqMatch } from './faq-match.ts';
import type { Finding } from './finding.ts';
import { leadOf } from './lead.ts';
import { methodsFor } from './methods.ts';
import type { Question } from './question.ts';
import { questionTerms } from './question-terms.ts';
import { type PlacedSpan, quotesOf } from './quotes.ts';
import { rankEvidence, withFaqPrior } from './rank.ts';
import {
  refuseAbsentPlaces,
  refuseNotInCorpus,
  refuseOutOfScope,
  refuseWithoutPolicy,
} from './refuse.ts';
import { selectUnits } from './select.ts';
import type { Unit } from './units.ts';
import { judgeEvidence } from './verdict.ts';

/** Share of the question's weight from which the text stands beside a pair that is not sure. */
const SPEAKS_FOR_ITSELF = 0.25;

/** Weighs the text and the FAQ, and answers from what they hold or says that they do not. */
export function answerFromEvidence(
  index: CorpusIndex,
  question: Question,
  faq: readonly FaqMatch[],
): Finding {
  if (!index.store.materials().some(({ kind }) => kind === '政策文件')) {
    return refuseWithoutPolicy();
  }
  const absent = absentPlaces(index, question);
  if (absent.length > 0) return refuseAbsentPlaces(absent);
  const terms = questionTerms(question.plain, index.thesaurus, index.passages.weightOf);
  const candidates = gatherCandidates(index, question);
  const methods = methodsFor(index, candidates.method, question, terms);
  const byText = rankEvidence(candidates.policy, question, terms);
  const ranked = withFaqPrior(byText, terms, faq);

  const chosen = choosePair(faq, byText, question, terms);
  const verdict = judgeEvidence(ranked, question, terms, index);
  if (chosen?.isLouder !== true && verdict === 'foreign' && methods.length === 0) {
    return refuseOutOfScope('foreign');
  }
  if (chosen === null && (verdict === 'not-settled' || verdict === 'foreign')) {
    return { ...refuseNotInCorpus(index, ranked), methods };
  }

  const found = selectUnits(ranked, question, terms).map(placedSpan);
  const spans = chosen === null ? found : spansWithPair(chosen, byText, found, question);
  const quotes = quotesOf(index, spans);
  const isAnswerOfPair = chosen?.isLouder === true && (chosen.isSameWords || !question.several);
  const lead = isAnswerOfPair ? chosen.pair.answer : leadOf(quotes, question, terms);
  const isIndirect = chosen === null && verdict === 'near' && question.places.length === 0;
  const caution = isIndirect ? NOT_OUTRIGHT : '';
  const pair = chosen?.pair ?? null;
  const isApproved = chosen?.isSure === true && chosen.isLouder;
  return {
    ...{ outcome: 'answered', lead: caution + lead, quotes, nearest: [], methods, pair },
    ...(isApproved ? { settledBy: 'approved-pair' } : {}),
  };
}

/** A pair that is not sure to be meant stands beside the best of the text, the louder one first. */
function spansWithPair(
  { pair, isSameWords, isLouder, isSure, strength }: ChosenPair,
  byText: readonly Evidence[],
  found: readonly PlacedSpan[],
  { several }: Question,
): readonly PlacedSpan[] {
  const approved = quotesByRank(pair, byText);
  if (isSameWords) return pair.quotes;
  if (several) return [...approved, ...found];
  if (isSure) return approved;
  const best =
    strength < SPEAKS_FOR_ITSELF ? [] : byText.slice(0, 1).map(({ unit }) => placedSpan(unit));
  return isLouder ? [...approved, ...best] : [...best, ...approved];
}

function placedSpan({ passage, start, end }: Unit): PlacedSpan {
  return { material: passage.material, place: passage.place, start, end };
}

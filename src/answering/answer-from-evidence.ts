import type { CorpusIndex } from '../retrieval/index/open.ts';
import { gatherCandidates } from './candidates.ts';
import { choosePair, quotesByRank } from './choose-pair.ts';
import type { FaqMatch } from './faq-match.ts';
import type { Finding } from './finding.ts';
import { leadOf } from './lead.ts';
import { methodsFor } from './methods.ts';
import type { Question } from './question.ts';
import { questionTerms } from './question-terms.ts';
import { type PlacedSpan, quotesOf } from './quotes.ts';
import { rankEvidence } from './rank.ts';
import { refuseNotInCorpus, refuseOutOfScope } from './refuse.ts';
import { selectUnits } from './select.ts';
import type { Unit } from './units.ts';
import { judgeEvidence } from './verdict.ts';

/** Before an answer that the text supports without putting it in the asker's words. */
const NOT_OUTRIGHT = '资料中没有直接对应的表述，最相关的规定是：';

/** Weighs the text and the FAQ, and answers from what they hold or says that they do not. */
export function answerFromEvidence(
  index: CorpusIndex,
  question: Question,
  faq: readonly FaqMatch[],
): Finding {
  const terms = questionTerms(question.plain, index.thesaurus, index.passages.weightOf);
  const candidates = gatherCandidates(index, question, terms);
  const methods = methodsFor(index, candidates.method, question, terms);
  const byText = rankEvidence(candidates.policy, question, terms, []);
  const ranked = rankEvidence(candidates.policy, question, terms, faq);

  const pair = choosePair(faq, byText, question, terms);
  const verdict = judgeEvidence(ranked, question, terms, index);
  if (pair === null && verdict === 'foreign') return refuseOutOfScope('foreign');
  if (pair === null && verdict === 'not-settled') {
    return { ...refuseNotInCorpus(index, ranked), methods };
  }

  const approved = pair === null ? [] : quotesByRank(pair, byText);
  const found = selectUnits(ranked, question, terms).map(placedSpan);
  const spans = pair !== null && !question.several ? approved : [...approved, ...found];
  const quotes = quotesOf(index, spans);
  const lead = pair !== null && !question.several ? pair.answer : leadOf(quotes, question, terms);
  const caution = pair === null && verdict === 'near' ? NOT_OUTRIGHT : '';
  return { outcome: 'answered', lead: caution + lead, quotes, nearest: [], methods, pair };
}

function placedSpan({ passage, start, end }: Unit): PlacedSpan {
  return { material: passage.material, place: passage.place, start, end };
}

import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { IndexedPair } from '../retrieval/index/store-schema.ts';
import type { Answer, Quote } from './answer.ts';
import { judgeAttachments, mentionsIn } from './attachments.ts';
import { gatherCandidates } from './candidates.ts';
import { choosePair, quotesByRank } from './choose-pair.ts';
import { matchFaq } from './faq-match.ts';
import { leadOf } from './lead.ts';
import { methodsFor } from './methods.ts';
import { readAsQuestion } from './question.ts';
import { questionTerms } from './question-terms.ts';
import { type PlacedSpan, quotesOf } from './quotes.ts';
import { rankEvidence } from './rank.ts';
import { refuseNotInCorpus, refuseNotIncluded, refuseOutOfScope } from './refuse.ts';
import { relatedQuestions } from './related.ts';
import { scopeReason } from './scope.ts';
import { selectUnits } from './select.ts';
import type { Unit } from './units.ts';
import { judgeEvidence } from './verdict.ts';

export interface AnswerOptions {
  /** Leave the FAQ out of retrieval and answer; related questions still come from it. */
  readonly withoutFaq?: boolean;
}

/** Before an answer that the text supports without putting it in the asker's words. */
const NOT_OUTRIGHT = '资料中没有直接对应的表述，最相关的规定是：';

/**
 * Answers a question from an index without a model. Every quote is an exact slice of approved
 * text; the lead holds nothing that the quotes do not.
 *
 * @param text as `readQuestion` gives it
 */
export function answerQuestion(
  index: CorpusIndex,
  text: string,
  options: AnswerOptions = {},
): Answer {
  const question = readAsQuestion(text);
  const reason = scopeReason(question.plain);
  if (reason !== null) return { ...base(text), ...refuseOutOfScope(reason) };

  const alike = matchFaq(index, question.plain);
  const related = (used: IndexedPair | null, quotes: readonly Quote[]) =>
    relatedQuestions(index, alike, used, quotes);
  const attachments = judgeAttachments(question, mentionsIn(index));
  if (attachments.about === 'content') {
    const refusal = refuseNotIncluded(index, attachments.mentions);
    return { ...base(text), ...refusal, related: related(null, refusal.quotes) };
  }

  const terms = questionTerms(question.plain, index.thesaurus, (term) =>
    index.passages.weightOf(term),
  );
  const candidates = gatherCandidates(index, question, terms);
  const faq = options.withoutFaq === true ? [] : alike;
  const ranked = rankEvidence(candidates.policy, question, terms, faq);
  const methods = methodsFor(index, candidates.method, question, terms);
  if (attachments.about === 'names') {
    const quotes = quotesOf(index, attachments.mentions);
    const lead = `${attachments.mentions.map(({ label, name }) => `${label}：${name}`).join('；')}。`;
    return { ...base(text), outcome: 'answered', lead, quotes, related: related(null, quotes) };
  }

  const byText = rankEvidence(candidates.policy, question, terms, []);
  const pair = choosePair(faq, byText, question, terms);
  const verdict = judgeEvidence(ranked, question, terms, index.passages.weightOf);
  if (pair === null) {
    if (verdict === 'foreign') {
      return { ...base(text), ...refuseOutOfScope('foreign'), related: related(null, []) };
    }
    if (verdict === 'not-settled') {
      const refusal = refuseNotInCorpus(index, ranked);
      return { ...base(text), ...refusal, methods, related: related(null, []) };
    }
  }
  const units = selectUnits(ranked, question, terms);
  const quotes = quotesOf(index, spansToQuote(pair === null ? [] : quotesByRank(pair, byText), units, question.several));
  const lead = pair !== null && !question.several ? pair.answer : leadOf(quotes, question, terms);
  const isNear = pair === null && verdict === 'near';
  return {
    ...base(text),
    outcome: 'answered',
    lead: isNear ? `${NOT_OUTRIGHT}${lead}` : lead,
    quotes,
    methods,
    related: related(pair, quotes),
  };
}

function base(question: string): Omit<Answer, 'outcome' | 'lead'> {
  return { question, quotes: [], nearest: [], methods: [], related: [] };
}

/** The pair's quotes first; a question for several things also takes what its parts found. */
function spansToQuote(
  approved: readonly PlacedSpan[],
  units: readonly Unit[],
  several: boolean,
): PlacedSpan[] {
  const found = units.map(({ passage, start, end }) => ({
    material: passage.material,
    place: passage.place,
    start,
    end,
  }));
  if (approved.length === 0) return found;
  return several ? [...approved, ...found] : [...approved];
}

import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { Answer } from './answer.ts';
import { answerFromEvidence } from './answer-from-evidence.ts';
import { answerNames, judgeAttachments } from './attachments.ts';
import { type FaqMatch, matchFaq } from './faq-match.ts';
import type { Finding } from './finding.ts';
import { type Question, readAsQuestion } from './question.ts';
import { refuseNotIncluded, refuseOutOfScope } from './refuse.ts';
import { relatedQuestions } from './related.ts';
import { scopeReason } from './scope.ts';

export interface AnswerOptions {
  /** Leave the FAQ out of retrieval and answer; related questions still come from it. */
  readonly withoutFaq?: boolean;
}

/** An answer with what it rests on, for those who would go on from it. */
export interface FoundAnswer {
  readonly answer: Answer;
  readonly question: Question;
  readonly settledBy: NonNullable<Finding['settledBy']> | 'words';
}

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
  return findAnswer(index, text, options).answer;
}

/** As {@link answerQuestion}, with what the answer rests on. */
export function findAnswer(
  index: CorpusIndex,
  text: string,
  options: AnswerOptions = {},
): FoundAnswer {
  const question = readAsQuestion(text);
  const reason = scopeReason(question.plain);
  if (reason !== null) return complete(question, refuseOutOfScope(reason), []);
  const alike = matchFaq(index, question.plain);
  const faq = options.withoutFaq === true ? [] : alike;
  const finding = find(index, question, faq);
  const isForeign = finding.outcome === 'out-of-scope';
  const related = isForeign
    ? []
    : relatedQuestions(index, alike, finding.pair ?? null, finding.quotes);
  return complete(question, finding, related);
}

/** What an attachment holds is refused before anything else could answer it by likeness. */
function find(index: CorpusIndex, question: Question, faq: readonly FaqMatch[]): Finding {
  const attachments = judgeAttachments(question, index.mentions);
  switch (attachments.about) {
    case 'content':
      return refuseNotIncluded(index, attachments.mentions);
    case 'names':
      return answerNames(index, attachments.mentions);
    case 'nothing':
      return answerFromEvidence(index, question, faq);
    default:
      return attachments satisfies never;
  }
}

function complete(question: Question, finding: Finding, related: readonly string[]): FoundAnswer {
  const settledBy = finding.settledBy ?? 'words';
  const { outcome, lead, quotes, nearest, methods = [] } = finding;
  const answer = { question: question.text, outcome, lead, quotes, nearest, methods, related };
  return { answer, question, settledBy };
}

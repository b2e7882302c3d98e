import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { cleanWords } from '../../text/clean-words.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { draftEvaluation } from './draft-evaluation.ts';
import { draftNeeds } from './draft-needs.ts';
import type { Drafted } from './drafted.ts';
import type { QuestionnaireOrder } from './order.ts';

/** The questionnaire of an order, from approved text and standing items; the same for the same order. */
export function draftQuestionnaire(order: QuestionnaireOrder, index: CorpusIndex): Questionnaire {
  return draftWithRemarks(order, index).questionnaire;
}

/** As `draftQuestionnaire`, with what its drafter should know. */
export function draftWithRemarks(order: QuestionnaireOrder, index: CorpusIndex): Drafted {
  const line = (text: string) => cleanWords(text).replaceAll('\n', ' ');
  const cleaned: QuestionnaireOrder = {
    kind: order.kind,
    audience: line(order.audience) || '干部',
    purpose: line(order.purpose),
    period: line(order.period),
    topics: [...new Set(order.topics.map(line).filter((topic) => topic !== ''))],
  };
  return order.kind === 'needs' ? draftNeeds(cleaned, index) : draftEvaluation(cleaned, index);
}

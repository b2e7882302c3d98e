import { type Answer, NOT_OUTRIGHT } from '../../answering/answer.ts';
import { answerQuestion } from '../../answering/answer-question.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';

/**
 * What an index answers to a question, where that rests on a pair; null where it does not answer it, does so
 * with reserve, or the pair is not in it.
 */
export function answeredByPair(index: CorpusIndex, question: string, pair: string): Answer | null {
  const known = index.store.pair(pair);
  if (known === null) return null;
  const answer = answerQuestion(index, question);
  if (answer.outcome !== 'answered' || answer.lead.startsWith(NOT_OUTRIGHT)) return null;
  const restsOnIt = answer.quotes.some((quote) =>
    known.quotes.some(
      ({ material, start, end }) =>
        material === quote.material && start < quote.end && quote.start < end,
    ),
  );
  return restsOnIt ? answer : null;
}

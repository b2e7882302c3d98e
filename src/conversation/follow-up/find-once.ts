import { type FoundAnswer, findAnswer } from '../../answering/answer-question.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';

/** The answers that need no model; a wording that is asked for again is not answered again. */
export function findOnce(index: CorpusIndex): (question: string) => FoundAnswer {
  const found = new Map<string, FoundAnswer>();
  return (question) => {
    const answer = found.get(question) ?? findAnswer(index, question);
    found.set(question, answer);
    return answer;
  };
}

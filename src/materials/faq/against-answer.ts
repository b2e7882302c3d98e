import { LONGEST_QUOTES } from '../../answering/answer.ts';
import { lineOf } from '../sign.ts';
import { beyondQuotes, cutOff, type Weights } from './beyond-quotes.ts';
import { type Looked, locateQuotes } from './locate-quotes.ts';
import type { PairAnswer } from './pairs.ts';

/** In characters; a sentence that is read at a glance. */
const LONGEST_ANSWER = 300;
const MOST_QUOTES = 8;

/** Why an answer cannot become a pair now, in words for people; null where it can. */
export async function againstAnswer(
  { answer, quotes }: PairAnswer,
  looked: Looked,
  weights: Weights,
): Promise<string | null> {
  const sentence = lineOf(answer);
  if ([...sentence].length < 2) return '答复还没有写。请用一句话写明答复。';
  if ([...sentence].length > LONGEST_ANSWER) {
    return `答复最多 ${LONGEST_ANSWER} 字。请缩短，细节由引文说明。`;
  }
  const problem = await againstQuotes(quotes, looked);
  if (typeof problem === 'string') return problem;
  return beyondQuotes(sentence, problem.cited, weights);
}

/** The quotes with their passages; why they cannot be quoted, where one cannot. */
export async function againstQuotes(quotes: PairAnswer['quotes'], looked: Looked) {
  if (quotes.length === 0) return '还没有引文。请从现行资料中选取一段原文作为依据。';
  if (quotes.length > MOST_QUOTES) return `引文最多 ${MOST_QUOTES} 段。请只留直接回答问题的。`;
  const located = await locateQuotes(quotes, looked);
  if (located.kind === 'refused') return located.problem;
  const cut = located.cited.map(cutOff).find((one) => one !== null);
  if (cut !== undefined) return cut;
  const length = located.cited.reduce((sum, { text }) => sum + text.length, 0);
  return length > LONGEST_QUOTES
    ? `引文合计最多 ${LONGEST_QUOTES} 字，超出的不会显示。请只留直接回答问题的。`
    : located;
}

import type { Citation } from '../../answering/answer.ts';
import { leadOf } from '../../answering/lead.ts';
import { readAsQuestion } from '../../answering/question.ts';
import { questionTerms } from '../../answering/question-terms.ts';
import type { AnswerKind } from '../../corpus/faq.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';

/** Quotes of this length together answer in their own words; of longer ones the nearest phrases do. */
const SHORT = 90;

/** A sentence that says what was asked in words of the quotes alone. */
export function proposeAnswer(
  index: CorpusIndex,
  question: string,
  quotes: readonly Citation[],
): string {
  const [only, ...others] = quotes;
  if (only === undefined) return '';
  if (others.length === 0 && [...only.text].length <= SHORT) return withStop(only.text);
  const asked = readAsQuestion(question);
  const terms = questionTerms(asked.plain, index.thesaurus, index.passages.weightOf);
  return leadOf(quotes, { ...asked, asksForce: false }, terms);
}

/** What kind of thing a question asks for, as answers read it. */
export function guessKind(question: string): AnswerKind {
  return readAsQuestion(question).wants;
}

/**
 * Whether quotes hold nothing of the kind that a question asks for, such as a figure: questions in other
 * words would not be led to an answer from them.
 */
export function lacksWhatIsAsked(
  question: string,
  quotes: readonly { readonly text: string }[],
): boolean {
  const { slots } = readAsQuestion(question);
  return slots.some(({ filler }) => !quotes.some(({ text }) => filler.test(text)));
}

function withStop(text: string): string {
  return /[。！？]$/u.test(text) ? text : `${text.replace(/[，；：、,;]+$/u, '')}。`;
}

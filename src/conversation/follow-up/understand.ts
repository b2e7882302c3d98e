import { type Answer, NOT_OUTRIGHT } from '../../answering/answer.ts';
import { scopeReason } from '../../answering/scope.ts';
import { termsOf } from '../../retrieval/lexical/terms.ts';
import { foldCharacters } from '../../text/fold.ts';
import { phrasesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';
import type { DialogueContext } from '../state.ts';
import { type FollowUp, isBare, LONGEST_FOLLOW_UP, ownWords, readFollowUp } from './kinds.ts';
import { readingsOf, topicOf } from './readings.ts';

/** After this long a question is no longer what the next one follows up. */
const CONTEXT_HOURS = 2;

export interface Understood {
  /** In full words; the text itself where it stands alone. */
  readonly question: string;
  readonly topic: string;
  readonly answer: Answer;
}

/**
 * Answers a text, with the question before it in mind where the text leans on that. A reading that
 * the corpus answers, and whose quotes speak of what is new in it, wins.
 */
export function understand(
  text: string,
  context: DialogueContext | null,
  now: Date,
  answer: (question: string) => Answer,
): Understood {
  if (context === null || isStale(context, now)) return alone(text, answer);
  const plain = foldCharacters(text);
  const followUp = readFollowUp(plain);
  if (followUp === null) {
    const itself = alone(text, answer);
    return withTopic(plain, context, itself, answer) ?? itself;
  }
  const readings = readingsOf(
    followUp,
    foldCharacters(context.question),
    foldCharacters(context.topic),
  ).map((question) => ({
    question,
    topic: followUp.kind === 'replace' ? topicOf(question) : context.topic,
    answer: answer(question),
  }));
  const answered = readings.filter((reading) => reading.answer.outcome === 'answered');
  const outright = answered.find(({ answer: { lead } }) => speaksOf(lead, followUp));
  if (outright !== undefined) return outright;
  for (const reading of answered) {
    const lead = phraseAbout(followUp, reading.answer);
    if (lead !== null) return { ...reading, answer: { ...reading.answer, lead } };
  }
  const nearest = answered[0];
  return nearest === undefined ? (readings[0] as Understood) : notOutright(nearest);
}

/** Nothing that is quoted names what is new: it may be meant in other words, and may not. */
function notOutright(reading: Understood): Understood {
  const { answer } = reading;
  const lead = answer.lead.startsWith(NOT_OUTRIGHT) ? answer.lead : NOT_OUTRIGHT + answer.lead;
  return { ...reading, answer: { ...answer, lead } };
}

/** The phrase of the quotes that speaks of what is new, where the lead speaks of something else. */
function phraseAbout(followUp: FollowUp, { quotes }: Answer): string | null {
  for (const { text } of quotes) {
    const phrases = phrasesOf(text, { start: 0, end: text.length });
    const found = phrases.find((phrase) => speaksOf(sliceOf(text, phrase), followUp));
    if (found !== undefined) return sliceOf(text, found).replace(/[，；：、]$/u, '。');
  }
  return null;
}

function alone(text: string, answer: (question: string) => Answer): Understood {
  return { question: text, topic: topicOf(text), answer: answer(text) };
}

/**
 * A short text that the corpus does not answer by itself, together with the topic before it; null
 * where that is not answered either, or by nothing that speaks of the text's own words.
 */
function withTopic(
  text: string,
  { topic }: DialogueContext,
  itself: Understood,
  answer: (question: string) => Answer,
): Understood | null {
  const { outcome } = itself.answer;
  const isSettled = outcome === 'answered' || outcome === 'not-included';
  if (isSettled || [...text].length > LONGEST_FOLLOW_UP || scopeReason(text) !== null) return null;
  const question = `${topic}，${text}`;
  const reading = { question, topic, answer: answer(question) };
  if (reading.answer.outcome !== 'answered') return null;
  const own = termsOf(ownWords(text)).filter((term) => [...term].length > 1);
  const quoted = new Set(reading.answer.quotes.flatMap((quote) => termsOf(quote.text)));
  return isBare(text) || own.some((term) => quoted.has(term)) ? reading : null;
}

export function isStale({ at }: DialogueContext, now: Date): boolean {
  return now.getTime() - new Date(at).getTime() > CONTEXT_HOURS * 3_600_000;
}

/** The text holds at least half of what is new in the follow-up. */
function speaksOf(text: string, followUp: FollowUp): boolean {
  if (followUp.kind !== 'replace') return true;
  const wanted = termsOf(followUp.by).filter((term) => [...term].length > 1);
  const held = new Set(termsOf(text));
  return wanted.filter((term) => held.has(term)).length * 2 >= wanted.length;
}

import { phrasesOf, sentencesOf } from '../../../text/sentences.ts';
import { type Span, sliceOf } from '../../../text/span.ts';

/** What goes on to limit the phrase before it. */
const LIMITS_BEFORE = /^(?:但|但是|不过)|除外[，。；]?$/u;
/** What says for whom or when the phrase behind it holds. */
const LIMITS_BEHIND = /^除[^，。；]{2,40}外[，,]$|的[，,]$/u;

/**
 * A quote begins and ends with phrases, and holds the conditions of what it says: to cut 探索, 严控,
 * 5年内累计 or 但延期一般不超过半年 off one would leave an exact slice that says something else.
 */
export function toWholePhrases(text: string, span: Span): Span {
  const phrases = sentencesOf(text).map((sentence) => phrasesOf(text, sentence));
  const all = phrases.flat();
  const first = all.find(({ end }) => end > span.start) ?? span;
  const last = all.findLast(({ start }) => start < span.end) ?? span;
  const begins = conditionBefore(text, first, phrases);
  const ends = limitBehind(text, last, phrases);
  const [start, end] = [Math.min(begins.start, span.start), Math.max(ends.end, span.end)];
  const breaksOff = /[，；：、,;]$/u.test(text.slice(start, end)) && end > span.end;
  return { start, end: breaksOff ? end - 1 : end };
}

function conditionBefore(text: string, first: Span, sentences: readonly (readonly Span[])[]): Span {
  const sentence = sentences.find((one) => one.includes(first)) ?? [];
  const before = sentence[sentence.indexOf(first) - 1];
  return before !== undefined && LIMITS_BEHIND.test(sliceOf(text, before)) ? before : first;
}

function limitBehind(text: string, last: Span, sentences: readonly (readonly Span[])[]): Span {
  const sentence = sentences.find((one) => one.includes(last)) ?? [];
  const behind = sentence[sentence.indexOf(last) + 1];
  return behind !== undefined && LIMITS_BEFORE.test(sliceOf(text, behind)) ? behind : last;
}

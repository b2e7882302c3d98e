import { type Span, splitAfter } from './span.ts';

/** A full stop with the quotation marks and brackets that close on it, or the end of a line. */
const SENTENCE_END = /[。！？!?]+[”’」』）)》〉】"]*|\n+/gu;

/** Sentences of a range, each a span of the text itself with its own full stop. */
export function sentencesOf(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  return splitAfter(text, span, SENTENCE_END);
}

/** Parts of a sentence between semicolons: in official Chinese, usually one task each. */
export function clausesOf(text: string, span: Span): Span[] {
  return splitAfter(text, span, /[；;]/gu);
}

/** Parts between full stops, semicolons and commas: the smallest unit that is ever quoted. */
export function phrasesOf(text: string, span: Span): Span[] {
  return splitAfter(text, span, /[；;，,：。！？]/gu);
}

/** A half-open range of UTF-16 offsets into a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function lengthOf(span: Span): number {
  return span.end - span.start;
}

/** The same range without white space at either end; may come out empty. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] as string)) start++;
  while (end > start && /\s/u.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** The ranges between separators, each separator staying at the end of its range; none is blank. */
export function splitAfter(text: string, span: Span, separator: RegExp): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (const match of sliceOf(text, span).matchAll(separator)) {
    const end = span.start + match.index + match[0].length;
    pieces.push(trimSpan(text, { start, end }));
    start = end;
  }
  pieces.push(trimSpan(text, { start, end: span.end }));
  return pieces.filter((piece) => lengthOf(piece) > 0);
}

import { outlineOf } from '../../text/outline.ts';
import type { ReadDocument } from './document.ts';
import { outlineOfLines } from './outline-of-lines.ts';
import { cleanText } from './plain-text.ts';

/** A line of a document as its format has it. */
export interface MarkedLine {
  /** May hold line ends and blanks that its format means nothing by. */
  readonly text: string;
  /** The depth of a heading that its format marks. */
  readonly depth?: number;
}

/**
 * A document of lines whose format marks headings.
 *
 * @param trust `marks` takes headings from the marks alone; `both` reads numbered lines too, as on a
 *   page where the title alone is marked
 */
export function documentOf(lines: readonly MarkedLine[], trust: 'marks' | 'both'): ReadDocument {
  const kept = lines.flatMap(({ text, depth = null }) => {
    const line = cleanText(text).replaceAll('\n', '');
    return line === '' ? [] : [{ text: line, depth }];
  });
  const text = kept.map((line) => line.text).join('\n');
  if (trust === 'both') return { text, outline: outlineOfLines(text, kept) };
  let start = 0;
  const marked = kept.flatMap(({ text: { length }, depth }) => {
    const heading = { start, end: start + length, depth };
    start += length + 1;
    return heading.depth === null ? [] : [{ ...heading, depth: heading.depth }];
  });
  return { text, outline: outlineOf(text, marked) };
}

import { readHeadingLine } from '../../text/headings.ts';
import { type MarkedHeading, outlineOf } from '../../text/outline.ts';
import type { ReadDocument } from './document.ts';
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
 * @param trust `marks` takes headings from the marks alone; `both` reads numbered lines too where
 *   most headings go unmarked, as on a page whose title alone is marked
 */
export function documentOf(lines: readonly MarkedLine[], trust: 'marks' | 'both'): ReadDocument {
  const kept: string[] = [];
  const marked: MarkedHeading[] = [];
  let offset = 0;
  let unmarked = 0;
  for (const { text, depth } of lines) {
    const line = cleanText(text).replaceAll('\n', '');
    if (line === '') continue;
    if (depth !== undefined) marked.push({ start: offset, end: offset + line.length, depth });
    else if (readHeadingLine(line) !== null) unmarked++;
    kept.push(line);
    offset += line.length + 1;
  }
  const text = kept.join('\n');
  const believed = trust === 'both' && unmarked >= marked.length ? [] : marked;
  return { text, outline: outlineOf(text, believed) };
}

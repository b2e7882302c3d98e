import { type HeadingLine, readHeadingLine } from './headings.ts';
import { lengthOf, type Span, sliceOf, trimSpan } from './span.ts';

/** A stretch of a document under one heading, without the sections below it. */
export interface Section {
  /** Where it stands, as people cite it: `标题`, `前言`, `三（二）`, `第十四条`, `专栏3`. */
  readonly place: string;
  /** Heading texts from the outermost to its own, without their numbers; empty ones left out. */
  readonly headings: readonly string[];
  /** Number and heading; null before the first one, and where the body is all that stands there. */
  readonly heading: Span | null;
  /**
   * Its own text; empty where the sections below it say everything, and the heading's line where
   * nothing stands below (`一、时间：五月一日`).
   */
  readonly body: Span;
}

/** A heading that the file format itself marks, such as `## 分组`; then only such lines are headings. */
export interface MarkedHeading extends Span {
  readonly depth: number;
}

interface Line extends Span {
  readonly text: string;
}

/**
 * The structure of a Chinese official text: 第X编/章/节/条, 一、, （一）, 1., （1）, 专栏N, and what
 * stands before the first of them (标题 and 前言). A heading may share its paragraph with its body
 * (`（一）聚焦聚力。完善…`). Inside an article (条) numbered items belong to the article.
 */
export function outlineOf(text: string, marked: readonly MarkedHeading[] = []): Section[] {
  const markedAt = new Map(marked.map((heading) => [heading.start, heading]));
  const sections: Section[] = [];
  const open: HeadingLine[] = [];
  let current: { place: string; headings: string[]; heading: Span | null; bodyStart: number } = {
    place: '前言',
    headings: [],
    heading: null,
    bodyStart: 0,
  };
  const close = (end: number, nextLevel: number) => {
    const { bodyStart, ...rest } = current;
    const own = trimSpan(text, { start: Math.min(bodyStart, end), end });
    const isAllHeading = lengthOf(own) === 0 && nextLevel <= (open.at(-1)?.level ?? 0);
    if (isAllHeading && rest.heading !== null) {
      sections.push({ ...rest, heading: null, body: rest.heading });
    } else if (rest.heading !== null || lengthOf(own) > 0) sections.push({ ...rest, body: own });
  };

  for (const line of linesOf(text)) {
    const depth = markedAt.get(line.start)?.depth;
    if (line.start === 0 && isTitle(line, depth)) {
      sections.push({ place: '标题', headings: [], heading: null, body: trimSpan(text, line) });
      current.bodyStart = line.end;
      continue;
    }
    if (marked.length > 0 && depth === undefined) continue;
    const heading = readHeadingLine(line.text, depth, open.at(-1)?.kind);
    if (heading === null) continue;
    close(line.start, heading.level);
    while (open.length > 0 && (open.at(-1) as HeadingLine).level >= heading.level) open.pop();
    open.push(heading);
    const bodyStart = line.start + heading.bodyOffset;
    current = {
      place: placeOf(open),
      headings: open.map((one) => one.heading).filter((one) => one !== ''),
      heading: trimSpan(text, { start: line.start, end: bodyStart }),
      bodyStart,
    };
  }
  close(text.length, 0);
  return sections;
}

/** Articles and boxes are numbered through a document; everything else by its ancestors. */
function placeOf(open: readonly HeadingLine[]): string {
  const own = open.at(-1) as HeadingLine;
  if (own.kind === 'article' || own.kind === 'box' || own.kind === 'marked') return own.label;
  return open
    .filter((one) => one.kind !== 'article' && one.kind !== 'box' && one.kind !== 'marked')
    .map((one) => one.label)
    .join('');
}

/** The first line is the title unless it already is a numbered heading or a sentence. */
function isTitle(line: Line, depth: number | undefined): boolean {
  const text = line.text.trim();
  if (depth === 1) return readHeadingLine(text) === null;
  return text.length <= 60 && !/[。；]$/u.test(text) && readHeadingLine(text) === null;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const span = { start: match.index, end: match.index + match[0].length };
    lines.push({ ...span, text: sliceOf(text, span) });
  }
  return lines;
}

import {
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { numbered } from '../numbered.ts';
import { printable } from '../printable.ts';
import { HEADING_FONT, QUOTE_FONT, SIZE } from './fonts.ts';
import type { StyleName } from './style-makers.ts';

/** Twentieths of a point. */
const FORM_HEADING_SPACING = { line: 400, before: 140, after: 60 };

/** `source` is such as 《全国干部教育培训规划（2023—2027年）》七（一）. */
export interface PolicyQuote {
  readonly text: string;
  readonly source: string;
}

type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/** Words as they are set in a line; a line feed becomes a break. */
export function runs(words: string, look: Look = {}): TextRun[] {
  return printable(words)
    .split('\n')
    .map((text, at) => new TextRun({ ...look, text, ...(at === 0 ? {} : { break: 1 }) }));
}

/** To the edge that the lines of the paragraph hang from. */
export function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

/** Words that stand out from those around them. */
export function strong(words: string): TextRun[] {
  return runs(words, { font: HEADING_FONT });
}

export function paragraph(
  style: StyleName,
  content: string | readonly TextRun[],
  options: Omit<IParagraphOptions, 'style' | 'children' | 'text'> = {},
): Paragraph {
  const children = typeof content === 'string' ? runs(content) : content;
  return new Paragraph({ ...options, style, children });
}

/** The title of a sheet. */
export function sheetTitle(words: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(words) });
}

/** A heading of a part; `kind`, such as 规划要求, tells policy text and advice apart. */
export function partHeading(words: string, kind?: string): Paragraph {
  const label =
    kind === undefined ? [] : runs(`〔${kind}〕`, { font: QUOTE_FONT, size: SIZE.小四 });
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [...runs(words), ...label] });
}

/** A heading within a part. */
export function subHeading(words: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(words) });
}

/** A heading of a part on a form, where room is for writing. */
export function formHeading(words: string, options: { readonly onNewPage: boolean }): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: FORM_HEADING_SPACING,
    pageBreakBefore: options.onNewPage,
    children: runs(words, { size: SIZE.四号 }),
  });
}

/** A paragraph a line: in one that is justified, a line that ends in a break is spread over the width. */
export function lines(style: StyleName, words: string, lead: readonly TextRun[] = []): Paragraph[] {
  const [first = '', ...others] = printable(words).split('\n');
  return [
    paragraph(style, [...lead, ...runs(first)]),
    ...others.map((line) => paragraph(style, line)),
  ];
}

/** One paragraph an item. */
export function numberedList(items: readonly string[]): Paragraph[] {
  return numbered(items).flatMap((item) => lines('ListItem', item));
}

/** Policy text word for word, each with its place, under one bar. */
export function policyBox(label: string, quotes: readonly PolicyQuote[]): Paragraph[] {
  return [
    paragraph('PolicyLabel', `${label}（原文）`, { keepNext: true }),
    ...quotes.flatMap(({ text, source }) => [
      paragraph('PolicyQuote', text, { keepNext: true }),
      paragraph('PolicySource', `——${source}`),
    ]),
  ];
}

/** Nothing where there is nothing to warn of. */
export function warning(words: string): Paragraph[] {
  return words === '' ? [] : [paragraph('Warning', words)];
}

export interface Picture {
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for whoever cannot see it. */
  readonly name: string;
  readonly alt: string;
}

/** Of a picture's width and height on paper, in millimetres: with its caption it fits a page. */
const WIDEST = 136;
const HIGHEST = 185;
/** Pixels of a millimetre, as the library counts. */
const PIXELS = 96 / 25.4;

/** A picture on a line of its own. */
export function picture({ png, width, height, name, alt }: Picture): Paragraph {
  const scale = Math.min((WIDEST * PIXELS) / width, (HIGHEST * PIXELS) / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const altText = { name: printable(name), title: printable(name), description: printable(alt) };
  const image = new ImageRun({ type: 'png', data: png, transformation: size, altText });
  return new Paragraph({ style: 'Picture' satisfies StyleName, children: [image] });
}

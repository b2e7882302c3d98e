import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { printable } from '../printable.ts';
import { runs } from './blocks.ts';
import { fontTable, NUMBER_FONT, QUOTE_FONT, SIZE } from './fonts.ts';
import { STYLES } from './styles.ts';
import { TEXT_WIDTH } from './tables.ts';

/** What stands at the left of the head of every page, such as class and date; empty words are left out. */
export type RunningHead = readonly [first: string, second: string];

/** A sheet that can be torn off: it begins on a page of its own, counted from 1. */
export interface SheetRun {
  /** At the head of every page: 题目清单. */
  readonly name: string;
  readonly head: RunningHead;
  readonly children: readonly FileChild[];
}

/** A4 with the margins of official papers (GB/T 9704): 156 mm by 225 mm of text. */
const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    // Two lines and their rule still stand above the text.
    header: convertMillimetersToTwip(24),
    footer: convertMillimetersToTwip(23),
  },
};

/** Characters; with more the second stands in a line of its own. */
const LONG_FIRST = 24;

const CREATOR = '干训助手';

/** A Word file of sheets. */
export async function packSheets(title: string, sheets: readonly SheetRun[]): Promise<Uint8Array> {
  const document = new Document({
    title: printable(title),
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: sheets.map(section),
  });
  return Packer.toBuffer(document, false, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}

function section({ name, head, children }: SheetRun): ISectionOptions {
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { ...PAGE, pageNumbers: { start: 1 } } },
    headers: { default: header(name, head), even: header(name, head) },
    // Page numbers stand at the outer edge, one character in.
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
    children,
  };
}

function header(name: string, [first, second]: RunningHead): Header {
  const look = { font: QUOTE_FONT, size: SIZE.五号 };
  const isLong = first.length > LONG_FIRST;
  const left = [first, second].filter((words) => words !== '').join(isLong ? '\n' : '　');
  return new Header({
    children: [
      new Paragraph({
        spacing: { line: 280, lineRule: LineRuleType.EXACT },
        tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(TEXT_WIDTH) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 3, color: '000000' } },
        children: [
          ...runs(left, look),
          new TextRun({ ...look, children: [new Tab(), printable(name)] }),
        ],
      }),
    ],
  });
}

function footer(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: SIZE.四号 * 10, right: SIZE.四号 * 10 },
        children: [
          new TextRun({
            ...{ font: NUMBER_FONT, size: SIZE.四号 },
            children: ['－ ', PageNumber.CURRENT, ' －'],
          }),
        ],
      }),
    ],
  });
}

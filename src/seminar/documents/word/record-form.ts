import type { FileChild } from 'docx';
import { numbered } from '../../../documents/numbered.ts';
import {
  formHeading,
  paragraph,
  runs,
  sheetTitle,
  warning,
} from '../../../documents/word/blocks.ts';
import { QUOTE_FONT } from '../../../documents/word/fonts.ts';
import type { StyleName } from '../../../documents/word/style-makers.ts';
import { factTable, headedTable, type Row, TEXT_WIDTH } from '../../../documents/word/tables.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import type { RecordedItem, RecordSheet } from '../../record-sheet.ts';
import { OPEN_DATE } from '../document-head.ts';
import { causesByCategory } from '../record-template.ts';

/** Rows to write in where nothing is recorded, and room in millimetres, so that a form fills both sides of a leaf. */
const ROOM = {
  ...{ problemRows: 14, problem: 9, focus: 18 },
  ...{ causeRows: 2, cause: 7.5, measureRows: 4, measure: 11 },
  ...{ disagreements: 14, reportPoints: 22 },
};
/** Rows of problems that give way to a note on the grounding. */
const ROWS_OF_NOTE = 3;
/** Least height of a row that is filled in. */
const FILLED = 8;

const FILLING_IN =
  '说明：照发言原意记录，不写发言人姓名；得分按3分、2分、1分合计，同分注明“并列”。';

/** 记录表 of one group; what is not recorded yet is left to be written in. */
export function recordForm(sheet: RecordSheet, note = ''): FileChild[] {
  // Before the seminar, the second side begins with the causes.
  const isEmpty = sheet.problems.length === 0 && sheet.causes.length === 0;
  const heading = (words: string, onNewPage = false) => formHeading(words, { onNewPage });
  return [
    sheetTitle('结构化研讨记录表'),
    ...warning(note),
    facts(sheet),
    paragraph('SmallNote', FILLING_IN),
    heading('一、问题清单'),
    problems(sheet, ROOM.problemRows - (note === '' ? 0 : ROWS_OF_NOTE)),
    heading('二、聚焦问题'),
    box([sheet.focus], ROOM.focus),
    heading('三、原因分析', isEmpty),
    causes(sheet),
    heading('四、对策措施'),
    measures(sheet),
    heading('五、分歧意见'),
    box(numbered(sheet.disagreements), ROOM.disagreements),
    heading('六、汇报要点'),
    box(numbered(sheet.reportPoints), ROOM.reportPoints),
  ];
}

function facts({ group, date, people, topic }: RecordSheet): FileChild {
  const name = (words: string) => ({ content: words, isHead: true });
  const who = group === '' && people !== null ? '全班' : group;
  const when = dateInWords(date) || OPEN_DATE;
  const count = people === null ? '　　人' : `${people}人`;
  return factTable(
    [18, 32, 18, 50, 18, 20],
    [
      { cells: [name('组别'), who, name('时间'), when, name('人数'), count], height: 9 },
      { cells: [name('主题'), { content: topic, columnSpan: 5 }], height: 9 },
    ],
  );
}

function problems({ problems }: RecordSheet, emptyRows: number): FileChild {
  const rows: Row[] = problems.map((item, at) => ({
    cells: [`${at + 1}`, words(item), points(item)],
    height: FILLED,
  }));
  return headedTable(
    [
      { title: '序号', width: 14, isCentered: true },
      { title: '问题', width: 118 },
      { title: '得分', width: 24, isCentered: true },
    ],
    rows.length > 0
      ? rows
      : Array.from({ length: emptyRows }, (_, at) => ({
          ...{ cells: [`${at + 1}`, '', ''], height: ROOM.problem },
        })),
  );
}

function causes({ causes }: RecordSheet): FileChild {
  const rows = causesByCategory(causes).flatMap(({ category, items }): Row[] => {
    const shown =
      items.length > 0 ? items.map(causeCells) : blank(causes.length > 0 ? 1 : ROOM.causeRows);
    return shown.map((cells, at) => ({
      cells: at === 0 ? [{ content: category, rowSpan: shown.length }, ...cells] : cells,
      height: ROOM.cause,
    }));
  });
  return headedTable(
    [
      { title: '类别', width: 20, isCentered: true },
      { title: '原因', width: 112 },
      { title: '得分', width: 24, isCentered: true },
    ],
    rows,
  );
}

function causeCells(item: RecordedItem) {
  return [words(item), points(item)];
}

function blank(count: number) {
  return Array.from({ length: count }, () => ['', '']);
}

function measures({ measures }: RecordSheet): FileChild {
  const rows: Row[] = measures.map((item, at) => ({
    cells: [
      ...[`${at + 1}`, words(item, 'DenseText'), item.responsible, item.deadline, item.feasibility],
      points(item),
    ],
  }));
  return headedTable(
    [
      { title: '序号', width: 12, isCentered: true },
      { title: '对策', width: 58 },
      { title: '责任主体', width: 24, isCentered: true },
      { title: '时限', width: 20, isCentered: true },
      { title: '可行性', width: 22, isCentered: true },
      { title: '得分', width: 20, isCentered: true },
    ],
    rows.length > 0
      ? rows
      : Array.from({ length: ROOM.measureRows }, (_, at) => ({
          ...{ cells: [`${at + 1}`, '', '', '', '', ''], height: ROOM.measure },
        })),
    { isDense: true },
  );
}

function words({ text, raised }: RecordedItem, style: StyleName = 'TableText') {
  const times = raised > 1 ? runs(`（${raised}条意见）`, { font: QUOTE_FONT }) : [];
  return [paragraph(style, [...runs(text), ...times])];
}

/** Empty where nobody voted: it may still be written in. */
function points({ points, isTied }: RecordedItem): string {
  if (points === null) return '';
  return isTied ? `${points}分\n（并列）` : `${points}分`;
}

function box(lines: readonly string[], room: number): FileChild {
  const written = lines.filter((line) => line !== '');
  const content = (written.length === 0 ? [''] : written).map((line) =>
    paragraph('TableText', line),
  );
  return factTable(
    [TEXT_WIDTH],
    [{ cells: [content], height: written.length === 0 ? room : FILLED }],
  );
}

import type { Workbook } from 'exceljs';
import { timeIn } from '../clock.ts';
import {
  addRow,
  BOLD,
  BOXED,
  type ColumnFormat,
  headRow,
  sheetOf,
  type Value,
} from '../documents/sheet.ts';
import { dateInWords } from '../text/date-in-words.ts';
import { withoutTitleMarks } from '../text/title-marks.ts';
import type { Insight } from './insight.ts';
import { FEW, type Told, UNTOLD_NOTE } from './told.ts';
import {
  bandInWords,
  daysInWords,
  OUTCOME_NAMES,
  TIMES_NOTE,
  VERDICT_NAMES,
  WAY_NAMES,
  withinInWords,
} from './words.ts';

const COUNT: ColumnFormat = { width: 12, format: '#,##0' };
const SHARE: ColumnFormat = { width: 10, format: '0.0%' };

/** Totals as a workbook, for reporting upwards; no row of it is of a person. */
export async function insightXlsx(insight: Insight, zone: string): Promise<Uint8Array> {
  // The library takes long to load, and most runs of the program write no workbook.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.creator = '干训助手';
  workbook.title = `干训助手运行情况（${daysInWords(insight.from, insight.to)}）`;
  about(workbook, insight);
  questions(workbook, insight);
  days(workbook, insight);
  times(workbook, insight);
  materials(workbook, insight);
  messages(workbook, insight);
  loop(workbook, insight, zone);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function about(workbook: Workbook, { from, to, since }: Insight): void {
  const sheet = sheetOf(workbook, '说明', [{ width: 16 }, { width: 90 }]);
  const begins =
    since === null
      ? ['还没有数据。']
      : since > from
        ? [`自${dateInWords(since)}起计数，以前的提问没有计入。`]
        : [];
  const lines: [string, string][] = [
    ['表名', '干训助手运行情况'],
    ['统计时间', `${daysInWords(from, to)}。${begins.join('')}`],
    ['内容', '提问结果、每日提问、答复用时、资料引用、消息发送、问题和把关。'],
    ['口径', '只有合计数，不涉及任何个人，不作排名。提问按次数计，同一条消息只计一次。'],
    ['不列示的数字', UNTOLD_NOTE],
    ['用时', TIMES_NOTE],
  ];
  for (const line of lines) addRow(sheet, line, BOXED).getCell(1).font = BOLD;
}

function questions(workbook: Workbook, insight: Insight): void {
  const { asked, before, outcomes, ratings, span } = insight;
  const sheet = sheetOf(workbook, '提问结果', [{ width: 30 }, COUNT, SHARE]);
  headRow(sheet, ['项目', '次数', '占比']);
  addRow(sheet, ['提问', cellOf(asked), ''], BOXED);
  for (const { outcome, count, share } of outcomes) {
    addRow(sheet, [OUTCOME_NAMES[outcome] ?? outcome, cellOf(count), share], BOXED);
  }
  addRow(sheet, ['评价：有用', cellOf(ratings.useful), ''], BOXED);
  addRow(sheet, ['评价：没帮助', cellOf(ratings.notUseful), ''], BOXED);
  if (before !== null) addRow(sheet, [`此前 ${span} 天提问`, cellOf(before), ''], BOXED);
}

function days(workbook: Workbook, { days: all }: Insight): void {
  const sheet = sheetOf(workbook, '每日提问', [{ width: 18 }, COUNT]);
  headRow(sheet, ['日期', '提问次数']);
  for (const { day, asked } of all) addRow(sheet, [day, cellOf(asked)], BOXED);
}

function times(workbook: Workbook, { times: all }: Insight): void {
  const width = { width: 22 };
  const sheet = sheetOf(workbook, '答复用时', [{ width: 30 }, COUNT, width, width, width]);
  headRow(sheet, ['答复方式', '次数', '一半的答复', '95%的答复', '最慢的答复']);
  for (const { by, asked, median, most, slowest } of all) {
    const told = [
      median === null ? null : withinInWords(median),
      most === null ? null : withinInWords(most),
      slowest === null ? null : bandInWords(slowest),
    ];
    addRow(sheet, [WAY_NAMES[by], cellOf(asked), ...told], BOXED);
  }
  if (all.length === 0) addRow(sheet, ['这段时间没有提问。']);
}

function materials(workbook: Workbook, insight: Insight): void {
  const { cited, uncited } = insight.materials;
  const sheet = sheetOf(workbook, '资料引用', [
    ...[{ width: 60 }, { width: 14 }, COUNT, { width: 14 }],
  ]);
  headRow(sheet, ['现行资料', '生效日期', '引用次数', '上次引用']);
  for (const { title, since, count } of cited) {
    addRow(sheet, [named(title), since ?? '未登记', cellOf(count), ''], BOXED);
  }
  for (const { title, since, lastCited } of uncited) {
    addRow(sheet, [named(title), since ?? '未登记', 0, lastCited ?? '没有'], BOXED);
  }
}

function messages(workbook: Workbook, { messages: all }: Insight): void {
  const sheet = sheetOf(workbook, '消息发送', [{ width: 44 }, COUNT, { width: 8 }]);
  headRow(sheet, ['项目', '数量', '单位']);
  const row = (name: string, count: Told, unit = '条') =>
    addRow(sheet, [name, cellOf(count), unit], BOXED);
  row('已发出', all.sent);
  row('未送达', all.failed);
  for (const { reason, count } of all.failedBy) row(`未送达：${reason}`, count);
  row('不确定（发送途中中断）', all.uncertain);
  row('没有发送', all.skipped);
  for (const { reason, count } of all.skippedBy) row(`没有发送：${reason}`, count);
  row('等待发送', all.waiting);
  row('等待发送：超过发送时间1小时', all.late);
  row('开启学习提醒', all.optedIn, '人');
  row('开启学习提醒：连续三次没有回应，自动暂停', all.ignored, '人');
}

function loop(workbook: Workbook, insight: Insight, zone: string): void {
  const { ledger, releases, suggestions } = insight;
  const sheet = sheetOf(workbook, '问题和把关', [{ width: 24 }, { width: 60 }, { width: 12 }]);
  headRow(sheet, ['类别', '项目', '数量']);
  const row = (kind: string, name: string, count: Value) =>
    addRow(sheet, [kind, name, count], BOXED);
  const states = [
    ['待分派', ledger.open],
    ['答复中', ledger.assigned],
    ['待审核', ledger.submitted],
    ['已答复', ledger.answered],
    ['不答复', ledger.setAside],
  ] as const;
  for (const [name, count] of states) row('待答问题', name, count);
  for (const { question, people } of ledger.large) row('5人以上问过的问题', question, people);
  for (const { name, count } of suggestions) row('意见建议', name, count);
  for (const { at, verdict, asked, worse, better } of releases) {
    const told = `${timeIn(zone, new Date(at))}　${VERDICT_NAMES[verdict]}（变差 ${worse}，变好 ${better}）`;
    row('资料更新把关', told, asked);
  }
}

function named(title: string): string {
  return `《${withoutTitleMarks(title)}》`;
}

/** A cell of a number; null stands for one that is not told. */
function cellOf(count: Told): Value {
  if (count === 'hidden') return null;
  return count === 'few' ? FEW : count;
}

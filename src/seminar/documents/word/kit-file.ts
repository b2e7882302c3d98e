import { packSheets, type RunningHead, type SheetRun } from '../../../documents/word/pack.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import type { Kit } from '../../kit.ts';
import type { RecordSheet } from '../../record-sheet.ts';
import type { DocumentHead } from '../document-head.ts';
import { emptyRecords } from '../record-template.ts';
import type { Sheet } from '../sheet.ts';
import { groundingWarning } from '../words.ts';
import { planSheet } from './plan-sheet.ts';
import { questionSheet } from './question-sheet.ts';
import { recordForm } from './record-form.ts';

/** Everything that imports the Word library lies behind this file and is loaded with it. */
export function kitFile(
  kit: Kit,
  head: DocumentHead,
  sheets: readonly Sheet[],
): Promise<Uint8Array> {
  return packSheets(
    `结构化研讨：${kit.order.topic}`,
    sheets.flatMap((sheet) => runsOf(sheet, kit, head)),
  );
}

export function recordFile(sheets: readonly RecordSheet[]): Promise<Uint8Array> {
  return packSheets(
    `结构化研讨记录表：${sheets[0]?.topic ?? ''}`,
    sheets.map((sheet) => recordRun(sheet, '')),
  );
}

function runsOf(sheet: Sheet, kit: Kit, head: DocumentHead): SheetRun[] {
  switch (sheet) {
    case 'plan':
      return [{ name: '研讨方案', head: runningHead(head), children: planSheet(kit, head) }];
    case 'questions':
      return [{ name: '题目清单', head: runningHead(head), children: questionSheet(kit) }];
    case 'record':
      return emptyRecords(kit, head).map((record) => recordRun(record, groundingWarning(kit)));
    default:
      return sheet satisfies never;
  }
}

function recordRun(record: RecordSheet, note: string): SheetRun {
  const { className, date, group } = record;
  return {
    name: group === '' ? '记录表' : `记录表　${group}`,
    head: runningHead({ className, date }),
    children: recordForm(record, note),
  };
}

function runningHead({ className, date }: DocumentHead): RunningHead {
  return [className, dateInWords(date)];
}

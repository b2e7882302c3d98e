import type { LeftOut, RawReading } from '../document.ts';
import type { BesideText } from './beside-the-text.ts';
import type { Watermark } from './drawn-page.ts';
import type { DrawnPage } from './layout.ts';
import type { RunningHead } from './running-heads.ts';
import { UNKNOWN } from './unreadable.ts';

export interface Found {
  readonly drawn: readonly DrawnPage[];
  /** Numbers of pages without words. */
  readonly wordless: readonly number[];
  readonly marks: readonly Watermark[];
  readonly heads: readonly RunningHead[];
  readonly beside: BesideText;
  readonly text: string;
}

const LONGEST_SAMPLE = 40;
const MOST_NUMBERS = 12;

/** What whoever approves a text must know of how its file was understood. */
export function tellReading(found: Found): Pick<RawReading, 'leftOut' | 'doubts' | 'aside'> {
  const { drawn, marks, heads, beside } = found;
  const turned = drawn.flatMap((page) => page.turned);
  const unseen = drawn.flatMap((page) => page.unseen);
  const ofHeads = (kind: RunningHead['what']) =>
    heads.filter(({ what }) => what === kind).map(({ text }) => text);
  const leftOut = [
    leftOutOf('页眉', '各页重复出现，不属于正文', ofHeads('页眉')),
    leftOutOf('页脚', '各页重复出现，不属于正文', ofHeads('页脚')),
    leftOutOf('页码', '不属于正文，引用时另行标明页码', ofHeads('页码')),
    leftOutOf(
      '水印',
      '印在正文之下，不属于正文',
      marks.flatMap(({ text, count }) => Array<string>(count).fill(text)),
    ),
    leftOutOf('转向的文字', '竖排或者倾斜，可能是水印、印章或者图表中的文字', turned),
    leftOutOf('看不见的文字', '在页面之外，或者小得无法阅读', unseen),
    leftOutOf('批注', '是阅读者所加，不属于正文', beside.notes),
    leftOutOf('表单内容', '由填写人填入，不属于正文', beside.fields),
    leftOutOf('附件', '是夹带的另一份文件，没有打开', beside.attachments),
    leftOutOf('图片', '其中的文字无法读取', Array<string>(beside.pictures).fill('')),
  ].filter(({ count }) => count > 0);
  const words = [
    ...[...heads.map(({ text }) => text), ...marks.map(({ text }) => text)],
    ...[...turned, ...unseen, ...beside.notes, ...beside.fields, ...beside.properties],
    ...beside.attachments,
  ];
  return { leftOut, doubts: doubtsOf(found), aside: words.filter(Boolean).join('\n') };
}

function leftOutOf(what: string, why: string, words: readonly string[]): LeftOut {
  return { what, why, count: words.length, sample: shortened(words.find(Boolean) ?? '') };
}

function doubtsOf({ drawn, wordless, beside, text }: Found): string[] {
  const doubts: string[] = [];
  if (wordless.length > 0) {
    doubts.push(`${pagesInWords(wordless)}没有文字，可能是图片或者空白页，其内容没有收入。`);
  }
  const unknown = text.match(UNKNOWN)?.filter((one) => one !== '\n' && one !== '\t').length ?? 0;
  if (unknown > 0) {
    doubts.push(`有 ${unknown} 个字的字体没有标明对应的文字，可能读错或者读不出，请对照原文核对。`);
  }
  const pale = drawn.filter((page) => page.pale.length > 0);
  const all = drawn.filter(({ runs }) => runs.length > 0);
  if (pale.length > 0) {
    const sample = shortened(pale[0]?.pale[0] ?? '');
    doubts.push(
      pale.length > all.length / 2
        ? '多数页面的文字不在纸面上显示，可能由文字识别软件生成，请对照原文核对错字。'
        : `${pagesInWords(pale.map(({ number }) => number))}有白色或者不显示的文字，如“${sample}”，请核对是否属于正文。`,
    );
  }
  if (beside.hasScript) doubts.push('文件中带有脚本程序，没有运行，也没有收入。');
  return doubts;
}

function pagesInWords(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_NUMBERS).join('、');
  return numbers.length > MOST_NUMBERS ? `第 ${named} 页等 ${numbers.length} 页` : `第 ${named} 页`;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_SAMPLE ? `${line.slice(0, LONGEST_SAMPLE)}…` : line;
}

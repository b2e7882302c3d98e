import { limitsInWords } from '../../../../questionnaire/editing/change-item.ts';
import { nameOfItem, questionNumbers } from '../../../../questionnaire/editing/item-kinds.ts';
import { type Item, LONGEST_TEXT, TYPE_NAMES } from '../../../../questionnaire/questionnaire.ts';
import { heading, plain } from '../../../blocks.ts';
import type { DraftBlock } from '../../../reply.ts';

/** Items in their order, a heading for each section: what a questionnaire asks at a glance. */
export function outlineOf(items: readonly Item[]): DraftBlock[] {
  const numbers = questionNumbers(items);
  const blocks: DraftBlock[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push(plain(lines.join('\n')));
    lines = [];
  };
  for (const item of items) {
    if (item.type === 'section') {
      flush();
      blocks.push(heading(item.text));
    } else lines.push(`${numbers.get(item.id)}. ${item.text}（${kindOf(item)}）`);
  }
  flush();
  return blocks;
}

function kindOf(item: Exclude<Item, { type: 'section' }>): string {
  const marks = [
    TYPE_NAMES[item.type],
    ...(item.isRequired ? [] : ['选答']),
    ...(item.showIf === null ? [] : ['按条件显示']),
  ];
  return marks.join('，');
}

/** All that is set of an item, a line each. */
export function factsOf(item: Item, items: readonly Item[]): readonly string[] {
  const facts = [`题型：${TYPE_NAMES[item.type]}`];
  if (item.type !== 'section') facts.push(item.isRequired ? '必答' : '选答');
  const limits = limitsOf(item);
  if (limits !== null) facts.push(limits);
  if (item.type === 'single' && item.isBand) facts.push('分组题：报告按它分组比较');
  facts.push(`显示：${shownWhen(item, items)}`);
  if (item.basis !== null) facts.push(`依据：《${bare(item.basis.title)}》${item.basis.place}`);
  return facts;
}

/** Null where the type has no limits. */
export function limitsOf(item: Item): string | null {
  switch (item.type) {
    case 'multiple':
      return `选择项数：${limitsInWords(item)}`;
    case 'ranking':
      return `排序项数：${item.most === null ? '全部选项' : `前 ${item.most} 项`}`;
    case 'number':
      return `数字范围：${limitsInWords(item)}${item.unit === '' ? '' : `（${item.unit}）`}`;
    case 'text':
      return `字数上限：${Math.min(item.most, LONGEST_TEXT)}`;
    default:
      return null;
  }
}

function shownWhen({ showIf }: Item, items: readonly Item[]): string {
  if (showIf === null) return '总是显示';
  const lead = items.find(({ id }) => id === showIf.item);
  const name = lead === undefined ? '已经删除的题' : nameOfItem(lead, items);
  return `${name}选了“${showIf.is.join('”或者“')}”时`;
}

function bare(title: string): string {
  return title.replace(/[《》]/gu, '');
}

import type {
  Item,
  ItemType,
  MultipleItem,
  QuestionItem,
  RankingItem,
  SingleItem,
} from '../questionnaire.ts';

export type WithOptions = SingleItem | MultipleItem | RankingItem;

const OPTION_TYPES: ReadonlySet<ItemType> = new Set(['single', 'multiple', 'ranking']);

export function hasOptions(item: Item): item is WithOptions {
  return OPTION_TYPES.has(item.type);
}

/** Whether items of the type offer options. */
export function takesOptions(type: ItemType): boolean {
  return OPTION_TYPES.has(type);
}

/** Whether a later item may be shown by what was chosen here. */
export function canLead(item: Item): item is SingleItem | MultipleItem {
  return item.type === 'single' || item.type === 'multiple';
}

/** The numbers that respondents see: sections have none. */
export function questionNumbers(items: readonly Item[]): ReadonlyMap<string, number> {
  const questions = items.filter((item): item is QuestionItem => item.type !== 'section');
  return new Map(questions.map(({ id }, at) => [id, at + 1]));
}

/** 第 3 题, or 段落“基本信息”. */
export function nameOfItem(item: Item, items: readonly Item[]): string {
  const number = questionNumbers(items).get(item.id);
  return number === undefined ? `段落“${item.text}”` : `第 ${number} 题`;
}

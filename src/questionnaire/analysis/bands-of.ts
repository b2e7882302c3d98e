import { isQuestion, type Questionnaire, type SingleItem } from '../questionnaire.ts';

const ASKS_FOR_BAND = /层级|职级|岗位类别|年龄段?|工作年限|单位类别/u;

/**
 * Items by which results are told apart. Where a file marks none, those that ask for what such items
 * ask for, in options.
 */
export function bandsOf({ items }: Questionnaire): readonly SingleItem[] {
  const singles = items.filter(
    (item): item is SingleItem =>
      isQuestion(item) && item.type === 'single' && item.options.length > 1,
  );
  const marked = singles.filter(({ isBand }) => isBand);
  return marked.length > 0 ? marked : singles.filter(({ text }) => ASKS_FOR_BAND.test(text));
}

const OF_WHOM = /层级|职级|职务|岗位(?:类别)?|年龄段?|工作年限|单位(?:类别|性质)?|地区/u;

/** What a band tells people apart by, such as 层级; null where it is something else. */
export function knownBand(text: string): string | null {
  return OF_WHOM.exec(text)?.[0] ?? null;
}

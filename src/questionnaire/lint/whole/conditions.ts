import type { Item, Questionnaire } from '../../questionnaire.ts';
import { optionsOf } from '../asked.ts';
import type { WholeRule } from '../rule.ts';

/** A show-if that can never hold, or of which nobody can say whether it does. */
export const CONDITIONS: WholeRule = {
  name: '跳题条件无效',
  check: (questionnaire) => {
    const { items } = questionnaire;
    const placeOf = new Map<string, number>();
    for (const [at, { id }] of items.entries()) if (!placeOf.has(id)) placeOf.set(id, at);
    return items.flatMap((item, at) => {
      const why = whyInvalid(item, at, placeOf, questionnaire);
      if (why === null) return [];
      return [
        {
          item: item.id,
          message: why,
          mend: '条件只写前面的单选题或多选题，选项逐字照抄；不需要条件的，删去条件。',
        },
      ];
    });
  },
};

function whyInvalid(
  item: Item,
  at: number,
  placeOf: ReadonlyMap<string, number>,
  { items }: Questionnaire,
): string | null {
  const { showIf } = item;
  if (showIf === null) return null;
  if (showIf.item === item.id) return '显示条件指向了本题自己，这道题永远不会出现。';
  const place = placeOf.get(showIf.item);
  // A single item that was taken out of its questionnaire keeps its condition.
  if (place === undefined && items.length === 1) return null;
  if (place === undefined) return `显示条件指向的题“${showIf.item.slice(0, 40)}”不在问卷里。`;
  const earlier = items[place] as Item;
  if (place >= at) {
    return isCircle(item, placeOf, items)
      ? `显示条件绕成了圈，“${short(item)}”和“${short(earlier)}”都不会出现。`
      : `显示条件指向了后面的题“${short(earlier)}”，答到本题时还没有答案。`;
  }
  if (earlier.type !== 'single' && earlier.type !== 'multiple') {
    return `显示条件指向的“${short(earlier)}”不是单选题或多选题，没有选项可对。`;
  }
  if (showIf.is.length === 0) return '显示条件没有写选了哪个选项，这道题永远不会出现。';
  const missing = showIf.is.filter((option) => !optionsOf(earlier).includes(option));
  if (missing.length === 0) return null;
  return `显示条件里的“${missing[0]?.slice(0, 40)}”不是“${short(earlier)}”的选项。`;
}

function isCircle(
  item: Item,
  placeOf: ReadonlyMap<string, number>,
  items: readonly Item[],
): boolean {
  const seen = new Set([item.id]);
  let next = item.showIf?.item;
  while (next !== undefined) {
    if (seen.has(next)) return true;
    seen.add(next);
    next = items[placeOf.get(next) ?? -1]?.showIf?.item;
  }
  return false;
}

function short({ text }: Item): string {
  return text.length > 20 ? `${text.slice(0, 20)}……` : text;
}

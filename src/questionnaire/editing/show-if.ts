import type { Item, ShowIf } from '../questionnaire.ts';
import { type Edited, edited, notEdited } from './edit.ts';
import { canLead, nameOfItem } from './item-kinds.ts';

/** Null where an item may be shown by it: an earlier item, and options that it has. */
export function problemOfShowIf(
  item: Item,
  { item: source, is }: ShowIf,
  items: readonly Item[],
): string | null {
  const at = items.findIndex(({ id }) => id === item.id);
  const from = items.findIndex(({ id }) => id === source);
  const lead = items[from];
  if (lead === undefined) return '显示条件用到的题已经不在问卷里了。请重新选择。';
  if (from >= at) {
    return `显示条件只能用前面的题。${nameOfItem(lead, items)}在${nameOfItem(item, items)}之后或者就是这一题，没有修改。`;
  }
  if (!canLead(lead)) return '显示条件只能用单选题或者多选题。请选择别的题。';
  if (is.length === 0) return '至少要选一个选项。要总是显示的，请点“总是显示”。';
  const unknown = is.find((option) => !lead.options.includes(option));
  return unknown === undefined
    ? null
    : `${nameOfItem(lead, items)}没有“${unknown}”这个选项。请重新选择。`;
}

/** Items whose showing depends on one. */
export function ledBy(id: string, items: readonly Item[]): readonly Item[] {
  return items.filter(({ showIf }) => showIf?.item === id);
}

/**
 * The items that an item leads to, as they are after it has changed: an option that has other words
 * in the same place is still meant; one that is gone may not be missed.
 */
export function withLed(
  before: Item,
  after: Item,
  items: readonly Item[],
  old: readonly Item[],
): Edited<readonly Item[]> {
  const led = items.filter(({ showIf }) => showIf?.item === before.id);
  if (led.length === 0) return edited(items, '');
  const names = led.map((one) => nameOfItem(one, old)).join('、');
  if (!canLead(after)) {
    return notEdited(`${names}的显示条件用到这一题，这种题型不能用。请先改${names}的显示条件。`);
  }
  if (!canLead(before)) return edited(items, '');
  const renamed = new Map(
    before.options.length === after.options.length
      ? before.options.map((option, at) => [option, after.options[at] ?? option] as const)
      : before.options.map((option) => [option, option] as const),
  );
  const next = items.map((one): Item => {
    if (one.showIf?.item !== before.id) return one;
    const is = one.showIf.is.map((option) =>
      after.options.includes(option) ? option : (renamed.get(option) ?? option),
    );
    return { ...one, showIf: { ...one.showIf, is } };
  });
  const broken = next.find(
    ({ showIf }) =>
      showIf?.item === before.id && showIf.is.some((option) => !after.options.includes(option)),
  );
  if (broken === undefined) return edited(next, '');
  const gone = broken.showIf?.is.filter((option) => !after.options.includes(option)) ?? [];
  const name = nameOfItem(broken, old);
  return notEdited(
    `${name}的显示条件用到选项“${gone.join('”“')}”，改后就没有了，所以没有修改。请先改${name}的显示条件。`,
  );
}

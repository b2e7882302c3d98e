import type { Item, Questionnaire, ShowIf } from '../questionnaire.ts';
import { MOST_ITEMS, TYPE_NAMES } from '../questionnaire.ts';
import {
  itemOfType,
  withBand,
  withLimits,
  withOptions,
  withRequired,
  withType,
} from './change-item.ts';
import {
  problemOfHint,
  problemOfIntroduction,
  problemOfOptions,
  problemOfQuestion,
  problemOfTitle,
} from './check-words.ts';
import { type Edited, edited, notEdited, type QuestionnaireEdit } from './edit.ts';
import { canLead, hasOptions, nameOfItem, takesOptions } from './item-kinds.ts';

const ITEM_GONE = '这一题已经不在问卷里了，没有修改。';

/** Makes one change. What would leave a questionnaire that nobody could answer is not made. */
export function editQuestionnaire(
  questionnaire: Questionnaire,
  edit: QuestionnaireEdit,
): Edited<Questionnaire> {
  switch (edit.kind) {
    case 'set-title': {
      const problem = problemOfTitle(edit.text);
      if (problem !== null) return notEdited(problem);
      return edited({ ...questionnaire, title: edit.text }, '改标题');
    }
    case 'set-introduction': {
      const problem = problemOfIntroduction(edit.text);
      if (problem !== null) return notEdited(problem);
      return edited({ ...questionnaire, introduction: edit.text }, '改填写说明');
    }
    case 'add':
      return added(questionnaire, edit);
    default:
      return editItem(questionnaire, edit);
  }
}

type ItemEdit = Extract<QuestionnaireEdit, { item: string }>;

function editItem(questionnaire: Questionnaire, edit: ItemEdit): Edited<Questionnaire> {
  const { items } = questionnaire;
  const item = items.find(({ id }) => id === edit.item);
  if (item === undefined) return notEdited(ITEM_GONE);
  const name = nameOfItem(item, items);
  if (edit.kind === 'move') return moved(questionnaire, item, edit.by);
  if (edit.kind === 'delete') return without(questionnaire, item);
  const changed = changedItem(item, edit, items);
  if (!changed.ok) return changed;
  const next = items.map((one) => (one === item ? changed.value : one));
  const led = withLed(item, changed.value, next, items);
  if (!led.ok) return led;
  return edited({ ...questionnaire, items: led.value }, `${name}${changed.note}`);
}

function changedItem(
  item: Item,
  edit: Exclude<ItemEdit, { kind: 'move' | 'delete' }>,
  items: readonly Item[],
): Edited<Item> {
  switch (edit.kind) {
    case 'set-text': {
      const problem = problemOfQuestion(edit.text);
      // Other words are no quotation any more, but they still come from the same place.
      return problem === null ? edited({ ...item, text: edit.text }, '改题目') : notEdited(problem);
    }
    case 'set-hint': {
      const problem = problemOfHint(edit.text);
      if (problem !== null) return notEdited(problem);
      return edited({ ...item, hint: edit.text }, edit.text === '' ? '去掉提示' : '改提示');
    }
    case 'set-options':
      return withOptions(item, edit.options);
    case 'set-type':
      return withType(item, edit);
    case 'set-required':
      return withRequired(item, edit.isRequired);
    case 'set-limits':
      return withLimits(item, edit);
    case 'set-band':
      return withBand(item, edit.isBand);
    case 'set-show-if': {
      const problem = edit.showIf === null ? null : problemOfShowIf(item, edit.showIf, items);
      if (problem !== null) return notEdited(problem);
      return edited(
        { ...item, showIf: edit.showIf },
        edit.showIf === null ? '改为总是显示' : '改显示条件',
      );
    }
    default:
      return edit satisfies never;
  }
}

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

/**
 * The items that an item leads to, as they are after it has changed: an option that has other words
 * in the same place is still meant; one that is gone may not be missed.
 */
function withLed(
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

function moved(questionnaire: Questionnaire, item: Item, by: 1 | -1): Edited<Questionnaire> {
  const { items } = questionnaire;
  const at = items.indexOf(item);
  const other = items[at + by];
  if (other === undefined) return notEdited(by < 0 ? '已经是第一项了。' : '已经是最后一项了。');
  const [first, second] = by < 0 ? [other, item] : [item, other];
  if (second.showIf?.item === first.id) {
    return notEdited(
      `${nameOfItem(second, items)}的显示条件用到${nameOfItem(first, items)}，不能移到它前面。要移动的，请先改显示条件。`,
    );
  }
  const next = items.map((one) => (one === first ? second : one === second ? first : one));
  return edited(
    { ...questionnaire, items: next },
    `${nameOfItem(item, items)}${by < 0 ? '上移' : '下移'}`,
  );
}

/** Items that it led to are always shown from then on. */
function without(questionnaire: Questionnaire, item: Item): Edited<Questionnaire> {
  const { items } = questionnaire;
  const next = items
    .filter((one) => one !== item)
    .map((one): Item => (one.showIf?.item === item.id ? { ...one, showIf: null } : one));
  return edited({ ...questionnaire, items: next }, `删除${nameOfItem(item, items)}`);
}

function added(
  questionnaire: Questionnaire,
  { after, type, text, options }: Extract<QuestionnaireEdit, { kind: 'add' }>,
): Edited<Questionnaire> {
  const { items } = questionnaire;
  if (items.length >= MOST_ITEMS) {
    return notEdited(`一份问卷最多 ${MOST_ITEMS} 项，没有添加。请先删去不用的。`);
  }
  const problem =
    problemOfQuestion(text) ?? (takesOptions(type) ? problemOfOptions(options) : null);
  if (problem !== null) return notEdited(problem);
  const any = { id: newId(items), text, hint: '', showIf: null, basis: null };
  const item = itemOfType(type, { ...any, isRequired: true, options });
  const at = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  if (after !== null && at === 0) return notEdited(ITEM_GONE);
  const next = [...items.slice(0, at), item, ...items.slice(at)];
  return edited({ ...questionnaire, items: next }, `添加${TYPE_NAMES[type]}`);
}

/** One that no item has; readable in a code book. */
function newId(items: readonly Item[]): string {
  const numbers = items.map(({ id }) => Number(/^added(\d+)$/u.exec(id)?.[1] ?? 0));
  return `added${Math.max(0, ...numbers) + 1}`;
}

/** Items whose showing depends on one. */
export function ledBy(id: string, items: readonly Item[]): readonly Item[] {
  return items.filter(({ showIf }) => showIf?.item === id);
}

/** What keeps a questionnaire from being published, each in words; none where it can be. */
export function problemsOf({ title, introduction, items }: Questionnaire): readonly string[] {
  const whole = [
    problemOfTitle(title),
    problemOfIntroduction(introduction),
    items.some(({ type }) => type !== 'section') ? null : '问卷里还没有题目。请先添加题目。',
    items.length > MOST_ITEMS ? `一份问卷最多 ${MOST_ITEMS} 项，现在有 ${items.length} 项。` : null,
  ];
  const each = items.flatMap((item) => {
    const found = [
      problemOfQuestion(item.text),
      hasOptions(item) ? problemOfOptions(item.options) : null,
      item.showIf === null ? null : problemOfShowIf(item, item.showIf, items),
    ];
    return found.flatMap((one) => (one === null ? [] : [`${nameOfItem(item, items)}：${one}`]));
  });
  return [...whole.flatMap((one) => (one === null ? [] : [one])), ...each];
}

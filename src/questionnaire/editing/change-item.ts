import {
  type Item,
  type ItemType,
  LONGEST_TEXT,
  type QuestionItem,
  TYPE_NAMES,
} from '../questionnaire.ts';
import { FEWEST_OPTIONS, problemOfOptions } from './check-words.ts';
import { type Edited, edited, notEdited, type QuestionnaireEdit } from './edit.ts';
import { hasOptions, takesOptions } from './item-kinds.ts';

type NewItem = Pick<Item, 'id' | 'text' | 'hint' | 'showIf' | 'basis'> & {
  readonly isRequired: boolean;
  readonly options: readonly string[];
};

/** An item of a type as it is where nobody has said anything else. */
export function itemOfType(type: ItemType, from: NewItem): Item {
  const { id, text, hint, showIf, basis, isRequired, options } = from;
  const any = { id, text, hint, showIf, basis };
  switch (type) {
    case 'section':
      return { ...any, type };
    case 'single':
      return { ...any, type, isRequired, options, isBand: false };
    case 'multiple':
      return { ...any, type, isRequired, options, least: null, most: null };
    case 'ranking':
      return { ...any, type, isRequired, options, most: null };
    case 'scale-pair':
      return { ...any, type, isRequired, pair: 'need', hasNotApplicable: true };
    case 'number':
      return { ...any, type, isRequired, least: null, most: null, unit: '', isWhole: true };
    case 'text':
      return { ...any, type, isRequired: false, most: LONGEST_TEXT };
    default:
      return type satisfies never;
  }
}

/** The item with another type; options are kept where both types have them. */
export function withType(
  item: Item,
  { type, options }: Extract<QuestionnaireEdit, { kind: 'set-type' }>,
): Edited<Item> {
  if (item.type === type) return notEdited(`这一题已经是${TYPE_NAMES[type]}，没有修改。`);
  const isSection = item.type === 'section' || type === 'section';
  if (isSection) return notEdited('段落说明和题目不能互相改。请另外添加，再删除原来的。');
  const kept = hasOptions(item) ? item.options : options;
  if (takesOptions(type)) {
    const problem = problemOfOptions(kept);
    if (problem !== null) return notEdited(problem);
  }
  const changed = itemOfType(type, { ...item, options: kept });
  return edited(changed, `改为${TYPE_NAMES[type]}`);
}

/** How many may be chosen or ranked, how long a text or how large a number may be. */
export function withLimits(
  item: Item,
  { least, most }: Extract<QuestionnaireEdit, { kind: 'set-limits' }>,
): Edited<Item> {
  if (least !== null && most !== null && least > most) {
    return notEdited(`最少 ${least} 多于最多 ${most}，没有修改。请把小的数写在前面。`);
  }
  const note = limitsInWords({ least, most });
  switch (item.type) {
    case 'multiple': {
      const problem = problemOfCount(item.options.length, least, most);
      if (problem !== null) return notEdited(problem);
      return edited({ ...item, least, most }, `选择项数改为${note}`);
    }
    case 'ranking': {
      const problem = problemOfCount(item.options.length, null, most);
      if (problem !== null) return notEdited(problem);
      return edited({ ...item, most }, `排序项数改为${note}`);
    }
    case 'number':
      return edited({ ...item, least, most }, `数字范围改为${note}`);
    case 'text': {
      const length = most ?? LONGEST_TEXT;
      if (!Number.isInteger(length) || length < 1 || length > LONGEST_TEXT) {
        return notEdited(`字数上限为 1 至 ${LONGEST_TEXT}，没有修改。`);
      }
      return edited({ ...item, most: length }, `字数上限改为 ${length}`);
    }
    default:
      return notEdited('这种题没有数量限制。');
  }
}

/** 不限, 最多 3, 2 至 5. */
export function limitsInWords({
  least,
  most,
}: {
  readonly least: number | null;
  readonly most: number | null;
}): string {
  if (least === null) return most === null ? '不限' : `最多 ${most}`;
  return most === null ? `至少 ${least}` : `${least} 至 ${most}`;
}

function problemOfCount(options: number, least: number | null, most: number | null): string | null {
  const isCount = (value: number | null) =>
    value === null || (Number.isInteger(value) && value >= 1 && value <= options);
  return isCount(least) && isCount(most)
    ? null
    : `这一题有 ${options} 个选项，项数请写 1 至 ${options}，没有修改。`;
}

/** The item with other options; what depends on them no longer fits is for the questionnaire to say. */
export function withOptions(item: Item, options: readonly string[]): Edited<Item> {
  if (!hasOptions(item)) return notEdited('这种题没有选项。要写选项的，请先改题型。');
  const problem = problemOfOptions(options);
  if (problem !== null) return notEdited(problem);
  const within = (limit: number | null) =>
    limit === null || limit <= options.length ? limit : null;
  const note = `改选项（${options.length} 个）`;
  switch (item.type) {
    case 'single':
      return edited({ ...item, options }, note);
    case 'multiple':
      return edited({ ...item, options, least: within(item.least), most: within(item.most) }, note);
    case 'ranking':
      return edited({ ...item, options, most: within(item.most) }, note);
    default:
      return item satisfies never;
  }
}

export function withRequired(item: Item, isRequired: boolean): Edited<Item> {
  if (item.type === 'section') return notEdited('段落说明不用回答，没有必答和选答。');
  const changed: QuestionItem = { ...item, isRequired };
  return edited(changed, isRequired ? '改为必答' : '改为选答');
}

export function withBand(item: Item, isBand: boolean): Edited<Item> {
  if (item.type !== 'single') return notEdited('只有单选题可以作为分组题。请先改为单选题。');
  if (isBand && item.options.length < FEWEST_OPTIONS) return notEdited('分组题至少要有两个选项。');
  return edited({ ...item, isBand }, isBand ? '设为分组题' : '不再作为分组题');
}

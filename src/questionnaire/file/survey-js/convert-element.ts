import { cleanWords } from '../../../text/clean-words.ts';
import { LONGEST_QUESTION, LONGEST_TEXT, PAIR_WORDS } from '../../questionnaire.ts';
import { isPlain, type Plain } from '../plain-item.ts';
import { convertChoices } from './convert-choices.ts';
import { convertRating } from './convert-rating.ts';
import type { PlacedElement } from './elements-of.ts';
import { localised } from './localised.ts';
import { unused } from './unused.ts';

/** An element as an item of a file; without its id and condition, which need the others. */
export interface Converted {
  readonly name: string;
  /** How people find it. */
  readonly where: string;
  /** Null where it has no counterpart. */
  readonly item: Plain | null;
  /** Options by their values, where a condition may ask for them. */
  readonly options: ReadonlyMap<string, string> | null;
  readonly visibleIf: readonly string[];
  readonly notes: readonly string[];
}

interface Kind {
  readonly used: readonly string[];
  readonly convert: (element: Plain) => {
    readonly item: Plain;
    readonly options?: ReadonlyMap<string, string>;
    readonly note?: string;
  };
}

const ANY = ['type', 'name', 'title', 'description', 'isRequired', 'visibleIf'];
const CHOICES = [
  ...['choices', 'hasOther', 'showOtherItem', 'otherText', 'hasNone', 'showNoneItem', 'noneText'],
];

const RATING = [
  ...['rateMin', 'rateMax', 'minRateDescription', 'maxRateDescription', 'rateValues', 'rateCount'],
];

const single: Kind = { used: CHOICES, convert: (element) => chosen(element, 'single') };
const multiple: Kind = {
  used: [...CHOICES, 'minSelectedChoices', 'maxSelectedChoices'],
  convert: (element) => {
    const { item, options } = chosen(element, 'multiple');
    const [least, most] = [element.minSelectedChoices, element.maxSelectedChoices];
    return { item: { ...item, ...ofChoices('least', least), ...ofChoices('most', most) }, options };
  },
};

const KINDS: Readonly<Record<string, Kind>> = {
  radiogroup: single,
  buttongroup: single,
  dropdown: single,
  checkbox: multiple,
  tagbox: multiple,
  ranking: {
    used: [...CHOICES, 'selectToRankEnabled', 'maxSelectedChoices'],
    convert: (element) => {
      const { item } = chosen(element, 'ranking');
      return { item: { ...item, ...ofChoices('most', element.maxSelectedChoices) } };
    },
  },
  text: { used: ['inputType', 'min', 'max', 'step', 'maxLength'], convert: textOrNumber },
  comment: { used: ['maxLength'], convert: (element) => ({ item: textItem(element) }) },
  boolean: {
    used: ['labelTrue', 'labelFalse'],
    convert: ({ labelTrue, labelFalse }) => {
      const [yes, no] = [localised(labelTrue) || '是', localised(labelFalse) || '否'];
      const options = new Map([...Object.entries({ true: yes, false: no })]);
      return { item: { type: 'single', options: [yes, no] }, options, note: '是非题改为单选题' };
    },
  },
  rating: {
    used: RATING,
    convert: convertRating,
  },
  html: {
    used: ['html'],
    convert: ({ html }) => {
      const words = cleanWords(localised(html)).replaceAll('\n', ' ');
      const isCut = words.length > LONGEST_QUESTION;
      return {
        item: { type: 'section', text: words.slice(0, LONGEST_QUESTION) },
        note: isCut
          ? `网页内容只保留文字，超过 ${LONGEST_QUESTION} 字的部分没有保留`
          : '网页内容只保留文字',
      };
    },
  },
  page: { used: ['elements', 'questions'], convert: heading },
  panel: { used: ['elements', 'questions'], convert: panel },
};

export function convertElement({ element, visibleIf }: PlacedElement, at: number): Converted {
  const name = typeof element.name === 'string' ? element.name.trim() : '';
  const type = typeof element.type === 'string' ? element.type : '';
  const words = localised(element.title).slice(0, 20) || name.slice(0, 40);
  const where = `第 ${at + 1} 个元素${words === '' ? '' : `“${words.replaceAll('\n', ' ')}”`}`;
  const known = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (known === undefined) {
    const note = `${where}：没有与 ${type.slice(0, 30) || '这个元素'} 对应的题型，没有读入。`;
    return { name, where, item: null, options: null, visibleIf, notes: [note] };
  }
  const { item, options, note } = known.convert(element);
  const isSection = item.type === 'section';
  const common = isSection ? {} : { required: element.isRequired === true };
  return {
    ...{ name, where, visibleIf, options: options ?? null },
    item: { ...headOf(element, name), ...common, ...item },
    notes: [
      ...(note === undefined ? [] : [`${where}：${note}。`]),
      ...unused(where, element, [...ANY, ...known.used]),
      ...(item.type === 'scale-pair' ? unusedInPair(where, element) : []),
    ],
  };
}

function headOf({ title, description }: Plain, name: string): Plain {
  const hint = localised(description);
  return { text: localised(title) || name, ...(hint === '' ? {} : { hint }) };
}

function heading({ title, description }: Plain): { readonly item: Plain } {
  const words = localised(title);
  const [text, hint] =
    words === '' ? [localised(description), ''] : [words, localised(description)];
  return { item: { type: 'section', text, hint } };
}

/** A panel that reaches here is a section, or the two scales of a pair. */
function panel(element: Plain): { readonly item: Plain; readonly note?: string } {
  const inner = Array.isArray(element.elements) ? element.elements.filter(isPlain) : [];
  const [first, second] = inner;
  const isPair =
    `${first?.name}`.endsWith('.importance') && `${second?.name}`.endsWith('.competence');
  if (!isPair) return heading(element);
  const isChange = localised(first?.title) === PAIR_WORDS.change.importance.name;
  const hasNone = inner.some((one) => one.showNoneItem === true || one.hasNone === true);
  return {
    item: {
      ...{ type: 'scale-pair', pair: isChange ? 'change' : 'need', notApplicable: hasNone },
      required: inner.some((one) => one.isRequired === true),
    },
    ...(inner.every(isFive) ? {} : { note: '评分的档数不是五档，已改为五档' }),
  };
}

function unusedInPair(where: string, { elements }: Plain): string[] {
  const used = [...ANY.filter((name) => name !== 'visibleIf'), ...CHOICES, ...RATING];
  const inner = Array.isArray(elements) ? elements.filter(isPlain) : [];
  return inner.flatMap((one) => unused(`${where}的两项评分`, one, used));
}

function isFive({ type, rateMin, rateMax, rateValues, rateCount, choices }: Plain): boolean {
  if (type === 'radiogroup') return Array.isArray(choices) && choices.length === 5;
  return (
    rateValues === undefined &&
    rateCount === undefined &&
    (rateMin ?? 1) === 1 &&
    (rateMax ?? 5) === 5
  );
}

function chosen(element: Plain, type: 'single' | 'multiple' | 'ranking') {
  const { options, byValue } = convertChoices(element);
  return { item: { type, options }, options: byValue };
}

function textOrNumber(element: Plain): { readonly item: Plain; readonly note?: string } {
  const { inputType = 'text', min, max, step } = element;
  if (inputType === 'number' || inputType === 'range') {
    const title = localised(element.title);
    const [, text = title, unit = ''] = /^(.+)（单位：([^（）]+)）$/su.exec(title) ?? [];
    return {
      item: {
        ...{ type: 'number', ...limit('least', min), ...limit('most', max), whole: step === 1 },
        ...(unit === '' ? {} : { text, unit }),
      },
    };
  }
  const note = inputType === 'text' ? {} : { note: `${String(inputType)} 题改为简答题` };
  return { item: textItem(element), ...note };
}

function textItem({ maxLength }: Plain): Plain {
  const most = typeof maxLength === 'number' && maxLength > 0 ? maxLength : undefined;
  return { type: 'text', ...(most === undefined ? {} : { most: Math.min(most, LONGEST_TEXT) }) };
}

function limit(name: 'least' | 'most', value: unknown): Plain {
  const isOne = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  return isOne && Number.isFinite(Number(value)) ? { [name]: Number(value) } : {};
}

/** 0 is how a form says that any number of choices may be selected. */
function ofChoices(name: 'least' | 'most', value: unknown): Plain {
  return value === 0 ? {} : limit(name, value);
}

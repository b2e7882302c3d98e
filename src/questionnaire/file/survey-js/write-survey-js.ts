import {
  excludesOthers,
  type Item,
  isOther,
  NOT_APPLICABLE,
  PAIR_WORDS,
  type QuestionItem,
  type Questionnaire,
  SCALE,
  type ScalePairItem,
  type SectionItem,
  type ShowIf,
} from '../../questionnaire.ts';
import { nameItem } from '../across-items.ts';
import { writeCondition } from './condition.ts';
import { NONE_VALUE, OTHER_VALUE, type SurveyJsElement, type SurveyJsForm } from './form.ts';

export interface WrittenSurveyJs {
  readonly form: SurveyJsForm;
  /** What SurveyJS has no place for, and so was left out; each a sentence. */
  readonly notes: readonly string[];
}

interface Part {
  readonly section: SectionItem | null;
  readonly items: readonly QuestionItem[];
}

/** A questionnaire as the JSON of a SurveyJS form: a page for each section. */
export function writeSurveyJs(questionnaire: Questionnaire): WrittenSurveyJs {
  const { title, introduction, items } = questionnaire;
  const parts = partsOf(items);
  const pages = parts.map(({ section, items: asked }, at) => ({
    name: section?.id ?? `page-${at + 1}`,
    ...(section === null ? {} : { title: section.text, ...described(section) }),
    ...(section !== null && isShownAlike({ section, items: asked }) ? visible(section, items) : {}),
    elements: asked.map((item) => elementOf(item, items)),
  }));
  const form: SurveyJsForm = {
    title,
    ...(introduction === '' ? {} : { description: introduction }),
    locale: 'zh-cn',
    pages,
  };
  return { form, notes: notesOf(questionnaire, parts) };
}

function partsOf(items: readonly Item[]): Part[] {
  const parts: { section: SectionItem | null; items: QuestionItem[] }[] = [];
  for (const item of items) {
    if (item.type === 'section') parts.push({ section: item, items: [] });
    else if (parts.length === 0) parts.push({ section: null, items: [item] });
    else parts.at(-1)?.items.push(item);
  }
  return parts;
}

/** A page that is hidden hides what stands on it, so its condition must be that of all of it. */
function isShownAlike({ section, items }: Part): boolean {
  const condition = JSON.stringify(section?.showIf);
  return items.every(({ showIf }) => JSON.stringify(showIf) === condition);
}

function elementOf(item: QuestionItem, items: readonly Item[]): SurveyJsElement {
  const base = { name: item.id, title: item.text, ...described(item), ...visible(item, items) };
  const required = item.isRequired ? { isRequired: true } : {};
  switch (item.type) {
    case 'single':
      return { type: 'radiogroup', ...base, ...required, ...choicesOf(item.options, false) };
    case 'multiple':
      return {
        ...{ type: 'checkbox', ...base, ...required, ...choicesOf(item.options, true) },
        ...(item.least === null ? {} : { minSelectedChoices: item.least }),
        ...(item.most === null ? {} : { maxSelectedChoices: item.most }),
      };
    case 'ranking':
      return {
        ...{ type: 'ranking', ...base, ...required, choices: [...item.options] },
        ...(item.most === null ? {} : { selectToRankEnabled: true, maxSelectedChoices: item.most }),
      };
    case 'number':
      return {
        ...{ type: 'text', ...base, ...required, inputType: 'number' },
        ...(item.unit === '' ? {} : { title: `${item.text}（单位：${item.unit}）` }),
        ...(item.least === null ? {} : { min: item.least }),
        ...(item.most === null ? {} : { max: item.most }),
        ...(item.isWhole ? { step: 1 } : {}),
      };
    case 'text':
      return { type: 'comment', ...base, ...required, maxLength: item.most };
    case 'scale-pair':
      return { type: 'panel', ...base, elements: pairElements(item) };
    default: {
      const never: never = item;
      throw new Error(`Cannot write the item ${JSON.stringify(never)}`);
    }
  }
}

/** Two questions; where 不适用 is offered they are radio buttons, since a rating has no such mark. */
function pairElements({
  id,
  pair,
  isRequired,
  hasNotApplicable,
}: ScalePairItem): SurveyJsElement[] {
  return (['importance', 'competence'] as const).map((side) => {
    const { name, low, high } = PAIR_WORDS[pair][side];
    const base = { name: `${id}.${side}`, title: name, ...(isRequired ? { isRequired } : {}) };
    if (!hasNotApplicable) {
      const ends = { minRateDescription: low, maxRateDescription: high };
      return { type: 'rating', ...base, rateMin: 1, rateMax: SCALE.length, ...ends };
    }
    const choices = SCALE.map((mark) => ({ value: mark, text: markText(mark, low, high) }));
    return { type: 'radiogroup', ...base, choices, showNoneItem: true, noneText: NOT_APPLICABLE };
  });
}

function markText(mark: number, low: string, high: string): string {
  if (mark === 1) return `1（${low}）`;
  return mark === SCALE.length ? `${mark}（${high}）` : String(mark);
}

/** 其他 lets the respondent write, and 以上都没有 stands alone, where they close the options. */
function choicesOf(options: readonly string[], hasNone: boolean): Partial<SurveyJsElement> {
  const { choices, other, none } = splitOptions(options, hasNone);
  return {
    choices,
    ...(other === null ? {} : { showOtherItem: true, otherText: other }),
    ...(none === null ? {} : { showNoneItem: true, noneText: none }),
  };
}

function splitOptions(options: readonly string[], hasNone: boolean) {
  const choices = [...options];
  const last = () => choices.at(-1) ?? '';
  const isFree = (value: string) => !options.includes(value);
  const none =
    hasNone && isFree(NONE_VALUE) && excludesOthers(last()) ? (choices.pop() ?? null) : null;
  const other = isFree(OTHER_VALUE) && isOther(last()) ? (choices.pop() ?? null) : null;
  return { choices, other, none };
}

function visible({ showIf }: { readonly showIf: ShowIf | null }, items: readonly Item[]) {
  const asked = items.find(({ id }) => id === showIf?.item);
  if (showIf === null || (asked?.type !== 'single' && asked?.type !== 'multiple')) return {};
  const isMultiple = asked.type === 'multiple';
  const { other, none } = splitOptions(asked.options, isMultiple);
  const values = showIf.is.map((option) => {
    if (option === other) return OTHER_VALUE;
    return option === none ? NONE_VALUE : option;
  });
  return { visibleIf: writeCondition({ question: showIf.item, values }, isMultiple) };
}

function described({ hint }: { readonly hint: string }) {
  return hint === '' ? {} : { description: hint };
}

function notesOf({ items, audience }: Questionnaire, parts: readonly Part[]): string[] {
  const name = (item: Item) => nameItem(items.indexOf(item), item.id);
  const listed = (some: readonly Item[]) => some.map(({ id }) => id).join('、');
  const based = items.filter(({ basis }) => basis !== null);
  const bands = items.filter((item) => item.type === 'single' && item.isBand);
  return [
    ...(audience === '' ? [] : ['调研对象没有写入，SurveyJS 没有这一项。']),
    ...(based.length === 0 ? [] : [`政策依据没有写入（${listed(based)}），SurveyJS 没有这一项。`]),
    ...(bands.length === 0 ? [] : [`分组标记没有写入（${listed(bands)}），SurveyJS 没有这一项。`]),
    ...parts.flatMap((part) =>
      part.section === null || part.section.showIf === null || isShownAlike(part)
        ? []
        : [`${name(part.section)}：显示条件没有写入，本段有的题目另有显示条件。`],
    ),
  ];
}

/** What a questionnaire is for: 培训需求调研 before classes are planned, 班次评估 after one was held. */
export const QUESTIONNAIRE_KINDS = ['needs', 'evaluation'] as const;

export type QuestionnaireKind = (typeof QUESTIONNAIRE_KINDS)[number];

export const KIND_NAMES: Readonly<Record<QuestionnaireKind, string>> = {
  needs: '培训需求问卷',
  evaluation: '班次评估问卷',
};

export const ITEM_TYPES = [
  'single',
  'multiple',
  'scale-pair',
  'ranking',
  'number',
  'text',
  'section',
] as const;

export type ItemType = (typeof ITEM_TYPES)[number];

export const TYPE_NAMES: Readonly<Record<ItemType, string>> = {
  single: '单选题',
  multiple: '多选题',
  'scale-pair': '双项评分题',
  ranking: '排序题',
  number: '数字题',
  text: '简答题',
  section: '段落说明',
};

/** Where in an approved material an item comes from; `text` is the exact slice from `start`. */
export interface ItemBasis {
  readonly material: string;
  readonly title: string;
  /** Such as 三（二）. */
  readonly place: string;
  /** UTF-16 units of the material's text. */
  readonly start: number;
  readonly text: string;
}

/** An item is shown where one of these options of an earlier single or multiple item was chosen. */
export interface ShowIf {
  /** Id of the earlier item. */
  readonly item: string;
  /** Options word for word; any of them. */
  readonly is: readonly string[];
}

interface AnyItem {
  /** Letters, digits, `_` and `-`; unique within the questionnaire, and the same in every version. */
  readonly id: string;
  readonly text: string;
  /** Stands below the question in smaller words; empty where there is none. */
  readonly hint: string;
  /** Null where it is always shown. */
  readonly showIf: ShowIf | null;
  /** Null where it comes from no material. */
  readonly basis: ItemBasis | null;
}

interface AnswerableItem extends AnyItem {
  readonly isRequired: boolean;
}

export interface SingleItem extends AnswerableItem {
  readonly type: 'single';
  /** Those that begin with 其他 let the respondent write what. */
  readonly options: readonly string[];
  /** 基本信息 in bands, by which results are told apart. */
  readonly isBand: boolean;
}

export interface MultipleItem extends AnswerableItem {
  readonly type: 'multiple';
  readonly options: readonly string[];
  /** How many may be chosen; null for any number. */
  readonly least: number | null;
  readonly most: number | null;
}

/**
 * Two marks from 1 to 5 of one thing. `need`: how important it is and how well it is mastered;
 * `change`: how well it was mastered before a class and is now. Either may be answered 不适用.
 */
export interface ScalePairItem extends AnswerableItem {
  readonly type: 'scale-pair';
  readonly pair: 'need' | 'change';
  /** Whether 不适用 is offered. */
  readonly hasNotApplicable: boolean;
}

/** The options in an order of one's own, the first the most important. */
export interface RankingItem extends AnswerableItem {
  readonly type: 'ranking';
  readonly options: readonly string[];
  /** How many places are given; null for all options. */
  readonly most: number | null;
}

export interface NumberItem extends AnswerableItem {
  readonly type: 'number';
  /** Both included; null where there is no end. */
  readonly least: number | null;
  readonly most: number | null;
  /** Such as 天; empty where there is none. */
  readonly unit: string;
  /** Whole numbers alone. */
  readonly isWhole: boolean;
}

export interface TextItem extends AnswerableItem {
  readonly type: 'text';
  /** Characters; at most `LONGEST_TEXT`. */
  readonly most: number;
}

/** Opens a part of the questionnaire: a heading, and a few words in `hint`. Nothing is answered. */
export interface SectionItem extends AnyItem {
  readonly type: 'section';
}

export type QuestionItem =
  | SingleItem
  | MultipleItem
  | ScalePairItem
  | RankingItem
  | NumberItem
  | TextItem;

export type Item = QuestionItem | SectionItem;

/** What respondents see, whole; a published one never changes. */
export interface Questionnaire {
  readonly kind: QuestionnaireKind;
  readonly title: string;
  /** 填写说明: what it is for, and what becomes of it. Anonymity is told by the assistant itself. */
  readonly introduction: string;
  /** Whom it asks, in words, such as 县处级领导干部. */
  readonly audience: string;
  readonly items: readonly Item[];
}

/** Of a scale pair: what its two marks are called, and the ends of the scale. */
export const PAIR_WORDS = {
  need: {
    importance: { name: '重要程度', low: '很不重要', high: '非常重要' },
    competence: { name: '掌握程度', low: '完全没掌握', high: '完全掌握' },
  },
  change: {
    importance: { name: '训前掌握程度', low: '完全没掌握', high: '完全掌握' },
    competence: { name: '现在掌握程度', low: '完全没掌握', high: '完全掌握' },
  },
} as const;

/** Marks of a scale pair. */
export const SCALE = [1, 2, 3, 4, 5] as const;

export const NOT_APPLICABLE = '不适用';

export const MOST_ITEMS = 100;
export const MOST_OPTIONS = 40;
/** Characters. */
export const LONGEST_TITLE = 60;
export const LONGEST_INTRODUCTION = 600;
export const LONGEST_QUESTION = 200;
export const LONGEST_OPTION = 60;
export const LONGEST_TEXT = 1000;

export function isQuestion(item: Item): item is QuestionItem {
  return item.type !== 'section';
}

/** Whether an option lets the respondent write what they mean. */
export function isOther(option: string): boolean {
  return /^其[他它]/u.test(option);
}

/** Whether an option says that none of the others fits, and so stands alone. */
export function excludesOthers(option: string): boolean {
  return /^(?:不适用|以上(?:都|均)?(?:不|没)|均?(?:没有|无)(?:以上|上述)|没有$|无$|都没有$|暂无|均无|未参加)/u.test(
    option,
  );
}

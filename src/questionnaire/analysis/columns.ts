import type { Answer, Answers } from '../answers.ts';
import {
  isQuestion,
  type MultipleItem,
  type NumberItem,
  type QuestionItem,
  type Questionnaire,
  type RankingItem,
  type ScalePairItem,
  type SingleItem,
  type TextItem,
} from '../questionnaire.ts';

/**
 * All answers to one item, one place a response: counting ten thousand responses walks arrays, not
 * objects. What is missing, or fits no item of this type, is a gap; so is an answer to an item that
 * was not shown to whoever gave it.
 */
export type Column =
  | SingleColumn
  | MultipleColumn
  | PairColumn
  | RankingColumn
  | NumberColumn
  | TextColumn;

export interface SingleColumn {
  readonly kind: 'single';
  readonly item: SingleItem;
  /** The option; −1 is a gap. */
  readonly chosen: Int16Array;
}

export interface MultipleColumn {
  readonly kind: 'multiple';
  readonly item: MultipleItem;
  /** 1 where it was answered. */
  readonly given: Uint8Array;
  /** A row of flags a response, one an option. */
  readonly flags: Uint8Array;
}

export interface PairColumn {
  readonly kind: 'scale-pair';
  readonly item: ScalePairItem;
  /** Marks 1 to 5, both or neither: a pair that was half given is a gap, 0. */
  readonly importance: Uint8Array;
  readonly competence: Uint8Array;
  readonly notApplicable: number;
}

export interface RankingColumn {
  readonly kind: 'ranking';
  readonly item: RankingItem;
  readonly given: Uint8Array;
  /** A row of places a response, one an option; places count from 1, 0 is a gap. */
  readonly places: Uint8Array;
}

export interface NumberColumn {
  readonly kind: 'number';
  readonly item: NumberItem;
  readonly values: readonly number[];
}

export interface TextColumn {
  readonly kind: 'text';
  readonly item: TextItem;
  /** Those that say something. */
  readonly texts: readonly string[];
}

/** One column an item that asks, in their order. */
export function columnsOf(
  { items }: Questionnaire,
  responses: readonly Answers[],
): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const item of items) {
    if (!isQuestion(item)) continue;
    const shown = shownTo(item, columns, responses.length);
    const answers = responses.map((one, at) =>
      shown === null || shown[at] === 1 ? one[item.id] : undefined,
    );
    columns.set(item.id, columnOf(item, answers));
  }
  return [...columns.values()];
}

/** 1 for each response whose author saw the item; null where all did. */
function shownTo(
  { showIf }: QuestionItem,
  columns: ReadonlyMap<string, Column>,
  count: number,
): Uint8Array | null {
  if (showIf === null) return null;
  const gate = columns.get(showIf.item);
  if (gate === undefined) return null;
  return Uint8Array.from({ length: count }, (_, at) => (opens(gate, showIf.is, at) > 0 ? 1 : 0));
}

/** How many of the named options a response holds. */
export function opens(gate: Column, is: readonly string[], at: number): number {
  if (gate.kind === 'single') {
    return is.includes(gate.item.options[gate.chosen[at] as number] ?? '\0') ? 1 : 0;
  }
  if (gate.kind !== 'multiple') return 0;
  const { options } = gate.item;
  return is.filter((name) => {
    const option = options.indexOf(name);
    return option >= 0 && gate.flags[at * options.length + option] === 1;
  }).length;
}

function columnOf(item: QuestionItem, answers: readonly (Answer | undefined)[]): Column {
  switch (item.type) {
    case 'single':
      return singleColumn(item, answers);
    case 'multiple':
      return multipleColumn(item, answers);
    case 'scale-pair':
      return pairColumn(item, answers);
    case 'ranking':
      return rankingColumn(item, answers);
    case 'number': {
      const values = answers.flatMap((one) => (one?.kind === 'number' ? [one.value] : []));
      return { kind: 'number', item, values: values.filter(Number.isFinite) };
    }
    case 'text': {
      const texts = answers.flatMap((one) => (one?.kind === 'text' ? [one.text.trim()] : []));
      return { kind: 'text', item, texts: texts.filter((text) => text !== '') };
    }
    default:
      return item satisfies never;
  }
}

function singleColumn(item: SingleItem, answers: readonly (Answer | undefined)[]): SingleColumn {
  const chosen = new Int16Array(answers.length).fill(-1);
  answers.forEach((one, at) => {
    if (one?.kind === 'single' && one.option in item.options) chosen[at] = one.option;
  });
  return { kind: 'single', item, chosen };
}

function multipleColumn(
  item: MultipleItem,
  answers: readonly (Answer | undefined)[],
): MultipleColumn {
  const width = item.options.length;
  const given = new Uint8Array(answers.length);
  const flags = new Uint8Array(answers.length * width);
  answers.forEach((one, at) => {
    if (one?.kind !== 'multiple') return;
    for (const option of one.options) {
      if (!(option in item.options)) continue;
      flags[at * width + option] = 1;
      given[at] = 1;
    }
  });
  return { kind: 'multiple', item, given, flags };
}

function pairColumn(item: ScalePairItem, answers: readonly (Answer | undefined)[]): PairColumn {
  const importance = new Uint8Array(answers.length);
  const competence = new Uint8Array(answers.length);
  let notApplicable = 0;
  answers.forEach((one, at) => {
    if (one?.kind === 'not-applicable') notApplicable++;
    if (one?.kind !== 'scale-pair' || !isMark(one.importance) || !isMark(one.competence)) return;
    importance[at] = one.importance;
    competence[at] = one.competence;
  });
  return { kind: 'scale-pair', item, importance, competence, notApplicable };
}

function isMark(mark: number | null): mark is number {
  return mark !== null && Number.isInteger(mark) && mark >= 1 && mark <= 5;
}

function rankingColumn(item: RankingItem, answers: readonly (Answer | undefined)[]): RankingColumn {
  const width = item.options.length;
  const given = new Uint8Array(answers.length);
  const places = new Uint8Array(answers.length * width);
  answers.forEach((one, at) => {
    if (one?.kind !== 'ranking') return;
    const order = one.order.filter((option) => option in item.options);
    order.forEach((option, place) => {
      if (places[at * width + option] === 0) places[at * width + option] = place + 1;
      given[at] = 1;
    });
  });
  return { kind: 'ranking', item, given, places };
}

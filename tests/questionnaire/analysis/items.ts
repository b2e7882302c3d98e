import type {
  Item,
  MultipleItem,
  NumberItem,
  Questionnaire,
  RankingItem,
  ScalePairItem,
  SingleItem,
  TextItem,
} from '../../../src/questionnaire/questionnaire.ts';

const ANY = { hint: '', showIf: null, basis: null, isRequired: true } as const;

export function single(
  id: string,
  options: readonly string[],
  more: Partial<SingleItem> = {},
): SingleItem {
  return { type: 'single', id, text: `${id}？`, options, isBand: false, ...ANY, ...more };
}

export function multiple(
  id: string,
  options: readonly string[],
  more: Partial<MultipleItem> = {},
): MultipleItem {
  return {
    ...{ type: 'multiple', id, text: `${id}？`, options, least: null, most: null },
    ...{ ...ANY, ...more },
  };
}

export function pair(id: string, more: Partial<ScalePairItem> = {}): ScalePairItem {
  return {
    ...{ type: 'scale-pair', id, text: `内容${id}`, pair: 'need', hasNotApplicable: true },
    ...{ ...ANY, ...more },
  };
}

export function ranking(
  id: string,
  options: readonly string[],
  more: Partial<RankingItem> = {},
): RankingItem {
  return { type: 'ranking', id, text: `${id}？`, options, most: null, ...ANY, ...more };
}

export function number(id: string, more: Partial<NumberItem> = {}): NumberItem {
  return {
    ...{ type: 'number', id, text: `${id}？`, least: null, most: null, unit: '天', isWhole: true },
    ...{ ...ANY, ...more },
  };
}

export function text(id: string): TextItem {
  return { type: 'text', id, text: `${id}？`, most: 300, ...ANY, isRequired: false };
}

export function questionnaireOf(items: readonly Item[]): Questionnaire {
  return { kind: 'needs', title: '培训需求', introduction: '', audience: '', items };
}

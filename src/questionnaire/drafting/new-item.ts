import type {
  ItemBasis,
  MultipleItem,
  ScalePairItem,
  SectionItem,
  ShowIf,
  SingleItem,
  TextItem,
} from '../questionnaire.ts';

interface Extras {
  readonly hint?: string;
  readonly showIf?: ShowIf;
  readonly basis?: ItemBasis | null;
}

const common = ({ hint = '', showIf, basis }: Extras) => ({
  hint,
  showIf: showIf ?? null,
  basis: basis ?? null,
});

export function section(id: string, text: string, hint = ''): SectionItem {
  return { id, type: 'section', text, ...common({ hint }) };
}

export function single(
  id: string,
  text: string,
  options: readonly string[],
  extras: Extras = {},
): SingleItem {
  return { id, type: 'single', text, options, isRequired: true, isBand: false, ...common(extras) };
}

export function band(id: string, text: string, options: readonly string[]): SingleItem {
  return { ...single(id, text, options), isBand: true };
}

/** As many as `most` may be chosen, one at least. */
export function multiple(
  id: string,
  text: string,
  options: readonly string[],
  most: number,
  extras: Extras = {},
): MultipleItem {
  const hint = extras.hint ?? `最多选${most}项。`;
  return {
    ...{ id, type: 'multiple', text, options, isRequired: true, least: 1, most },
    ...common({ ...extras, hint }),
  };
}

export function pair(
  id: string,
  text: string,
  kind: ScalePairItem['pair'],
  basis: ItemBasis | null,
): ScalePairItem {
  return {
    ...{ id, type: 'scale-pair', text, pair: kind, isRequired: true },
    hasNotApplicable: true,
    ...common({ basis }),
  };
}

export function openText(id: string, text: string, extras: Extras = {}): TextItem {
  return { id, type: 'text', text, isRequired: false, most: 500, ...common(extras) };
}

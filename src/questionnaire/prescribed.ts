import type { ItemBasis } from './questionnaire.ts';

const PLAN = 'plan-2023-2027';

/**
 * Whether content is taught whatever people say they need: the plan makes chapter 二 (党的创新理论) the
 * main and required course of every Party school and orders chapter 三 (政治训练) for all. Marks on it
 * say how to teach it better, never that it may be left out.
 */
export function isPrescribed(basis: Pick<ItemBasis, 'material' | 'place'> | null): boolean {
  return basis?.material === PLAN && /^[二三](?:（|$)/u.test(basis.place);
}

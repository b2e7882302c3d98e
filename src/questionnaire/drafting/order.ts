import type { QuestionnaireKind } from '../questionnaire.ts';

/**
 * Whom a questionnaire is for, which decides its content items and wording: leading cadres,
 * young cadres, grassroots cadres, professional staff (专业技术人员), or cadres in general.
 */
const VARIANTS = ['general', 'leading', 'young', 'grassroots', 'professional'] as const;

export type Variant = (typeof VARIANTS)[number];

/** What a questionnaire is drafted from. */
export interface QuestionnaireOrder {
  readonly kind: QuestionnaireKind;
  /** In words, such as 县处级领导干部; the variant is read from it. */
  readonly audience: string;
  /** Such as 编制2027年度班次计划; empty where it was not said. */
  readonly purpose: string;
  /** Such as 2027年; empty where it was not said. */
  readonly period: string;
  /** Empty: chapters 二 to 四 of the plan, as they fit the audience. */
  readonly topics: readonly string[];
}

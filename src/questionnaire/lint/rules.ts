import { CHOICE_LIMITS } from './options/choice-limits.ts';
import { MISSING_OTHER } from './options/missing-other.ts';
import { TOO_FEW_OPTIONS, TOO_LONG_OPTIONS, TOO_MANY_OPTIONS } from './options/option-form.ts';
import { OVERLAPPING_OPTIONS } from './options/overlapping-options.ts';
import { UNBALANCED_SCALE } from './options/unbalanced-scale.ts';
import type { ItemRule, WholeRule } from './rule.ts';
import { CONDITIONS } from './whole/conditions.ts';
import { LONG_GRID, LONG_RUN_OF_PAIRS } from './whole/long-grid.ts';
import { REPEATED_ITEMS } from './whole/repeated-items.ts';
import { EMPTY_SECTION, NO_QUESTIONS, REPEATED_IDS } from './whole/sections.ts';
import { TOO_LONG } from './whole/too-long.ts';
import { IDENTITY } from './wording/identity.ts';
import { JARGON } from './wording/jargon.ts';
import { LEADING } from './wording/leading.ts';
import { PERSONNEL_JUDGEMENT } from './wording/personnel.ts';
import {
  ABSOLUTE_WORDS,
  FAR_RECALL,
  NEGATIVE_TWICE,
  TOO_LONG_QUESTION,
  UNCLEAR,
} from './wording/plain-wording.ts';
import { TWO_IN_ONE } from './wording/two-in-one.ts';

/** In the order in which findings of one item are told. */
export const ITEM_RULES: readonly ItemRule[] = [
  IDENTITY,
  PERSONNEL_JUDGEMENT,
  TWO_IN_ONE,
  LEADING,
  NEGATIVE_TWICE,
  ABSOLUTE_WORDS,
  UNCLEAR,
  FAR_RECALL,
  JARGON,
  TOO_LONG_QUESTION,
  UNBALANCED_SCALE,
  MISSING_OTHER,
  OVERLAPPING_OPTIONS,
  TOO_FEW_OPTIONS,
  TOO_MANY_OPTIONS,
  TOO_LONG_OPTIONS,
  CHOICE_LIMITS,
  LONG_GRID,
];

/** Between items, and of all of them together. */
export const WHOLE_RULES: readonly WholeRule[] = [
  NO_QUESTIONS,
  TOO_LONG,
  LONG_RUN_OF_PAIRS,
  REPEATED_ITEMS,
  CONDITIONS,
  EMPTY_SECTION,
  REPEATED_IDS,
];

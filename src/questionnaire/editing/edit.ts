import type { ItemType, ShowIf } from '../questionnaire.ts';

/** A change of a questionnaire that is being written; items are named by their ids. */
export type QuestionnaireEdit =
  | { readonly kind: 'set-title'; readonly text: string }
  | { readonly kind: 'set-introduction'; readonly text: string }
  | { readonly kind: 'set-text'; readonly item: string; readonly text: string }
  | { readonly kind: 'set-hint'; readonly item: string; readonly text: string }
  | { readonly kind: 'set-options'; readonly item: string; readonly options: readonly string[] }
  /** `options`: those of a type that has some, where the item has none yet. */
  | {
      readonly kind: 'set-type';
      readonly item: string;
      readonly type: ItemType;
      readonly options: readonly string[];
    }
  | { readonly kind: 'set-required'; readonly item: string; readonly isRequired: boolean }
  /** How many may be chosen or ranked, how many characters, or between which numbers. */
  | {
      readonly kind: 'set-limits';
      readonly item: string;
      readonly least: number | null;
      readonly most: number | null;
    }
  | { readonly kind: 'set-show-if'; readonly item: string; readonly showIf: ShowIf | null }
  | { readonly kind: 'set-band'; readonly item: string; readonly isBand: boolean }
  | { readonly kind: 'move'; readonly item: string; readonly by: 1 | -1 }
  | { readonly kind: 'delete'; readonly item: string }
  /** `after`: id of an item; null for the first place. */
  | {
      readonly kind: 'add';
      readonly after: string | null;
      readonly type: ItemType;
      readonly text: string;
      readonly options: readonly string[];
    };

export type Edited<Value> =
  /** `note`: what was changed, in words. */
  | { readonly ok: true; readonly value: Value; readonly note: string }
  /** What is wrong, and what to do. */
  | { readonly ok: false; readonly problem: string };

export function edited<Value>(value: Value, note: string): Edited<Value> {
  return { ok: true, value, note };
}

export function notEdited(problem: string): Edited<never> {
  return { ok: false, problem };
}

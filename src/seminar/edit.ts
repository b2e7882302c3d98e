import type { Kit } from './kit.ts';
import type { SeminarMethod } from './order.ts';

/** One change of a kit; questions are named by their ids. */
export type KitEdit =
  /** Another question for the same stage in its place. */
  | { readonly kind: 'replace'; readonly question: string }
  /** The same question, asked for one occasion, one place, one number. */
  | { readonly kind: 'sharpen'; readonly question: string }
  /** In the trainer's own words. */
  | { readonly kind: 'rewrite'; readonly question: string; readonly text: string }
  | { readonly kind: 'move'; readonly question: string; readonly by: 1 | -1 }
  /** `text` null: the assistant writes it. */
  | { readonly kind: 'add'; readonly stage: string; readonly text: string | null }
  | { readonly kind: 'delete'; readonly question: string }
  | { readonly kind: 'set-minutes'; readonly minutes: number }
  | { readonly kind: 'set-people'; readonly people: number }
  | { readonly kind: 'set-method'; readonly method: SeminarMethod }
  | { readonly kind: 'set-audience'; readonly audience: string }
  /** Empty where there is nothing more to tell. */
  | { readonly kind: 'set-situation'; readonly situation: string };

export type KitEdited =
  /** `note`: what was done, in a sentence for the trainer. */
  | { readonly ok: true; readonly kit: Kit; readonly note: string }
  /** `problem`: why not, and what to do. */
  | { readonly ok: false; readonly problem: string };

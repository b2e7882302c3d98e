import type { Span } from '../../text/span.ts';

/** A passage as it stands in a version. */
export interface StandingPassage extends Span {
  readonly place: string;
  readonly text: string;
}

/** Words of a passage: those that both versions have, or that one of them has alone. */
export interface Piece {
  readonly kind: 'same' | 'taken-out' | 'put-in';
  readonly text: string;
}

/** What became of a passage between two versions of a material. */
export type PassageChange =
  | { readonly kind: 'same'; readonly before: StandingPassage; readonly after: StandingPassage }
  /** The same words at another place. */
  | { readonly kind: 'moved'; readonly before: StandingPassage; readonly after: StandingPassage }
  | {
      readonly kind: 'changed';
      readonly before: StandingPassage;
      readonly after: StandingPassage;
      /** Both texts as one, in their order. */
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'added'; readonly after: StandingPassage }
  | { readonly kind: 'removed'; readonly before: StandingPassage };

/** Two versions passage by passage, in the order of the later one; removed ones where they stood. */
export interface Difference {
  readonly changes: readonly PassageChange[];
  readonly counts: Readonly<Record<PassageChange['kind'], number>>;
}

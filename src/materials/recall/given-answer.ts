import type { Span } from '../../text/span.ts';

/** A quote of an answer, with the version of the material that it was taken from. */
export interface Cite extends Span {
  readonly material: string;
  readonly version: number;
  readonly place: string;
  /** As it was shown. */
  readonly text: string;
}

/** An answer as it was given: what it cited and to whom it went, and nothing else of them. */
export interface GivenAnswer {
  readonly id: string;
  /** Null for whoever is no person of the records: nobody can tell them anything later. */
  readonly person: string | null;
  /** ISO instant. */
  readonly at: string;
  readonly cites: readonly Cite[];
}

import type { PlacedSpan } from '../quotes.ts';

/** The four gates that a drafted claim passes before it is shown; see `check-claim.ts`. */
export type GateName = 'quote' | 'figure' | 'force' | 'support';

/** What a gate found against a claim. */
export interface Finding {
  readonly gate: GateName;
  readonly outcome: GateOutcome;
  /** The words that it is about, from the claim or the quote. */
  readonly words: string;
}

export type GateOutcome = QuoteOutcome | FigureOutcome | ForceOutcome | SupportOutcome;

export type QuoteOutcome =
  /** Stands at exactly one other place: taken from there. */
  | 'relocated'
  /** Stands at several other places: dropped. */
  | 'ambiguous'
  /** Stands nowhere in policy text: dropped. */
  | 'fabricated'
  /** Too short to say anything: dropped. */
  | 'too-short';

export type FigureOutcome =
  /** A number, date or document number that the cited text does not hold. */
  | 'figure'
  /** At least turned into at most, or the other way round. */
  | 'bound'
  /** A document named that the cited text does not name. */
  | 'title'
  /** A place named that is not the quote's own. */
  | 'place';

export type ForceOutcome =
  /** What the source leaves open is stated as required. */
  | 'strengthened'
  /** What the source requires is stated as left open. */
  | 'weakened'
  /** A ban that the source does not state, or one of the source that is lost. */
  | 'ban';

export type SupportOutcome =
  /** No quote is left. */
  | 'no-quote'
  /** The cited text speaks of other things. */
  | 'beside';

/** A quote that stands in the source, widened to whole phrases. */
export interface CitedSpan extends PlacedSpan {
  /** The slice itself. */
  readonly text: string;
  /** Title of the material. */
  readonly title: string;
  readonly headings: readonly string[];
  /** The passage around it. */
  readonly around: string;
}

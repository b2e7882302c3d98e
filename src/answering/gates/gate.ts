import type { IndexedPassage } from '../../retrieval/index/store-schema.ts';
import type { Span } from '../../text/span.ts';
import type { PlacedSpan } from '../quotes.ts';

/**
 * The gates that a drafted claim passes before it is shown, in their order, each with what it may
 * find; see `check-claim.ts`. A model is told what they mean in `prompts/repair.md`.
 */
export const GATES = {
  quote: [
    /** Stands at exactly one other place: taken from there. */
    'relocated',
    /** Stands at several other places: dropped. */
    'ambiguous',
    /** Stands nowhere in policy text: dropped. */
    'fabricated',
    /** Too short to say anything: dropped. */
    'too-short',
    /** Longer than any passage: dropped without a look. */
    'too-long',
  ],
  figure: [
    /** A number, date or document number that the cited text does not hold. */
    'figure',
    /** At least turned into at most, or the other way round. */
    'bound',
    /** A document named that the cited text does not name. */
    'title',
    /** A place named that is not the quote's own. */
    'place',
  ],
  force: [
    /** What the source leaves open is stated as required. */
    'strengthened',
    /** What the source requires is stated as left open. */
    'weakened',
    /** A ban that the source does not state, or one of the source that is lost. */
    'ban',
    /** Something denied, waived or refused that the source states. */
    'denied',
    /** Yes or no at its beginning, and the statement behind it says the other. */
    'reply',
  ],
  scope: [
    /** Somebody named whom the cited sentences do not name, or who does something else in them. */
    'subject',
    /** All where the source says some, only where it does not, or an exception that is lost. */
    'extent',
    /** A word whose opposite stands in the source: 线下 for 网络. */
    'opposite',
  ],
  support: [
    /** Longer than a sentence that could be checked; nothing else of it was looked at. */
    'too-long',
    /** No quote is left. */
    'no-quote',
    /** The cited text speaks of other things. */
    'beside',
  ],
} as const;

export type GateName = keyof typeof GATES;

type OutcomeOf<Gate extends GateName> = (typeof GATES)[Gate][number];

export type QuoteOutcome = OutcomeOf<'quote'>;
export type ForceOutcome = OutcomeOf<'force'>;

/** What a gate found against a claim. */
export interface Finding {
  readonly gate: GateName;
  readonly outcome: OutcomeOf<GateName>;
  /** The words that it is about, from the claim or the quote. */
  readonly words: string;
}

/** The passages that a model is shown, by the names that it is given for them: P1, P2 … */
export type ShownPassages = ReadonlyMap<string, IndexedPassage>;

/** A quote that stands in the source, widened to whole phrases and their conditions. */
export interface CitedSpan extends PlacedSpan {
  /** The slice itself. */
  readonly text: string;
  /** Title of the material. */
  readonly title: string;
  /** See `Citation`. */
  readonly page?: number | undefined;
  readonly headings: readonly string[];
  /** The passage around it. */
  readonly around: string;
  /** Where it stands in that passage. */
  readonly within: Span;
}

import type { AnsweredBy } from './answered-by.ts';
import type { Band } from './bands.ts';
import type { Told } from './told.ts';

/** Days over which totals are told. */
export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

/** A material in force, whoever may read it. */
export interface MaterialInForce {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`, from which it has been in force; null where nobody has said. */
  readonly since: string | null;
}

export interface Uncited extends MaterialInForce {
  /** `YYYY-MM-DD`; null where it was not cited since there are totals. */
  readonly lastCited: string | null;
}

/** 待答问题: numbers of topics, and those that five people or more asked. */
export interface LedgerCounts {
  /** Nobody has it; someone has it; answered, and waits for a second person. */
  readonly open: number;
  readonly assigned: number;
  readonly submitted: number;
  readonly answered: number;
  readonly setAside: number;
  /** Of those not answered yet, those of most people first. */
  readonly large: readonly { readonly question: string; readonly people: number }[];
}

/** What the gate found of one index. */
export interface ReleaseBrief {
  /** ISO instant. */
  readonly at: string;
  readonly verdict: 'first' | 'passed' | 'held' | 'overruled';
  readonly asked: number;
  readonly worse: number;
  readonly better: number;
  readonly withoutBasis: number;
}

/** 意见建议 in one state, by its name. */
export interface SuggestionCount {
  readonly name: string;
  readonly count: number;
  /** Somebody still has to do something. */
  readonly isOpen: boolean;
}

export interface TimesOf {
  readonly by: AnsweredBy;
  readonly asked: Told;
  /** Null where too few were asked. The middle, what 95 of 100 do not exceed, and the slowest. */
  readonly median: Band | null;
  readonly most: Band | null;
  readonly slowest: Band | null;
}

export interface ReasonCount {
  /** In words for people. */
  readonly reason: string;
  readonly count: Told;
}

/** How the service fared, in totals that tell of nobody. */
export interface Insight {
  readonly span: Span;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** First day of which there are totals; null where there are none yet. */
  readonly since: string | null;
  readonly asked: Told;
  /** In as many days before; null where totals do not go back so far. */
  readonly before: Told | null;
  /** Every outcome, also one that none had; `share` of all asked, null where it is not told. */
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly count: Told;
    readonly share: number | null;
  }[];
  /** Every day, the earliest first. */
  readonly days: readonly { readonly day: string; readonly asked: Told }[];
  readonly times: readonly TimesOf[];
  readonly ratings: { readonly useful: Told; readonly notUseful: Told };
  readonly materials: {
    readonly inForce: number;
    /** Waiting for approval. */
    readonly submitted: number;
    /** How often answers cited each, the most often cited first. */
    readonly cited: readonly (MaterialInForce & { readonly count: Told })[];
    /** Not cited in these days, those never cited first, then by age. */
    readonly uncited: readonly Uncited[];
  };
  readonly messages: {
    readonly sent: Told;
    readonly uncertain: Told;
    readonly failed: Told;
    readonly failedBy: readonly ReasonCount[];
    readonly skipped: Told;
    readonly skippedBy: readonly ReasonCount[];
    readonly waiting: Told;
    readonly late: Told;
    /** People who opted into study reminders; of these, those that are paused after three unheeded ones. */
    readonly optedIn: Told;
    readonly ignored: Told;
  };
  readonly ledger: LedgerCounts;
  /** Whether the gate holds back the materials as they are now. */
  readonly isHeld: boolean;
  /** The newest first. */
  readonly releases: readonly ReleaseBrief[];
  readonly suggestions: readonly SuggestionCount[];
}

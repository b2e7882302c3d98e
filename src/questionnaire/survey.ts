import type { Audience } from '../people/audience/audience.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A questionnaire that was published: frozen, open for a time, answered once by each respondent. */
export interface Survey {
  readonly id: string;
  /** The draft that it was made from, and its version. */
  readonly questionnaire: string;
  readonly version: number;
  /** As it was when it was published. */
  readonly content: Questionnaire;
  /** Whom it was sent to; empty where it is answered by whoever has the link. */
  readonly audience: Audience;
  /** What the link holds; null where only those it was sent to may answer. */
  readonly code: string | null;
  /** ISO instants between which it is answered. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** ISO instant of the closing; null before. Its report opens then, and it never opens again. */
  readonly closedAt: string | null;
  /** Person who published it; null for someone who has left. */
  readonly owner: string | null;
  readonly ownerName: string;
  /** ISO instant. */
  readonly publishedAt: string;
}

/** How far it has come, in totals. */
export interface SurveyTotals {
  /** People it was sent to; null where it is answered by a link alone. */
  readonly invited: number | null;
  /** Who have opened it, those who have submitted included. */
  readonly begun: number;
  readonly submitted: number;
  /** Submitted answers that cannot be read any more, since their key is lost; 0 where all is well. */
  readonly lost: number;
}

/** Where one respondent stands. */
export type Standing =
  /** It was not sent to them, or they have not opened the link. */
  { readonly kind: 'not-invited' } | { readonly kind: 'invited' } | { readonly kind: 'submitted' };

/** Whoever answers: a person of the records, or someone whom a link led here. */
export type Respondent =
  | { readonly kind: 'person'; readonly person: string }
  /** An account of a stranger, who is nobody in the records. */
  | { readonly kind: 'stranger'; readonly channel: string; readonly key: string };

/** Fewer are never reported. */
export { FEWEST } from '../few.ts';

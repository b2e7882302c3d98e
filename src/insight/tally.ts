import type { AnsweredBy } from './answered-by.ts';
import { bandOf } from './bands.ts';

/**
 * What is counted: questions by how they ended, by how they were answered and in what time, and by the
 * materials that answers cited; and what people thought of answers. Nothing says of whom.
 */
export type Tallied = 'outcome' | 'took' | 'cited' | 'rating';

/** One more of something on a day, or one less where it is taken back. */
export interface Tally {
  /** `YYYY-MM-DD` in the zone. */
  readonly day: string;
  readonly of: Tallied;
  /** An outcome; see {@link tookName}; the id of a material; a verdict. */
  readonly name: string;
  readonly by: 1 | -1;
}

/** A question that was answered, as far as totals go. */
export interface AnsweredQuestion {
  /** `YYYY-MM-DD` in the zone. */
  readonly day: string;
  readonly outcome: string;
  readonly by: AnsweredBy;
  /** Milliseconds from the message to the end of the reply. */
  readonly took: number;
  /** Ids of the materials that it quotes, however often. */
  readonly cited: readonly string[];
}

export function talliesOf({ day, outcome, by, took, cited }: AnsweredQuestion): readonly Tally[] {
  const one = (of: Tallied, name: string): Tally => ({ day, of, name, by: 1 });
  return [
    one('outcome', outcome),
    one('took', tookName(by, took)),
    ...[...new Set(cited)].map((material) => one('cited', material)),
  ];
}

/** Way and band in one name: `model 1500`. */
function tookName(by: AnsweredBy, took: number): string {
  return `${by} ${bandOf(took)}`;
}

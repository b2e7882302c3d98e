/** What a dishonest claim gets wrong. */
export type Wrong =
  /** A number, a unit, a frequency. */
  | 'figure'
  /** 不少于, 左右, 以上, 年底前: lost or turned. */
  | 'bound'
  | 'title'
  | 'place'
  /** What is required is left open, or the other way round. */
  | 'force'
  /** Something is forbidden, refused or allowed that is not, or the other way round. */
  | 'negation'
  /** Another body, level or group of people. */
  | 'subject'
  /** All where the source says some, or the other way round. */
  | 'scope'
  /** A word of the matter itself is another one; no gate reads meaning. */
  | 'content';

/** Claims on the same quotes. */
export interface Grounded {
  readonly quotes: readonly (readonly [place: string, text: string])[];
  readonly question?: string;
  readonly honest: readonly string[];
  readonly dishonest: Readonly<Partial<Record<Wrong, readonly string[]>>>;
}

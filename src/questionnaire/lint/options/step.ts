/** One degree of a scale. */
export interface Step {
  readonly option: string;
  readonly side: 1 | 0 | -1;
  /** 3 at an end (非常、很), 2 without a word of degree, 1 mild (比较、不太). */
  readonly strength: 1 | 2 | 3;
}

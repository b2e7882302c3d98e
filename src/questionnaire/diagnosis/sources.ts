/** Questions of a group that the corpus could not answer, by the nearest place that was shown. */
export interface UnansweredPlace {
  readonly title: string;
  /** Such as 五（四）. */
  readonly place: string;
  /** Who asked; never fewer than `FEWEST`. */
  readonly people: number;
}

/** How well a chapter was recalled by a group. */
export interface RecalledChapter {
  readonly material: string;
  readonly chapter: string;
  /** Who answered; never fewer than `FEWEST`. */
  readonly people: number;
  readonly answers: number;
  readonly right: number;
}

/**
 * What else tells of the needs of a group, in totals of five people or more.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface DiagnosisStore {
  /**
   * Questions of the ledger: refused as 现有资料未载明 or 内容未收录, or marked 没帮助, without what was set
   * aside, and without whom was told of an answer.
   *
   * @param people of the records
   * @param since ISO instant
   */
  unanswered(people: readonly string[], since: string): Promise<readonly UnansweredPlace[]>;
  recalled(people: readonly string[], since: string): Promise<readonly RecalledChapter[]>;
}

/** What is wrong with a questionnaire, and how to mend it. */
export interface Finding {
  /** Id of the item; null where it concerns the whole. */
  readonly item: string | null;
  /** Name of the rule, such as 一题两问. */
  readonly rule: string;
  /** What is wrong, with the words it is about. */
  readonly message: string;
  /** What to do; where it can be said, the item as it would be. */
  readonly mend: string;
}

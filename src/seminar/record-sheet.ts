/** A 记录表 as it is printed: empty before the seminar, filled in from a session after it. */
export interface RecordSheet {
  /** Empty where it belongs to no class. */
  readonly className: string;
  /** `YYYY-MM-DD`; empty where it is still open. */
  readonly date: string;
  readonly topic: string;
  readonly group: string;
  /** How many took part; null before the seminar. */
  readonly people: number | null;
  readonly focus: string;
  readonly problems: readonly RecordedItem[];
  readonly causes: readonly (RecordedItem & { readonly category: string })[];
  readonly measures: readonly (RecordedItem & {
    readonly responsible: string;
    readonly deadline: string;
    readonly feasibility: string;
  })[];
  /** 分歧 */
  readonly disagreements: readonly string[];
  /** 汇报要点 */
  readonly reportPoints: readonly string[];
}

/** Never with a name of who said it. */
export interface RecordedItem {
  readonly text: string;
  /** How many contributions it stands for; 1 where nothing was merged into it. */
  readonly raised: number;
  /** Null where nobody voted. */
  readonly points: number | null;
  /** Shares its place with others. */
  readonly isTied: boolean;
}

/** One part of a material and what the learner did there. */
export interface MapChapter {
  /** Id of the material. */
  readonly material: string;
  /** Title of the material. */
  readonly title: string;
  /** 一, 五 …, as places are named. */
  readonly place: string;
  readonly heading: string;
  /** Learning records that touched it. */
  readonly entries: number;
  /** `YYYY-MM-DD`. */
  readonly lastOn: string | null;
  /** Recall questions there are. */
  readonly questions: number;
  /** Answered right the last time they were asked. */
  readonly recalled: number;
  /** Due for another look now. */
  readonly due: number;
}

export interface MapDay {
  readonly date: string;
  readonly entries: number;
}

/** 我的学习地图: a picture of one's own learning, for oneself. */
export interface LearningMap {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly chapters: readonly MapChapter[];
  /** Every day of the calendar shown, the oldest first: the last 26 weeks to today, Monday first. */
  readonly days: readonly MapDay[];
  readonly entriesThisMonth: number;
  readonly due: number;
}

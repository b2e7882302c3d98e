/** One learning record (学习记录), private to its person. */
export interface LearningEntry {
  readonly id: string;
  readonly person: string;
  /** `YYYY-MM-DD`. */
  readonly studiedOn: string;
  /** ISO instant. */
  readonly recordedAt: string;
  /** 补记: of a day before the one on which it was recorded. */
  readonly isMadeUp: boolean;
  readonly kind: 'place' | 'session' | 'free';
  /** Id of the material; null unless a place was studied. */
  readonly material: string | null;
  readonly place: string | null;
  /** The part of the material that holds the place, by its own place: 五 for 五（二）. */
  readonly chapter: string | null;
  /** What was studied, in words. */
  readonly studied: string;
  /** Empty where none. */
  readonly reflection: string;
  /** The class of a session. */
  readonly classId: string | null;
  /** The class whose trainers may read it; null where it is for nobody else. */
  readonly sharedWith: string | null;
  /** Counts from 1. */
  readonly revision: number;
  /** ISO instant; what was withdrawn has neither words nor place any more. */
  readonly withdrawnAt: string | null;
}

/** An answer to a recall question. */
export interface RecallAnswer {
  /** Names the one time that the question was asked. */
  readonly id: string;
  readonly person: string;
  readonly item: string;
  readonly material: string;
  readonly place: string;
  /** ISO instant. */
  readonly at: string;
  readonly isRight: boolean;
}

/**
 * What is known of a day: that people work, that they rest, or nothing, since the year's arrangement of
 * holidays and 调休 is not at hand.
 */
export type DayKind = 'work' | 'rest' | 'unknown';

/** Working days and rest days, 调休 counted. */
export interface RestDays {
  /** @param date `YYYY-MM-DD` */
  kindOf(date: string): DayKind;
  /** Whether the arrangement of a year is at hand. */
  knows(year: number): boolean;
  /** The years that are known, in order. */
  readonly years: readonly number[];
}

import { toChineseNumeral } from '../../text/numerals.ts';

/**
 * Totals that go on changing are told in steps: of two exact ones, before and after one person has
 * answered, or was counted to another unit, the difference would be that person's. A step that is just crossed says
 * that somebody acted, and seldom more.
 */
const STEP_OF_PEOPLE = 5;

/** 12 people are 10人以上. */
export function peopleAtLeast(people: number): string {
  return `${Math.floor(people / STEP_OF_PEOPLE) * STEP_OF_PEOPLE}人以上`;
}

/** 0.62 is 约六成. */
export function aboutTenths(share: number): string {
  const tenths = Math.round(share * 10);
  if (tenths === 0) return '不到一成';
  return tenths === 10 ? '九成以上' : `约${toChineseNumeral(tenths)}成`;
}

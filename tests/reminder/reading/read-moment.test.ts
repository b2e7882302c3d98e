import { expect, it } from 'vitest';
import { timeIn } from '../../../src/clock.ts';
import { readMoment } from '../../../src/reminder/reading/read-moment.ts';

const ZONE = 'Asia/Shanghai';
/** A Tuesday at noon. */
const NOON = new Date('2027-06-01T04:00:00.000Z');

it.each([
  ['6月20日 18:00', '2027-06-20 18:00'],
  ['6月20日', '2027-06-20 18:00'],
  ['截至6月20日下午5点', '2027-06-20 17:00'],
  ['两周后', '2027-06-15 18:00'],
  ['一个月后', '2027-07-01 18:00'],
  ['3周后 9:30', '2027-06-22 09:30'],
  ['下周五 17:00', '2027-06-11 17:00'],
  ['2027-06-08 18:00', '2027-06-08 18:00'],
  ['10天后', '2027-06-11 18:00'],
  ['到6月30日18点前', '2027-06-30 18:00'],
])('%s', (words, expected) => {
  const read = readMoment(words, NOON, ZONE, '18:00');
  expect(read.ok ? timeIn(ZONE, read.value) : read.problem).toBe(expected);
});

it.each([
  ['过几天', '没有看懂时间'],
  ['6月31日', '日历上没有'],
  ['6月20日 25:00', '没有“25:00”这个时间'],
  ['6月20日 9:00-18:00', '只写一个时间'],
])('%s is none', (words, problem) => {
  const read = readMoment(words, NOON, ZONE, '18:00');
  expect(read.ok ? read.value : read.problem).toContain(problem);
});

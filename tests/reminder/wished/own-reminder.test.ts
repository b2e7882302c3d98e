import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../../src/clock.ts';
import {
  LAST_WARNING,
  ownOccurrences,
  ownReminder,
  withLastWarning,
} from '../../../src/reminder/wished/own-reminder.ts';
import { minutesIn, weekday } from '../../support/zone-minutes.ts';

const DAY = 86_400_000;
const START = Date.parse('2025-11-25T00:00:00Z');

describe('a learner’s own reminder', () => {
  it.each([
    [{ dueRecall: 3, lastStudied: null }, '到了您选定的学习时间。\n有 3 道回忆题可以做。'],
    [
      { dueRecall: 0, lastStudied: { words: '五（二）师资队伍建设' } },
      '到了您选定的学习时间。\n上次学的是“五（二）师资队伍建设”，可以接着学。',
    ],
    [
      { dueRecall: 1, lastStudied: { words: '五（二）师资队伍建设' } },
      '到了您选定的学习时间。\n有 1 道回忆题可以做。\n上次学的是“五（二）师资队伍建设”，可以接着学。',
    ],
    [
      { dueRecall: 0, lastStudied: null },
      '到了您选定的学习时间。\n可以从学习材料里挑一部分看看，学完随手记一条。',
    ],
  ])('says what is next: %j', (due, text) => {
    expect(ownReminder(due, false)).toBe(text);
  });

  it('is short whatever was recorded, and stays on its line', () => {
    const words = `听了讲座\n${'很长的内容'.repeat(40)}`;
    const text = ownReminder({ dueRecall: 12, lastStudied: { words } }, true);
    expect(text.length).toBeLessThan(150);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toContain('“听了讲座 很长的内容');
  });

  it('never reproaches, and says of the last one that it is', () => {
    const text = ownReminder({ dueRecall: 2, lastStudied: { words: '八' } }, true);
    expect(text.endsWith(`\n${LAST_WARNING}`)).toBe(true);
    expect(text).not.toMatch(/没有学|未学|落下|连续|逾期|坚持|天没|应当|必须|[！!]/u);
    expect(withLastWarning('请看材料。', true)).toBe(`请看材料。\n${LAST_WARNING}`);
    expect(withLastWarning('请看材料。', false)).toBe('请看材料。');
  });
});

describe('its times', () => {
  const someDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>);
  const someTime = fc
    .integer({ min: 8 * 60, max: 20 * 60 - 1 })
    .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));

  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'])(
    'are those of a walk through every minute, in %s',
    (zone) => {
      fc.assert(
        fc.property(
          someDays,
          someTime,
          fc.integer({ min: 0, max: 3 * 365 * DAY }),
          fc.integer({ min: 0, max: 9 * DAY }),
          (days, time, offset, length) => {
            const [from, to] = [new Date(START + offset), new Date(START + offset + length)];
            const walked = [...minutesIn(zone, from, to)]
              .filter((one) => one.time === time && days.includes(weekday(one.date) as Weekday))
              .map(({ at }) => at);
            expect(ownOccurrences({ isOn: true, days, time }, zone, from, to)).toEqual(walked);
          },
        ),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  it('are none where a learner is opted out or wants none of their own', () => {
    const [from, to] = [new Date(START), new Date(START + 30 * DAY)];
    const of = (isOn: boolean, days: Weekday[]) =>
      ownOccurrences({ isOn, days, time: '09:30' }, 'Asia/Shanghai', from, to);
    expect(of(false, [1, 2, 3])).toEqual([]);
    expect(of(true, [])).toEqual([]);
    expect(of(true, [3])).toHaveLength(5);
  });
});

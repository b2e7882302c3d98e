import { describe, expect, it } from 'vitest';
import { dayInWords, readStudyDate } from '../../src/checkin/study-date.ts';
import { addDays } from '../../src/clock.ts';

const TODAY = '2026-11-24';
const read = (text: string, today = TODAY) => readStudyDate(text, today);

describe('a day at the beginning of a text', () => {
  it.each([
    ['今天五（二）', '2026-11-24', '五（二）'],
    ['昨天，听了讲座', '2026-11-23', '听了讲座'],
    ['大前天的讲座', '2026-11-21', '讲座'],
    ['11月20日 五（二）', '2026-11-20', '五（二）'],
    ['11月20号：讲座', '2026-11-20', '讲座'],
    ['2026-11-17 讲座', '2026-11-17', '讲座'],
    ['2026年11月24日讲座', '2026-11-24', '讲座'],
  ])('%s', (text, date, rest) => {
    expect(read(text)).toEqual({ ok: true, date, rest });
  });

  it.each(['五（二）师资队伍建设', '2.3 节', '学了 3 遍', '1/3 的案例'])('is not in %s', (text) => {
    expect(read(text)).toEqual({ ok: true, date: null, rest: text });
  });

  it.each([
    ['明天 讲座', '还没有到'],
    ['11月25日 讲座', '还没有到'],
    ['11月16日 讲座', '最早到 11月17日（周二）'],
    ['2025-11-20 讲座', '最早到'],
    ['2月30日 讲座', '没有“2月30日”这一天'],
  ])('%s is refused', (text, problem) => {
    expect(read(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('without a year is the one of last year in the first days of a year', () => {
    expect(read('12月30日 讲座', '2027-01-03')).toMatchObject({ date: '2026-12-30' });
  });
});

describe('days', () => {
  it('are counted over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(dayInWords('2026-11-22')).toBe('11月22日（周日）');
  });
});

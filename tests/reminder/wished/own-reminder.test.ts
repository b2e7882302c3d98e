import { describe, expect, it } from 'vitest';
import {
  LAST_WARNING,
  ownReminder,
  withLastWarning,
} from '../../../src/reminder/wished/own-reminder.ts';

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

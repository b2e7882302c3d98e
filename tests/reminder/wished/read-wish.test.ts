import { describe, expect, it } from 'vitest';
import { readWish, readWishedTimes } from '../../../src/reminder/wished/read-wish.ts';

const WORKDAYS = [1, 2, 3, 4, 5];
const ALL = [...WORKDAYS, 6, 7];
const nothing = { days: null, time: null, mostAWeek: null };

describe('what a learner wants, in a line', () => {
  it.each([
    ['每周二、四 12:30 提醒我学习', { days: [2, 4], time: '12:30' }],
    ['提醒我每天 8:30 学习', { days: ALL, time: '08:30' }],
    ['请每个工作日上午九点提醒我学习。', { days: WORKDAYS, time: '09:00' }],
    ['以后每周一三九点半提醒我打卡', { days: [1, 3], time: '09:30' }],
    ['每周一、三、五下午三点半提醒我复习', { days: [1, 3, 5], time: '15:30' }],
    ['每周一到周三 8:30 提醒我', { days: [1, 2, 3], time: '08:30' }],
    ['每周二十点提醒我学习', { days: [2], time: '10:00' }],
    ['每周日中午十二点一刻提醒我学习', { days: [7], time: '12:15' }],
    ['每周提醒我三次', { mostAWeek: 3 }],
    ['每晚9点提醒我学习', { days: ALL, time: '21:00' }],
    ['每周五提醒我学习', { days: [5] }],
  ])('%s', (text, times) => {
    expect(readWish(text)).toEqual({ kind: 'set', times: { ...nothing, ...times } });
  });

  it.each([
    '停止提醒',
    '退订',
    '请停止学习提醒。',
    '关闭学习提醒',
    '取消提醒',
    '不要再提醒我了',
    '别给我发学习提醒了',
    '停止接收学习提醒',
  ])('%s stops them', (text) => {
    expect(readWish(text)).toEqual({ kind: 'stop' });
  });

  it.each([
    ['暂停提醒两周', 14],
    ['暂停一周', 7],
    ['请先停3天', 3],
    ['暂停学习提醒10天', 10],
    ['学习提醒暂停一个月', 30],
    ['暂停提醒半个月', 15],
    ['暂停提醒', null],
  ])('%s pauses them', (text, days) => {
    expect(readWish(text)).toEqual({ kind: 'pause', days });
  });

  it.each(['恢复提醒', '继续学习提醒', '学习提醒恢复'])('%s resumes them', (text) => {
    expect(readWish(text)).toEqual({ kind: 'resume' });
  });

  it.each([
    ['每天 25:99 提醒我学习', '没有“25:99”这个时间'],
    ['每天8点61分提醒我学习', '没有“8点61分”这个时间'],
    ['每周二三点半提醒我学习', '看不出是上午还是下午'],
    ['每天 8:30 和 12:30 提醒我学习', '只写一个时间'],
    ['每周九次提醒我学习', '1 到 7 次'],
    ['暂停提醒三年', '没有看懂暂停多久'],
    ['暂停提醒一阵子', '没有看懂暂停多久'],
  ])('%s is told what is wrong with it', (text, problem) => {
    expect(readWish(text)).toEqual({ kind: 'unclear', problem: expect.stringContaining(problem) });
  });

  it.each([
    '提醒我明天下午三点开会',
    '每周三 9:30 提醒我开会',
    '每周三 9:30 提醒任职班学员学习',
    '每周学习几次合适',
    '取消',
    '提醒',
    '学习提醒',
    `每天提醒我学习${'。'.repeat(100)}啊`,
  ])('%s is something else', (text) => {
    expect(readWish(text)).toBeNull();
  });
});

describe('days and a time that were asked for', () => {
  it.each([
    ['周一、三', { days: [1, 3] }],
    ['星期六日', { days: [6, 7] }],
    ['8点半', { time: '08:30' }],
    ['早上８：００', { time: '08:00' }],
    ['晚上7点', { time: '19:00' }],
    ['周二 18:30', { days: [2], time: '18:30' }],
    ['周1、3 7:05', { days: [1, 3], time: '07:05' }],
    ['每周三次', { mostAWeek: 3 }],
    ['工作日', { days: WORKDAYS }],
  ])('%s', (text, times) => {
    expect(readWishedTimes(text)).toEqual({ kind: 'set', times: { ...nothing, ...times } });
  });

  it.each(['随便', '', '!!!', '周八', '12', '早上'])('%s says neither', (text) => {
    expect(readWishedTimes(text)).toMatchObject({ kind: 'unclear' });
  });
});

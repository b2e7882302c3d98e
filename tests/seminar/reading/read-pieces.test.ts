import { describe, expect, it } from 'vitest';
import {
  leavesItOpen,
  missingPieces,
  withUsual,
} from '../../../src/seminar/reading/missing-pieces.ts';
import { NO_PIECES } from '../../../src/seminar/reading/piece.ts';
import { readMethod } from '../../../src/seminar/reading/read-method.ts';
import { readMinutes } from '../../../src/seminar/reading/read-minutes.ts';
import { readPeople } from '../../../src/seminar/reading/read-people.ts';
import { readAudience, readSituation, readTopic } from '../../../src/seminar/reading/read-words.ts';

const valueIn = <Value>(reading: { ok: boolean; value?: Value }) =>
  reading.ok ? reading.value : null;

describe('a number of people', () => {
  it.each([
    ['40', 40],
    ['４０人', 40],
    ['四十名', 40],
    ['四十来个', 40],
    ['大概40', 40],
    ['40左右', 40],
    ['30多人', 40],
    ['30至40人', 40],
    ['30-40', 40],
    ['三四十人', 40],
    ['十五六个', 16],
    ['一百二十人', 120],
    ['上百人', 100],
    ['我们班四十二个人', 42],
    ['六人', 6],
    ['300', 300],
  ])('%s is %d', (text, people) => {
    expect(valueIn(readPeople(text))).toBe(people);
  });

  it.each(['', '几十人', '三五十人', '一百多人', '-5', '1e9', '很多', '0', '5', '301', '12.5人'])(
    '%s is asked again',
    (text) => {
      const reading = readPeople(text);
      expect(reading.ok).toBe(false);
      if (!reading.ok) expect(reading.problem).toMatch(/请/u);
    },
  );
});

describe('a time', () => {
  it.each([
    ['半天', 180],
    ['上午', 180],
    ['一整天', 360],
    ['一天', 360],
    ['两节课', 90],
    ['4课时', 180],
    ['一个半小时', 90],
    ['两个半小时', 150],
    ['2小时半', 150],
    ['2小时30分钟', 150],
    ['1.5小时', 90],
    ['2.5h', 150],
    ['120min', 120],
    ['两三个小时', 180],
    ['2至3小时', 180],
    ['14:30-17:00', 150],
    ['下午2点到5点', 180],
    ['上午9点到下午3点', 360],
    ['2个半天', 360],
    ['３小时', 180],
    ['90', 90],
    ['3', 180],
  ])('%s is %d minutes', (text, minutes) => {
    expect(valueIn(readMinutes(text))).toBe(minutes);
  });

  it.each(['', '9点', '尽快', '半小时', '三天', '一天半', '6学时', '第二天'])(
    '%s is asked again',
    (text) => {
      const reading = readMinutes(text);
      expect(reading.ok).toBe(false);
      if (!reading.ok) expect(reading.problem).toMatch(/请/u);
    },
  );
});

describe('words', () => {
  it.each([
    ['世界咖啡屋', '世界咖啡'],
    ['名义小组法', '团体列名'],
    ['六帽', '六顶思考帽'],
    ['三段式吧', '三段式'],
  ])('%s is the method %s', (text, method) => {
    expect(valueIn(readMethod(text))).toBe(method);
  });

  it('names the methods where it knows none of that name', () => {
    const reading = readMethod('沙盘推演');
    if (reading.ok) throw new Error('Expected no method');
    expect(reading.problem).toContain('三段式、团体列名、世界咖啡、行动学习、案例研讨、六顶思考帽');
  });

  it.each([
    ['主题是“训前需求调研走过场”。', '训前需求调研走过场'],
    ['关于经费保障的问题', '经费保障的问题'],
    ['关于我', '关于我'],
    ['经费', '经费'],
  ])('%s is the topic %s', (text, topic) => {
    expect(valueIn(readTopic(text))).toBe(topic);
  });

  it.each(['费', '12345', '？？？', '费'.repeat(2000)])('%s is no topic', (text) => {
    expect(readTopic(text).ok).toBe(false);
  });

  it('an audience and a situation have their bounds', () => {
    expect(valueIn(readAudience('对象：县处级任职班。'))).toBe('县处级任职班');
    expect(readAudience('县'.repeat(61)).ok).toBe(false);
    expect(valueIn(readSituation('情况：去年只拨了一半'))).toBe('去年只拨了一半');
    expect(valueIn(readSituation('——'))).toBe('');
    expect(readSituation('县'.repeat(501)).ok).toBe(false);
  });
});

describe('what is missing', () => {
  it('is asked for in order, and is what is usual where nobody says', () => {
    const pieces = { ...NO_PIECES, topic: '经费保障', people: 36 };
    expect(missingPieces(pieces)).toEqual(['audience', 'minutes', 'method', 'situation']);
    expect(withUsual(pieces)).toEqual({
      ...{ topic: '经费保障', audience: '参训学员', people: 36, minutes: 180 },
      ...{ method: '三段式', situation: '' },
    });
    expect(withUsual(NO_PIECES)).toBeNull();
  });

  it.each(['默认', '不知道', '没有补充', '按常规。'])('%s leaves it open', (text) => {
    expect(leavesItOpen(text)).toBe(true);
  });

  it.each(['默认三段式不行', '40人'])('%s does not', (text) => {
    expect(leavesItOpen(text)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumeral, toChineseNumeral, writeNumeralsInDigits } from '../../src/text/numerals.ts';

describe('parseNumeral', () => {
  test.each([
    ['三', 3],
    ['两', 2],
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['三十三', 33],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['二千', 2000],
    ['两千零二十三', 2023],
    ['二〇二三', 2023],
    ['三万五千', 35_000],
    ['一千二百万', 12_000_000],
    ['三亿', 300_000_000],
    ['33', 33],
    ['10万', 100_000],
  ])('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  test.each(['', '百', '十百', '三三十', '一万万亿千', '部', '三部', '万'])(
    '%j is no numeral',
    (text) => {
      expect(parseNumeral(text)).toBeUndefined();
    },
  );

  test('reads back every numeral that toChineseNumeral writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(parseNumeral(toChineseNumeral(value) ?? '')).toBe(value);
      }),
    );
  });
});

test('toChineseNumeral writes numbers as articles are numbered', () => {
  const written = [0, 10, 12, 20, 33, 100, 101, 110, 1005, 10_000, 10_010].map(toChineseNumeral);
  expect(written).toEqual(
    [
      '零',
      '十',
      '十二',
      '二十',
      '三十三',
      '一百',
      '一百零一',
      '一百一十',
      '一千零五',
      '一万',
    ].concat('一万零一十'),
  );
  expect(toChineseNumeral(-1)).toBeUndefined();
  expect(toChineseNumeral(1.5)).toBeUndefined();
});

test('writeNumeralsInDigits writes numerals, and leaves set phrases', () => {
  expect(writeNumeralsInDigits('第三十三条')).toBe('第33条');
  expect(writeNumeralsInDigits('二〇二三年二千名，五年内')).toBe('2023年2000名，5年内');
  const phrases = '一带一路 三个代表 百万 三五 千万 万一 统一年度';
  expect(writeNumeralsInDigits(phrases)).toBe(phrases);
});

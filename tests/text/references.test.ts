import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findPlaceReferences,
  placeKey,
  placeKeysOf,
  splitTrailingPlace,
} from '../../src/text/references.ts';

const keys = (question: string) => findPlaceReferences(question).map(({ key }) => key);

describe('findPlaceReferences', () => {
  test.each([
    ['农民专业合作社法第三十三条的内容是什么？', ['第三十三条']],
    ['第33条和第 34 条', ['第三十三条', '第三十四条']],
    ['刑法第一百二十条之一', ['第一百二十条之一']],
    ['規劃第三十三條', ['第三十三条']],
    ['五（二）讲了什么', ['五（二）']],
    ['五(二)和六（三）', ['五（二）', '六（三）']],
    ['５（２）', ['五（二）']],
    ['第五部分第二条', ['五（二）']],
    ['第五部分的第（二）', ['五']],
    ['第五部分（二）', ['五（二）']],
    ['第五部分第二点', ['五（二）']],
    ['第七部分讲什么', ['七']],
    ['第三章第二节', ['第三章第二节']],
    ['第三章第五条', ['第五条']],
    ['专栏3的内容', ['专栏3']],
    ['专栏三', ['专栏3']],
    ['前言里怎么说', ['前言']],
  ])('%s names %j', (question, expected) => {
    expect(keys(question)).toEqual(expected);
  });

  test.each(['第三人承诺收回借款', '三个代表', '一条龙服务', '（二）', '二十大', '干部第一课'])(
    '%s names no place',
    (question) => {
      expect(keys(question)).toEqual([]);
    },
  );

  test('says where each place stands', () => {
    expect(findPlaceReferences('合作社法第三十三条')).toEqual([
      { key: '第三十三条', start: 4, end: 9 },
    ]);
  });

  test('takes any string; places do not overlap', () => {
    const part = fc.constantFrom(
      '第',
      '三',
      '十',
      '条',
      '章',
      '（',
      '）',
      '部分',
      '5',
      '专栏',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        let end = 0;
        for (const reference of findPlaceReferences(parts.join(''))) {
          expect(reference.start).toBeGreaterThanOrEqual(end);
          end = reference.end;
        }
      }),
    );
  });
});

test('placeKey gives every way of writing a place one key', () => {
  const written = [
    '第33条',
    '五(二)',
    '一、',
    '专栏 三',
    '标题',
    '前言',
    '（二）',
    '第三章 第二节',
  ];
  expect(written.map(placeKey)).toEqual(
    ['第三十三条', '五（二）', '一', '专栏3', '标题', '前言', '（二）'].concat('第三章第二节'),
  );
  expect(placeKey('总则')).toBeUndefined();
  expect(placeKey('')).toBeUndefined();
});

test('placeKeysOf finds a passage under its own place and those it lies in', () => {
  expect(placeKeysOf('五（二）', ['五、推进培训资源建设'])).toEqual(['五（二）', '五']);
  expect(placeKeysOf('第十条', ['第一编 总则', '第二章 犯罪'])).toEqual([
    '第十条',
    '第一编',
    '第一编第二章',
    '第二章',
  ]);
  expect(placeKeysOf(undefined, ['附则'])).toEqual([]);
});

test('splitTrailingPlace parts a title from the article it ends with', () => {
  expect(splitTrailingPlace('中华人民共和国刑法 第十三条')).toEqual({
    name: '中华人民共和国刑法',
    place: '第十三条',
  });
  expect(splitTrailingPlace('人体损伤程度鉴定标准')).toEqual({
    name: '人体损伤程度鉴定标准',
    place: undefined,
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/corpus/readers/read-document.ts';
import { outlineOf } from '../../src/text/outline.ts';
import { sliceOf } from '../../src/text/span.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';

/** Places with the text that stands at each, in order. */
function placed(text: string): [place: string, body: string][] {
  return outlineOf(text).map(({ place, body }) => [place, sliceOf(text, body)]);
}

function headingsOf(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(outlineOf(text).map(({ place, headings }) => [place, headings]));
}

describe('the outline of a statute', () => {
  const statute = [
    '干部教育培训条例',
    '（2023年9月1日印发）',
    '第一编　总则',
    '第一章　总　则',
    '第一节　一般规定',
    '第一条　为了规范工作，制定本条例。',
    '第二条',
    '本条例适用于下列干部：',
    '（一）机关公务员；',
    '（二）国有企业领导人员。',
    '1.中央企业；',
    '第三条之一　【特别规定】另有规定的，从其规定。',
    '第二章　附则',
    '第四条　本条例自印发之日起施行。',
  ].join('\n');

  it('gives each article its place, whether its text follows on the same line or the next', () => {
    expect(placed(statute)).toEqual([
      ['标题', '干部教育培训条例'],
      ['前言', '（2023年9月1日印发）'],
      ['第一编', ''],
      ['第一编第一章', ''],
      ['第一编第一章第一节', ''],
      ['第一条', '为了规范工作，制定本条例。'],
      [
        '第二条',
        '本条例适用于下列干部：\n（一）机关公务员；\n（二）国有企业领导人员。\n1.中央企业；',
      ],
      ['第三条之一', '另有规定的，从其规定。'],
      ['第一编第二章', ''],
      ['第四条', '本条例自印发之日起施行。'],
    ]);
  });

  it('gives each article the headings that it stands under', () => {
    const headings = headingsOf(statute);
    expect(headings.get('第二条')).toEqual(['总则', '总　则', '一般规定']);
    expect(headings.get('第三条之一')).toEqual(['总则', '总　则', '一般规定', '特别规定']);
    expect(headings.get('第四条')).toEqual(['总则', '附则']);
  });
});

describe('the outline of a plan or notice', () => {
  it('knows all four ranks of numbers, and a heading that shares its paragraph with its text', () => {
    const text = [
      '实施方案',
      '为做好工作，制定本方案。',
      '一、总体要求',
      '（一）聚焦聚力、久久为功。完善长效机制。',
      '1.健全制度。各地要健全制度。',
      '（1）完善调训。要完善点名调训。',
      '（2）完善补训。要完善补训。',
      '2.加强管理。各地要加强管理。',
      '（二）讲深学透',
      '改进理论教学。',
      '二、组织领导',
      '各级党委要加强领导。',
    ].join('\n');
    expect(placed(text)).toEqual([
      ['标题', '实施方案'],
      ['前言', '为做好工作，制定本方案。'],
      ['一', ''],
      ['一（一）', '完善长效机制。'],
      ['一（一）1', '各地要健全制度。'],
      ['一（一）1（1）', '要完善点名调训。'],
      ['一（一）1（2）', '要完善补训。'],
      ['一（一）2', '各地要加强管理。'],
      ['一（二）', '改进理论教学。'],
      ['二', '各级党委要加强领导。'],
    ]);
    expect(headingsOf(text).get('一（一）1（2）')).toEqual([
      '总体要求',
      '聚焦聚力、久久为功',
      '健全制度',
      '完善补训',
    ]);
  });

  it.each([
    ['first line is a heading', '一、总则\n正文。', [['一', '正文。']]],
    ['first line is a sentence', '各地要落实。', [['前言', '各地要落实。']]],
    ['only line is a title', '实施方案', [['标题', '实施方案']]],
    ['text is empty', '', []],
  ])('has a title and a preamble only where there are any: %s', (_name, text, expected) => {
    expect(placed(text)).toEqual(expected);
  });

  it('keeps a list of items in the section that it stands in', () => {
    const list = '采取下列方式：\n1.集中轮训；\n2.专题研讨；\n3.个人自学。';
    expect(placed(`方案\n一、方式\n${list}`).slice(1)).toEqual([['一', list]]);
  });

  it('reads full-width digits and half-width brackets like the others', () => {
    const text =
      '方案\n一、甲\n(一)分组。按人数分组。\n１．人数。每组八人。\n（２）记录。专人记录。';
    const places = ['标题', '一', '一（一）', '一（一）1', '一（一）1（2）'];
    expect(placed(text).map(([place]) => place)).toEqual(places);
    expect(placed('条例\n第１２条　施行。').at(-1)).toEqual(['第12条', '施行。']);
  });
});

describe('a box', () => {
  const text = [
    '规划',
    '一、理论武装',
    '（一）轮训。开展集中轮训。',
    '专栏1　教育培训计划',
    '每年培训一次。',
    '1.集中轮训。县处级以上轮训一遍。',
    '（二）研讨。开展专题研讨。',
    '二、组织领导',
    '加强领导。',
  ].join('\n');

  it('holds its text, items included, and interrupts the section it stands in', () => {
    expect(placed(text).slice(2)).toEqual([
      ['一（一）', '开展集中轮训。'],
      ['专栏1', '每年培训一次。\n1.集中轮训。县处级以上轮训一遍。'],
      ['一（二）', '开展专题研讨。'],
      ['二', '加强领导。'],
    ]);
  });

  it('lends its name to nothing after it', () => {
    expect(headingsOf(text).get('二')).toEqual(['组织领导']);
  });
});

describe('spans of an outline', () => {
  it('of the shipped plan stand at these places in this order', async () => {
    const bytes = await readFile(join(SHIPPED_CORPUS, 'plan-2023-2027.txt'));
    const { outline } = await readDocument('plan-2023-2027.txt', bytes);
    expect(outline.map(({ place }) => place).join(' ')).toBe(
      '标题 前言 一 二 二（一） 二（二） 二（三） 三 三（一） 三（二） 三（三） ' +
        '四 四（一） 四（二） 四（三） 五 五（一） 五（二） 五（三） 五（四） ' +
        '六 六（一） 六（二） 六（三） 七 七（一） 七（二） 七（三） 七（四） 七（五） 八',
    );
  });

  it('hold every visible character of any text once', () => {
    const line = fc.constantFrom(
      '规划',
      '一、甲',
      '（一）子。正文。',
      '第一章　总则',
      '第一条　内容。',
      '1.项。内容；',
      '（2）目',
      '专栏1　计划',
      '要抓好落实。',
      '  ',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const held = outlineOf(text).map(
          ({ heading, body }) =>
            (heading === null ? '' : sliceOf(text, heading)) + sliceOf(text, body),
        );
        expect(held.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

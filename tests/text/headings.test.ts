import { describe, expect, it } from 'vitest';
import { readHeadingLine } from '../../src/text/headings.ts';

/** Label, heading text and the text that follows on the same line. */
function partsOf(line: string): [label: string, heading: string, body: string] | null {
  const found = readHeadingLine(line);
  return found === null ? null : [found.label, found.heading, line.slice(found.bodyOffset)];
}

describe('a line that is a heading', () => {
  it.each([
    ['第一编　总则', ['第一编', '总则', '']],
    ['第一分编 通则', ['第一编', '通则', '']],
    ['第十二章', ['第十二章', '', '']],
    ['第二节　学员管理', ['第二节', '学员管理', '']],
    ['第三十三条　各级党委要加强领导。', ['第三十三条', '', '各级党委要加强领导。']],
    ['第一百二十条之一　另有规定的除外。', ['第一百二十条之一', '', '另有规定的除外。']],
    ['第5条【适用范围】适用于机关。', ['第5条', '适用范围', '适用于机关。']],
    ['一、总体要求', ['一', '总体要求', '']],
    ['（四）经费保障。各级政府要列入预算。', ['（四）', '经费保障', '各级政府要列入预算。']],
    ['(四)经费保障', ['（四）', '经费保障', '']],
    ['1.健全制度。各地要健全制度。', ['1', '健全制度', '各地要健全制度。']],
    ['（2）补训。要完善补训。', ['（2）', '补训', '要完善补训。']],
    ['专栏3　年轻干部计划', ['专栏3', '年轻干部计划', '']],
    ['  二、缩进的标题', ['二', '缩进的标题', '']],
  ])('has a label, a heading and what follows: %s', (line, expected) => {
    expect(partsOf(line)).toEqual(expected);
  });

  it('has no heading text where its first sentence is too long for one', () => {
    const sentence = `${'围绕中心、服务大局，'.repeat(5)}抓好落实。`;
    expect(partsOf(`（一）${sentence}`)).toEqual(['（一）', '', sentence]);
  });

  it.each([
    ['第１２条　施行。', '第12条'],
    ['第１章　总则', '第1章'],
    ['１．人数。每组八人。', '1'],
    ['（２）记录。专人记录。', '（2）'],
    ['专栏１　计划', '专栏1'],
  ])('has one label for full-width and plain digits: %s is %s', (line, label) => {
    expect(readHeadingLine(line)?.label).toBe(label);
  });

  it.each([
    '所有干部都应当接受培训。',
    '所称干部，是指公务员。',
    '规定学时的培训应当完成。',
    '和平时期开展国防教育。',
    '至少每年一次。',
  ])('is an article after a space, though its text begins like a reference: %s', (body) => {
    expect(partsOf(`第二条　${body}`)).toEqual(['第二条', '', body]);
  });
});

describe('a line that begins like a heading', () => {
  it.each([
    '第三章规定，学员应当遵守纪律。',
    '第五条规定，应当办理。',
    '第五条的规定适用于学员。',
    '第五条、第六条规定的情形除外。',
    '第五条第二款规定，应当办理。',
    '第六条及第七条规定的情形除外。',
    '第五条至第七条适用于学员。',
    '第一节课后，学员开展讨论。',
    '专栏1明确了六项计划。',
    '一是加强领导，二是落实责任。',
    '1.5倍于上年。',
    '2023.5发布。',
    '二〇二三年，工作顺利开展。',
  ])('is prose where it goes on like a sentence: %s', (line) => {
    expect(readHeadingLine(line)).toBeNull();
  });

  it.each(['1.集中轮训', '1.集中轮训。', '1.集中轮训；', '（3）个人自学；', '2.通读，精读；'])(
    'is an item of a list where nothing follows its lead: %s',
    (line) => {
      expect(readHeadingLine(line)).toBeNull();
    },
  );

  it('is part of the article that it stands in, unless it is the next one', () => {
    expect(readHeadingLine('（一）机关公务员。', undefined, 'article')).toBeNull();
    expect(readHeadingLine('1.中央企业。国有企业。', undefined, 'article')).toBeNull();
    expect(readHeadingLine('第三条　内容。', undefined, 'article')?.label).toBe('第三条');
  });
});

describe('a line that the file format marks as a heading', () => {
  it.each([
    ['分组', 2, ['marked', '分组', 2]],
    ['二、角色', 2, ['ordinal', '二', 2]],
    ['1. 人数', 3, ['decimal', '1', 3]],
  ] as const)('keeps its depth, numbered or not: %s', (line, depth, expected) => {
    const found = readHeadingLine(line, depth);
    expect([found?.kind, found?.label, found?.level]).toEqual(expected);
  });
});

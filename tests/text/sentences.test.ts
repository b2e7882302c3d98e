import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, phrasesOf, sentencesOf } from '../../src/text/sentences.ts';
import { type Span, sliceOf } from '../../src/text/span.ts';

const slices = (text: string, spans: readonly Span[]) => spans.map((span) => sliceOf(text, span));
const whole = (text: string): Span => ({ start: 0, end: text.length });

describe('sentences', () => {
  it.each([
    ['加强管理。保证专款专用。', ['加强管理。', '保证专款专用。']],
    ['讲好“开班第一课”。安排授课。', ['讲好“开班第一课”。', '安排授课。']],
    ['他说：“要抓好落实。”会议结束。', ['他说：“要抓好落实。”', '会议结束。']],
    ['（见有关规定。）另行通知。', ['（见有关规定。）', '另行通知。']],
    ['《怎么办？》出版。', ['《怎么办？》', '出版。']],
    ['真的吗？！当然。', ['真的吗？！', '当然。']],
    ['统筹推进；加强指导；抓好落实。', ['统筹推进；加强指导；抓好落实。']],
    ['不少于1/3。5年内推荐300门', ['不少于1/3。', '5年内推荐300门']],
    ['第一行没有句号\n第二行。\n\n  第三行', ['第一行没有句号', '第二行。', '第三行']],
    ['', []],
    [' \n　\n', []],
  ])('of %j are %j', (text, expected) => {
    expect(slices(text, sentencesOf(text))).toEqual(expected);
  });

  it('are looked for inside the given span alone', () => {
    const text = '前一句。中一句。后一句。';
    expect(slices(text, sentencesOf(text, { start: 4, end: 10 }))).toEqual(['中一句。', '后一']);
  });
});

describe('parts of a sentence', () => {
  const text = '要求是：统筹推进，加强指导；抓好落实,讲求实效。';

  it('are its clauses between semicolons', () => {
    expect(slices(text, clausesOf(text, whole(text)))).toEqual([
      '要求是：统筹推进，加强指导；',
      '抓好落实,讲求实效。',
    ]);
  });

  it('are its phrases between commas, semicolons and colons', () => {
    expect(slices(text, phrasesOf(text, whole(text)))).toEqual([
      '要求是：',
      '统筹推进，',
      '加强指导；',
      '抓好落实,',
      '讲求实效。',
    ]);
  });
});

describe('spans of any text', () => {
  const piece = fc.constantFrom(
    '干部',
    '培训',
    '。',
    '！”',
    '；',
    '，',
    '：',
    '\n',
    ' ',
    '　',
    '1',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it.each([
    ['sentences', (given: string) => sentencesOf(given)],
    ['clauses', (given: string) => clausesOf(given, whole(given))],
    ['phrases', (given: string) => phrasesOf(given, whole(given))],
  ] as const)('hold every visible character once and in order: %s', (_name, split) => {
    fc.assert(
      fc.property(text, (given) => {
        const spans = split(given);
        const found = slices(given, spans);
        expect(found.join('').replace(/\s/gu, '')).toBe(given.replace(/\s/gu, ''));
        expect(found.filter((one) => one !== one.trim() || one === '')).toEqual([]);
        const ends = spans.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual(ends.toSorted((one, other) => one - other));
      }),
    );
  });
});

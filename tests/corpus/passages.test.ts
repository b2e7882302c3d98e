import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, passagesOf } from '../../src/corpus/passages.ts';
import { outlineOf } from '../../src/text/outline.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { sliceOf } from '../../src/text/span.ts';

const passages = (text: string) => passagesOf('notice', text, outlineOf(text));
const placed = (text: string) => passages(text).map((one) => [one.place, one.text]);

const FIRST = [
  '通知',
  '一、要求',
  '（一）组织。各地要抓好落实。',
  '（二）经费。保证专款专用。',
  '二、检查',
  '按时总结。',
].join('\n');

describe('passages', () => {
  it('stand at their place under their headings, without number and heading', () => {
    const [, passage] = passages(FIRST);
    expect(passage).toEqual({
      material: 'notice',
      place: '一（一）',
      headings: ['要求', '组织'],
      start: FIRST.indexOf('各地要'),
      end: FIRST.indexOf('各地要') + '各地要抓好落实。'.length,
      text: '各地要抓好落实。',
      anchor: anchorOf('一（一）', '各地要抓好落实。'),
    });
  });

  it('hold what a heading says itself, where nothing stands below it', () => {
    const lines = [
      '通知',
      '一、时间：五月一日至五日',
      '二、对象',
      '（一）县处级干部',
      '（二）公务员。',
    ];
    expect(placed([...lines, '三、要求', '抓好落实。'].join('\n'))).toEqual([
      ['标题', '通知'],
      ['一', '一、时间：五月一日至五日'],
      ['二（一）', '（一）县处级干部'],
      ['二（二）', '（二）公务员。'],
      ['三', '抓好落实。'],
    ]);
  });

  it('of a long section are of about equal length and none over 500 characters', () => {
    const text = `通知\n一、要求\n${'要抓好落实，保证工作需要。'.repeat(40)}`;
    const lengths = passages(text)
      .filter(({ place }) => place === '一')
      .map(({ start, end }) => end - start);
    expect(lengths).toHaveLength(2);
    expect(lengths.reduce((sum, one) => sum + one)).toBe(520);
    expect(Math.max(...lengths)).toBeLessThan(2 * Math.min(...lengths));
  });

  it('never cut a sentence, however long', () => {
    const long = `${'抓好落实，'.repeat(200)}保证需要。`;
    expect(placed(`通知\n一、要求\n总的要求。${long}按时总结。`)).toContainEqual(['一', long]);
  });
});

describe('passages of any text', () => {
  const sentence = fc.constantFrom(
    '要抓好落实。',
    '保证需要；',
    '好。”',
    `${'统筹，'.repeat(90)}。`,
    ' ',
  );
  const line = fc.oneof(
    fc.constantFrom('一、甲', '（一）子。', '第一条　', '专栏1　计划', '（二）丑'),
    fc.array(sentence, { maxLength: 8 }).map((sentences) => sentences.join('')),
  );
  const anyText = fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n'));

  it('are exact slices of it, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const passage of passages(text)) {
          expect(passage.text).toBe(sliceOf(text, passage));
          expect(passage.start).toBeGreaterThanOrEqual(end);
          expect(passage.end).toBeGreaterThan(passage.start);
          end = passage.end;
        }
      }),
    );
  });

  it('hold each sentence of each section once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = passages(text).flatMap((one) => sentencesOf(text, one));
        for (const { body } of outlineOf(text)) {
          const wanted = sentencesOf(text, body);
          const inside = found.filter(({ start, end }) => start >= body.start && end <= body.end);
          expect(inside).toEqual(wanted);
        }
      }),
    );
  });
});

describe('an anchor', () => {
  const anchor = (text: string, place: string) =>
    passages(text).find((one) => one.place === place)?.anchor;

  it('survives an edition that changes other text and line breaks, and no other', () => {
    const edition = `关于培训的通知\n新加的前言。\n${FIRST.slice(3).replace('各地要', '各地\n要')}\n三、附则`;
    for (const place of ['一（一）', '二']) {
      expect(anchor(edition, place)).toBe(anchor(FIRST, place));
    }
    expect(anchor(FIRST.replace('各地要', '各地可以'), '一（一）')).not.toBe(
      anchor(FIRST, '一（一）'),
    );
  });

  it('is the same for a text and that text with other white space, and for nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom('干', '部', '，', ' ', '\n', '1') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const isSameText = one.replace(/\s/gu, '') === other.replace(/\s/gu, '');
        expect(anchorOf('一', one) === anchorOf('一', other)).toBe(isSameText);
        expect(anchorOf('一', one)).not.toBe(anchorOf('二', one));
      }),
    );
  });
});

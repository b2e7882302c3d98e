import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compose,
  join,
  sliceFormatted,
  split,
} from '../../../../src/channels/telegram/reply/formatted-text.ts';
import type { FormattedText } from '../../../../src/channels/telegram/reply/step.ts';

/** Half of a character. */
const TORN = /\p{Surrogate}/u;

const covered = ({ text, entities }: FormattedText) =>
  entities.map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);

const stretch = fc.record({
  text: fc.string({
    unit: fc.constantFrom('干', '部', '。', '，', '\n', ' ', '🙂', 'a'),
    maxLength: 30,
  }),
  types: fc.subarray(['bold', 'underline', 'blockquote'] as const),
});
const formatted = fc.array(stretch, { maxLength: 12 }).map(compose);

describe('a formatted text', () => {
  it('draws over the whole of each stretch, and nothing over an empty one', () => {
    const text = compose([
      { text: '问：' },
      { text: '', types: ['bold'] },
      { text: '学时', types: ['bold'] },
    ]);
    expect(covered(text)).toEqual(['bold 学时']);
  });

  it('keeps what is drawn where texts are joined', () => {
    const one = compose([{ text: '甲', types: ['bold'] }]);
    const two = compose([{ text: '乙' }, { text: '丙', types: ['blockquote'] }]);
    expect(join([one, two], '\n\n').text).toBe('甲\n\n乙丙');
    expect(covered(join([one, two], '\n\n'))).toEqual(['bold 甲', 'blockquote 丙']);
  });

  it('loses what lies outside a slice', () => {
    const text = compose([{ text: '干部', types: ['bold'] }, { text: '教育' }]);
    expect(covered(sliceFormatted(text, 1, 4))).toEqual(['bold 部']);
    expect(covered(sliceFormatted(text, 2, 4))).toEqual([]);
  });
});

describe('a text that is too long', () => {
  const parts = (text: string, limit: number) =>
    split(compose([{ text }]), limit).map((one) => one.text);

  it('is cut after a sentence where one ends in the second half', () => {
    expect(parts('一二三四五六。七八九十', 8)).toEqual(['一二三四五六。', '七八九十']);
  });

  it('is cut after a comma where the sentence is longer', () => {
    expect(parts('一二三四五，六七八九十', 8)).toEqual(['一二三四五，', '六七八九十']);
  });

  it('is cut anywhere but within a character where there is no sign', () => {
    expect(parts('一二三四五六七🙂八', 8)).toEqual(['一二三四五六七', '🙂八']);
    expect(parts('一二三四五六七八九', 8)).toEqual(['一二三四五六七八', '九']);
  });

  it('keeps every word, in parts within the limit, each drawn over as before', () => {
    fc.assert(
      fc.property(formatted, fc.integer({ min: 4, max: 40 }), (whole, limit) => {
        const split_ = split(whole, limit);
        const bare = (text: string) => text.replace(/\s/gu, '');
        expect(bare(split_.map(({ text }) => text).join(''))).toBe(bare(whole.text));
        for (const { text, entities } of split_) {
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
          expect(text).not.toMatch(TORN);
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        }
        const drawn = (texts: readonly FormattedText[]) =>
          (['bold', 'underline', 'blockquote'] as const).map((type) =>
            bare(
              texts
                .flatMap(({ text, entities }) =>
                  entities
                    .filter((one) => one.type === type)
                    .map(({ offset, length }) => text.slice(offset, offset + length)),
                )
                .join(''),
            ),
          );
        expect(drawn(split_)).toEqual(drawn([whole]));
      }),
    );
  });
});

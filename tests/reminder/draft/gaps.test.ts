import { describe, expect, it } from 'vitest';
import { fillGap, readGapWords, withoutGap } from '../../../src/reminder/draft/gaps.ts';
import { gapsIn, TEMPLATES } from '../../../src/reminder/draft/templates.ts';

describe('words for a gap', () => {
  it.each([
    ['12月1日上午8:30', '12月1日上午8:30'],
    ['  一号教室（二楼）。 ', '一号教室（二楼）'],
    ['身份证。笔记本。', '身份证。笔记本'],
    ['王芳同志，010-12345678；', '王芳同志，010-12345678'],
    ['结构化研讨：方法与\u200B实例', '结构化研讨：方法与实例'],
  ])('%j is taken as %j', (raw, words) => {
    expect(readGapWords(raw)).toEqual({ kind: 'words', words });
  });

  it.each([
    '{姓名}同志：请报到',
    '｛姓名｝同志请报到',
    '第一行\n第二行',
    '各位学员：请到一号教室报到',
    '请于12月1日上午到一号教室报到，并按要求带齐学习材料、笔记本和身份证。因故不能参加的，请按规定请假。',
    `${'请带齐材料，'.repeat(20)}不要迟到。`,
  ])('%j is the whole text', (raw) => {
    expect(readGapWords(raw)).toEqual({ kind: 'whole' });
  });

  it.each([
    ['。', '没有写内容'],
    ['一号教室}', '不要用花括号'],
    ['教'.repeat(101), '最多 100 个字'],
    ['（报到地点）', '留空的标记'],
  ])('%j is told of', (raw, problem) => {
    expect(readGapWords(raw)).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});

it('a gap is filled wherever it stands, whatever the words are', () => {
  expect(fillGap('到（地点）；（地点）有车', '（地点）', '$&号楼')).toBe('到$&号楼；$&号楼有车');
});

it('only a line that says nothing else is left out', () => {
  const skippable = TEMPLATES.flatMap(({ text }) =>
    gapsIn(text).filter((gap) => withoutGap(text, gap) !== null),
  );
  expect(new Set(skippable)).toEqual(new Set(['（联系人及电话）']));
  expect(withoutGap('请上课。\n联系人：（联系人及电话）', '（联系人及电话）')).toBe('请上课。');
  expect(withoutGap('联系人：（联系人及电话）', '（联系人及电话）')).toBeNull();
  expect(
    withoutGap('电话（联系人及电话）。\n联系人：（联系人及电话）', '（联系人及电话）'),
  ).toBeNull();
});

import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Chapter,
  chapterAt,
  chaptersOf,
  findPlace,
  placeInWords,
} from '../../src/checkin/chapters.ts';
import { openPlanIndex } from '../support/plan-index.ts';

let chapters: Chapter[];

beforeAll(async () => {
  const { index, close } = await openPlanIndex();
  chapters = chaptersOf(index.store.outline('plan-2023-2027'));
  return close;
});

describe('the chapters of the plan', () => {
  it('are its eight parts with their sections', () => {
    expect(chapters.map(({ place, sections }) => [place, sections.length])).toEqual([
      ['一', 0],
      ['二', 3],
      ['三', 3],
      ['四', 3],
      ['五', 4],
      ['六', 3],
      ['七', 5],
      ['八', 0],
    ]);
  });

  it('hold their sections', () => {
    expect(chapterAt(chapters, '五（二）')?.place).toBe('五');
    expect(chapterAt(chapters, '九')).toBeNull();
  });

  it.each([
    ['五（二）', '五（二）'],
    ['学了五(二)', '五（二）'],
    ['第五部分', '五'],
    ['第五部分第二条', '五（二）'],
    ['师资队伍建设这一节', '五（二）'],
    ['组织领导', '八'],
    ['听了网络安全讲座', null],
    ['九（二）', null],
  ])('%s means %s', (text, place) => {
    expect(findPlace(chapters, text)).toBe(place);
  });

  it('are told with their headings', () => {
    expect(placeInWords(chapters, '五（二）')).toBe('五（二）师资队伍建设');
    expect(placeInWords(chapters, '八')).toBe('八、组织领导');
  });
});

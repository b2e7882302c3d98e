import { describe, expect, it } from 'vitest';
import { readSteering } from '../../../src/seminar/session/read-steering.ts';
import { standing, withMerged } from '../../../src/seminar/session/standing.ts';
import { contributionsOf } from './contributions.ts';

describe('what a trainer writes', () => {
  it.each([
    ['合并 3 7 12', { kind: 'merge', numbers: [3, 7, 12] }],
    ['归并：第3条、第7条', { kind: 'merge', numbers: [3, 7] }],
    ['合并3，7和12', { kind: 'merge', numbers: [3, 7, 12] }],
    ['把7、12并入3', { kind: 'merge', numbers: [3, 7, 12] }],
    ['第7条并到第3条', { kind: 'merge', numbers: [3, 7] }],
    ['拆出 7', { kind: 'take-out', numbers: [7] }],
    ['取消归并 7 12', { kind: 'take-out', numbers: [7, 12] }],
    ['聚焦：怎样做实调研？', { kind: 'focus', text: '怎样做实调研？' }],
    ['聚焦问题:怎样做实调研', { kind: 'focus', text: '怎样做实调研' }],
    ['分歧：要不要考核', { kind: 'note', of: 'disagreement', text: '要不要考核' }],
    ['汇报要点：先做实', { kind: 'note', of: 'report-point', text: '先做实' }],
    ['要点:先做实', { kind: 'note', of: 'report-point', text: '先做实' }],
    ['原因4 归 制度', { kind: 'categorise', number: 4, category: '制度' }],
    ['原因 4 归入制度类', { kind: 'categorise', number: 4, category: '制度' }],
    ['原因第4条 类别：环境', { kind: 'categorise', number: 4, category: '环境' }],
    ['计时 8 分钟', { kind: 'start-timer', minutes: 8 }],
    ['倒计时15', { kind: 'start-timer', minutes: 15 }],
  ])('“%s”', (text, order) => {
    expect(readSteering(text)).toEqual(order);
  });

  it.each([
    [
      '对策3 责任：县委组织部 时限：2027年3月 可行性：高',
      { responsible: '县委组织部', deadline: '2027年3月', feasibility: '高' },
    ],
    ['对策3 责任主体：县委组织部、县委党校；', { responsible: '县委组织部、县委党校' }],
    ['对策３，时限：年底前（试点）', { deadline: '年底前（试点）' }],
    ['对策3 牵头单位：人社局，完成时限：6月底', { responsible: '人社局', deadline: '6月底' }],
  ])('“%s” fills in a measure', (text, fields) => {
    expect(readSteering(text)).toEqual({ kind: 'measure', number: 3, fields });
  });

  it.each(['合并 3', '合并 3 3', '原因4 归 天气', '对策3 责任：', '对策3 由谁办 责任：县委'])(
    '“%s” is unclear, and told how to write it',
    (text) => {
      expect(readSteering(text)).toMatchObject({ kind: 'unclear' });
    },
  );

  it.each([
    '经费怎么管理？',
    '对策有哪些',
    '原因是什么',
    '对策3',
    '合并教学点的要求',
    '要点有哪些？',
    '计时培训怎么算学时',
    '3 7 12',
    '',
  ])('“%s” is no order', (text) => {
    expect(readSteering(text)).toBeNull();
  });
});

describe('a list', () => {
  const list = contributionsOf('经费', '资金←1', '师资', '课程');

  it('stands by what is merged into nothing', () => {
    const lines = standing(list).map(({ contribution, merged }) => [
      contribution.text,
      merged.map(({ text }) => text),
    ]);
    expect(lines).toEqual([
      ['经费', ['资金']],
      ['师资', []],
      ['课程', []],
    ]);
  });

  it('is merged as the records merge it: into what stands, with what was merged before', () => {
    const into = (ids: string[], target: string | null) =>
      withMerged(list, ids, target).map(({ mergedInto }) => mergedInto);
    expect(into(['c1'], 'c3')).toEqual(['c3', 'c3', null, null]);
    expect(into(['c4'], 'c2')).toEqual([null, 'c1', null, 'c1']);
    expect(into(['c2'], null)).toEqual([null, null, null, null]);
    expect(into(['c1', 'c3'], 'c1')).toEqual([null, 'c1', 'c1', null]);
  });
});

import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { suggestMerges } from '../../../src/seminar/session/suggest-merges.ts';
import { contributionsOf } from './contributions.ts';

const groups = (...texts: string[]) =>
  suggestMerges(contributionsOf(...texts)).map(({ into, others }) =>
    [into, ...others].map(({ number }) => number),
  );
const areMerged = (one: string, other: string) => groups(one, other).length === 1;

describe('what says the same', () => {
  it.each([
    ['经费不足', '经费不足。'],
    ['经费不足', '培训经费不足'],
    ['师资不足', '缺乏师资'],
    ['教师力量薄弱', '师资力量不足'],
    ['训前需求调研走过场', '训前需求调研流于形式'],
    ['需求调研走过场', '训前需求调研走过场'],
    ['学员参训积极性不高', '学员参训的积极性不强'],
    ['领导重视程度不够', '领导不够重视'],
    ['领导不重视', '领导重视不够'],
    ['课程内容与实际脱节', '课程内容与工作实际不符'],
    ['培训方式单一', '培训方式比较单调'],
    ['工学矛盾突出', '工学矛盾比较突出'],
    ['调研结果反馈不及时', '调研结果反馈滞后'],
    ['考核机制不健全', '考核机制不完善'],
    ['调研问卷设计得太笼统，问不出真实需求', '调研问卷设计笼统，问不出真实需求'],
    ['没有时间参加培训', '没有时间参加学习培训'],
    ['县里没有调研经费', '缺少调研经费'],
    ['部门之间信息不共享', '各部门信息不共享'],
    ['工学矛盾大', '工学矛盾突出，基层走不开'],
    ['调研方法单一，只有问卷', '调研方式单一'],
    ['上级任务多，没有时间调研', '没时间搞调研'],
    ['调研对象不全面，没覆盖乡镇', '调研没有覆盖到乡镇和村'],
  ])('%s · %s', (one, other) => {
    expect(areMerged(one, other)).toBe(true);
  });
});

describe('what says something else', () => {
  it.each([
    ['经费不足', '师资不足'],
    ['培训经费不足', '培训师资不足'],
    ['基层党校师资力量严重不足', '基层党校经费投入严重不足'],
    ['学员积极性不高', '教师积极性不高'],
    ['培训内容太多', '培训内容太少'],
    ['重视培训', '不重视培训'],
    ['有时间学习', '没有时间学习'],
    ['调研时间太早', '调研时间太晚'],
    ['县级党校参训人员的分层分类做得不细', '市级党校参训人员的分层分类做得不细'],
    ['第一季度培训计划下达时间过于集中', '第二季度培训计划下达时间过于集中'],
    ['课程设置不合理', '时间安排不合理'],
    ['调研对象不全面', '调研内容不全面'],
    ['考核机制不健全', '激励机制不健全'],
    ['培训不足', '培训需求调研时间不足'],
    ['领导不重视', '学员不重视'],
    ['建立需求台账', '建立师资库'],
    ['线上培训效果不好', '线下培训效果不好'],
    ['训前调研走过场', '训后评估走过场'],
    ['课程内容陈旧，师资跟不上', '课程内容陈旧，经费跟不上'],
    ['调研只问领导，不问学员', '领导点什么课就上什么课'],
    ['没有调研经费', '没有专人负责调研'],
    ['调研结果不反馈', '调研结果不共享'],
    ['问卷太长', '问卷太短'],
    ['经费不足，师资不足', '师资不足'],
  ])('%s · %s', (one, other) => {
    expect(areMerged(one, other)).toBe(false);
  });
});

describe('groups', () => {
  it('gather all that are alike, by number, and leave the others alone', () => {
    expect(
      groups(
        '师资不足',
        '经费不足',
        '训前需求调研走过场',
        '缺乏师资',
        '培训经费不足',
        '需求调研流于形式',
        '师资力量薄弱',
        '资金不足',
        '课程更新慢',
      ),
    ).toEqual([
      [1, 4, 7],
      [2, 5, 8],
      [3, 6],
    ]);
  });

  it('hold no two that are not alike, however they are linked', () => {
    const found = groups('经费不足', '培训经费不足', '县级党校培训经费不足');
    expect(found).toEqual([[1, 2]]);
  });

  it('leave out what was merged already', () => {
    expect(groups('经费不足', '经费不足←1', '培训经费不足')).toEqual([[1, 3]]);
    expect(groups('经费不足', '经费不足←1')).toEqual([]);
  });

  it('are the same in whatever order the records give the list', () => {
    const list = contributionsOf(...manyTexts(60));
    const found = suggestMerges(list);
    expect(found.length).toBeGreaterThan(1);
    const mixed = list.toSorted((one, other) => (one.number % 7) - (other.number % 7));
    expect(suggestMerges(mixed)).toEqual(found);
    expect(suggestMerges(list.toReversed())).toEqual(found);
  });

  it('of 400 are found within 300 ms', () => {
    const contributions = contributionsOf(...manyTexts(400));
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      expect(suggestMerges(contributions).length).toBeGreaterThan(5);
      return performance.now() - began;
    });
    // The others of a busy machine are not counted against it.
    expect(Math.min(...times)).toBeLessThan(300);
  });
});

/** What a class of many might say, with much that is said twice in other words. */
function manyTexts(count: number): string[] {
  const where = ['县级党校', '市直单位', '乡镇', '村（社区）', '干部学院', '基层', '机关', '国企'];
  const what = ['师资力量', '培训经费', '需求调研', '课程内容', '教学方法', '考核评价', '学员管理'];
  const how = ['不足', '走过场', '缺乏针对性', '与实际脱节', '不够深入', '不完善', '滞后', '单一'];
  return Array.from({ length: count }, (_, at) => {
    const part = <One>(list: readonly One[], step: number) =>
      list[Math.floor(at / step) % list.length] as One;
    return `${part(where, 1)}${part(what, 3)}${part(how, 7)}${at % 5 === 0 ? '，影响培训质量' : ''}`;
  });
}

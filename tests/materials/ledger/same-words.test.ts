import { describe, expect, it } from 'vitest';
import { foldWording, isNearSame } from '../../../src/materials/ledger/same-words.ts';

describe('a wording', () => {
  it.each([
    ['如何报名？', '如何報名?'],
    ['培训 经费 怎么报', '培训经费怎么报！'],
    ['第十二条怎么规定', '第12条怎么规定'],
  ])('%s is the same as %s', (one, other) => {
    expect(foldWording(one)).toBe(foldWording(other));
  });

  it.each([
    ['请问挂职干部的探亲路费由谁报销呢', '挂职干部探亲路费由谁报销'],
    ['麻烦问一下挂职干部的探亲路费由谁报销？', '挂职干部的探亲路费由谁报销'],
    ['挂职干部的探亲路费究竟由谁来报销', '挂职干部的探亲路费由谁来报销'],
  ])('%s says once more %s', (one, other) => {
    expect(isNearSame(one, other)).toBe(true);
  });

  it.each([
    ['another level', '县级党校教师的培训时间由谁来安排', '省级党校教师的培训时间由谁来安排'],
    ['another number', '脱产培训第3条规定的时间怎么计算', '脱产培训第4条规定的时间怎么计算'],
    ['the contrary', '培训期间可以请假外出办理个人事务吗', '培训期间不可以请假外出办理个人事务吗'],
    ['another matter', '培训期间的伙食费由谁承担', '培训期间的住宿费由谁承担'],
    ['another word of one sign', '培训费由谁审计', '培训费由谁审批'],
  ])('with %s is another one', (_, one, other) => {
    expect(isNearSame(one, other)).toBe(false);
  });
});

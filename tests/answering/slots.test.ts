import { describe, expect, it } from 'vitest';
import { fills, slotsOf } from '../../src/answering/slots.ts';

const namesOf = (question: string) => slotsOf(question).map(({ name }) => name);

describe('slots of a question', () => {
  it.each([
    ['每年要培训多少名骨干教师', ['people']],
    ['累计不能少于几个月', ['months']],
    ['一期办多少天', ['days']],
    ['五年要学多少学时', ['learning-hours']],
    ['案例课程最低占多大比例', ['ratio']],
    ['讲课费最高多少元', ['money']],
    ['推荐多少门好课程', ['items']],
    ['国情研修隔多久组织一回', ['frequency']],
    ['几年要去党校学习一次', ['frequency']],
    ['文号是多少', ['document-number']],
    ['由哪个部门负责', ['body']],
    ['领导小组的组长由谁担任', ['office-holder']],
    ['分到我们省的名额是多少', ['named-amount']],
    ['分成哪几类', ['kinds']],
    ['网络课程质量怎么提高', []],
    ['点了名的教学方法都有哪些', []],
  ])('%s → %j', (question, expected) => {
    expect(namesOf(question)).toEqual(expected);
  });

  it('reads a shorter unit instead of the wider one that it also looks like', () => {
    expect(namesOf('培训几个月')).not.toContain('duration');
  });
});

describe('filling a slot', () => {
  const [people] = slotsOf('培训多少名教师');
  const [months] = slotsOf('不少于几个月');

  it('takes whoever the rules of a house charge in so many words', () => {
    const [body] = slotsOf('请假三天以内由谁批准');
    expect(body && fills('请假三天以内的，由班主任批准', body)).toBe(true);
    expect(body && fills('请假须书面申请，并说明理由', body)).toBe(false);
  });

  it('takes a figure of the kind asked for', () => {
    expect(people && fills('每年培训2000名地方和部门的骨干教师', people)).toBe(true);
    expect(months && fills('5年内累计不少于2个月', months)).toBe(true);
  });

  it('does not take a figure of another kind, nor a numeral inside a quoted expression', () => {
    expect(people && fills('5年内累计不少于2个月', people)).toBe(false);
    expect(people && fills('做到“两个维护”', people)).toBe(false);
    expect(people && fills('加强“三位一体”建设', people)).toBe(false);
  });
});

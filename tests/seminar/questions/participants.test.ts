import { describe, expect, it } from 'vitest';
import { peopleOf, unitOf } from '../../../src/seminar/questions/participants.ts';
import { workOf } from '../../../src/seminar/questions/work-of.ts';

describe('what participants call where they work', () => {
  it.each([
    ['县委组织部干训干部班', '本县'],
    ['党校教师班', '本校'],
    ['乡镇党委书记班', '本乡镇'],
    ['乡镇领导班子乡村振兴专题班', '本乡镇'],
    ['乡村振兴专题班', '本单位'],
    ['街道社区干部班', '本街道'],
    ['村党组织书记班', '本村'],
    ['农村工作部门干部班', '本部门'],
    ['国企领导人员班', '本企业'],
    ['年轻干部班', '本单位'],
  ])('%s: %s', (audience, unit) => {
    expect(unitOf(audience)).toBe(unit);
  });

  it('names them', () => {
    expect(peopleOf('各县干训干部班')).toBe('干训干部');
    expect(peopleOf('参训学员')).toBe('参训学员');
  });
});

describe('a subject as work', () => {
  it.each([
    ['训前需求调研', '训前需求调研'],
    ['师资库', '师资库建设'],
    ['基层干部应急处突能力', '基层干部应急处突能力建设'],
    ['领导干部上讲台', '领导干部上讲台'],
    ['信息和数据安全', '信息和数据安全工作'],
    ['食堂饭菜价格', '食堂饭菜价格这件事'],
  ])('%s: %s', (subject, work) => {
    expect(workOf(subject)).toBe(work);
  });
});

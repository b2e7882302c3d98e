import { describe, expect, it } from 'vitest';
import { bandName } from '../../../src/questionnaire/report/plain-labels.ts';

describe('what groups are called by', () => {
  it.each([
    ['您的职务属于哪一类？', '职务'],
    ['您的年龄段是？', '年龄段'],
    ['您的派出单位属于哪个层级？', '派出单位层级'],
    ['您所在单位属于哪一层级？', '所在单位层级'],
    ['您的职务层级是？', '职务层级'],
    ['您的专业技术职称属于哪一级？', '专业技术职称'],
    ['您在哪类基层单位工作？', '基层单位类别'],
    ['岗位类别', '岗位类别'],
  ])('%s', (question, name) => expect(bandName(question)).toBe(name));

  it('keeps what cannot be shortened', () => {
    const question = '您现在主要负责哪一方面的工作，是在机关还是在基层？';
    expect(bandName(question)).toBe(question.slice(0, -1));
  });
});

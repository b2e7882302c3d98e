import { describe, expect, it } from 'vitest';
import { readTopic } from '../../../src/seminar/grounding/read-topic.ts';

describe('a topic', () => {
  it.each([
    ['训前需求调研走过场', '训前需求调研', '训前需求调研走过场'],
    ['训前需求调研走过场。', '训前需求调研', '训前需求调研走过场'],
    ['案例教学比重低', '案例教学', '案例教学比重低'],
    ['网络课程质量不高', '网络课程', '网络课程质量不高'],
    ['理论课讲不透、听不进', '理论课', '理论课讲不透、听不进'],
    ['师资队伍老化、知识更新慢', '师资队伍', '师资队伍老化、知识更新慢'],
    ['调训派不出人，工学矛盾突出', '调训', '调训派不出人'],
    ['点名调训和补训制度执行难', '点名调训和补训制度', '点名调训和补训制度执行难'],
    ['培训内容与岗位脱节', '培训内容与岗位结合', '培训内容与岗位脱节'],
    ['领导干部上讲台', '领导干部上讲台', null],
    ['如何加强“一把手”政治训练', '“一把手”政治训练', null],
    ['基层网络培训怎么办实', '基层网络培训', null],
    ['提高干部教育培训针对性的对策研究', '干部教育培训针对性', null],
    ['关于推进县级党校分类建设的思考', '县级党校分类建设', null],
    ['AI', 'AI', null],
    ['调训学员请假多', '调训学员请假', '调训学员请假多'],
    ['学员迟到早退', '学员管理', '学员迟到早退'],
    ['网络培训刷课', '网络培训', '网络培训刷课'],
    ['培训需求和课程对不上', '培训需求和课程衔接', '培训需求和课程对不上'],
    ['学完回去用不上', '学用结合', '学完回去用不上'],
    ['现场教学基地', '现场教学基地', null],
    ['优化营商环境', '营商环境优化', null],
    ['学习贯彻中央八项规定精神', '中央八项规定精神贯彻落实', null],
    ['树立正确政绩观', '正确政绩观教育', null],
  ])('%s is about %s', (text, subject, trouble) => {
    expect(readTopic(text)).toMatchObject({ subject, trouble });
  });

  it('is looked up without what ails it', () => {
    expect(readTopic('师资队伍老化、知识更新慢').lookedUp).toMatch(/^师资队伍\s+、知识更新$/u);
    expect(readTopic('走过场').lookedUp).not.toBe('');
    expect(readTopic('网络培训刷课').lookedUp).toBe('网络培训刷课');
  });
});

describe('a name that begins as a lead-in does', () => {
  it.each(['全面从严治党', '全面深化改革', '深化改革', '全面依法治国'])(
    '%s stays whole',
    (name) => {
      expect(readTopic(name).lookedUp).toBe(name);
    },
  );

  it('is no ailment: 解决形式主义突出问题', () => {
    expect(readTopic('解决形式主义突出问题')).toMatchObject({ lookedUp: '形式主义突出问题' });
  });
});

import type { MethodPlan } from '../method.ts';
import { opening, reporting, wrapUp } from './common-steps.ts';

/** 六顶思考帽: everyone wears one colour at a time. */
export const sixHats: MethodPlan = {
  groupSize: { least: 6, usual: 8, most: 10 },
  // New ideas before what is good and bad about them, so that there is something to weigh.
  stages: [
    { stage: '白帽：事实', kinds: ['fact', 'fact', 'fact'] },
    { stage: '红帽：感受', kinds: ['feeling', 'feeling'] },
    { stage: '绿帽：新想法', kinds: ['create', 'create', 'create'] },
    { stage: '黄帽：好处', kinds: ['benefit', 'benefit'] },
    { stage: '黑帽：风险', kinds: ['risk', 'risk', 'risk'] },
    { stage: '蓝帽：过程', kinds: ['process', 'decide'] },
  ],
  steps: (talk) => [
    opening(talk),
    {
      step: '白帽：事实',
      usual: 25,
      least: 6,
      tool: '白帽',
      guide: `全组戴白帽，只说${talk.subject}方面的数字和事实。带判断的话先收起来，说不准的记为“待核实”。`,
      output: '事实清单和待核实清单',
    },
    {
      step: '红帽：感受',
      usual: 10,
      least: 4,
      tool: '红帽',
      guide: '全组换红帽。每人一句话说感受，不必讲理由，别人不评论。',
      output: '一圈感受',
    },
    {
      step: '绿帽：新想法',
      usual: 30,
      least: 8,
      tool: '绿帽',
      guide: '全组换绿帽。只出新点子，越多越好，可以接着别人的说，不评价。',
      output: '新想法清单',
    },
    {
      step: '黄帽：好处',
      usual: 15,
      least: 5,
      tool: '黄帽',
      guide: '全组换黄帽。只说现有做法和新想法的好处，每条说清谁得益。',
      output: '好处清单',
    },
    {
      step: '黑帽：风险',
      usual: 25,
      least: 6,
      tool: '黑帽',
      guide:
        '全组换黑帽。对着绿帽提出的想法逐条问：照这样做会碰到什么问题，漏洞在哪里，谁会觉得吃力？',
      output: '风险清单',
    },
    {
      step: '蓝帽：归总',
      usual: 15,
      least: 5,
      tool: '蓝帽',
      guide: '全组换蓝帽。把前面的清单归总：先做哪一条，由谁做，什么时候看结果？',
      output: '先做的一两条对策',
    },
    wrapUp,
    ...reporting(talk),
  ],
  rules: ['全组同一时间只戴同一种颜色的帽子；换帽由催化师宣布。'],
  supplies: ['六色卡片，每组一套'],
  preparation: ['开场用一个小例子把六种颜色各练一遍。'],
};

import type { MethodPlan } from '../method.ts';
import { opening, reporting, wrapUp } from './common-steps.ts';

/** 团体列名法: write in silence, speak in turn, clarify and merge, give points. */
export const nominalGroup: MethodPlan = {
  groupSize: { least: 6, usual: 8, most: 9 },
  stages: [
    { stage: '静写', kinds: ['fact', 'fact', 'feeling', 'fact'] },
    { stage: '轮流发言', kinds: ['meaning', 'analyse', 'analyse', 'analyse'] },
    { stage: '澄清合并', kinds: ['analyse', 'evaluate', 'process'] },
    { stage: '打分定向', kinds: ['create', 'weigh', 'decide', 'decide'] },
  ],
  steps: (talk) => [
    opening(talk),
    {
      step: '静写',
      usual: 20,
      least: 6,
      tool: '个人卡片',
      guide: `不交谈。请围绕${talk.trouble ?? talk.subject}，把想到的写在卡片上，一张卡片一条，一条一句话，至少写三条。`,
      output: '每人至少三张卡片',
    },
    {
      step: '轮流发言',
      usual: 40,
      least: 10,
      tool: '轮流发言、原意记录',
      guide:
        '从我左手边开始，每人一次只念一条，别人念过的跳过，没有了就说“过”。记录员照原话编号，大家不评论、不打断。',
      output: '编号的意见清单',
    },
    {
      step: '澄清合并',
      usual: 35,
      least: 8,
      tool: '逐条澄清',
      guide: '逐条问清意思，只问“这条指的是什么”，不争对错。意思相同的，经提出的人同意才合并。',
      output: '合并后的意见清单',
    },
    {
      step: '打分排序',
      usual: 15,
      least: 5,
      tool: '3分、2分、1分',
      guide: '请每人选出自己认为最重要的三条，分别给3分、2分、1分。当场相加，得分相同的并列写出。',
      output: '排好序的清单，写明得分和并列',
    },
    {
      step: '谈透前三条',
      usual: 20,
      least: 5,
      tool: '追问',
      guide: '只谈得分最高的三条：它为什么排在前面，最先从哪里动手，由谁来动。',
      output: '前三条的原因和第一步做法',
    },
    wrapUp,
    ...reporting(talk),
  ],
  rules: ['静写时不交谈；发言时一次一条，说过的不再说。', '合并意见须经提出人同意。'],
  supplies: ['意见卡片，每人十张'],
  preparation: ['提前两天把题目发给学员，请各自想三条，不必写成材料。'],
};

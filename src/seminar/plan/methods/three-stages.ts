import type { MethodPlan } from '../method.ts';
import { opening, reporting, wrapUp } from './common-steps.ts';

/** 问题 → 原因 → 对策, the whole group in the same stage. */
export const threeStages: MethodPlan = {
  groupSize: { least: 7, usual: 9, most: 12 },
  stages: [
    { stage: '问题', kinds: ['fact', 'fact', 'feeling', 'fact', 'meaning'] },
    { stage: '原因', kinds: ['analyse', 'analyse', 'analyse', 'evaluate', 'analyse'] },
    { stage: '对策', kinds: ['create', 'create', 'weigh', 'decide', 'risk'] },
  ],
  steps: (talk) => [
    opening(talk),
    {
      step: '问题',
      usual: 35,
      least: 9,
      tool: '关键事件、团体列名',
      guide: `先不谈原因，也不谈办法。请每人先独立写三条：在${talk.subject}方面，最近碰到的难处是什么情形？一条写一句话，写完轮流说，一次只说一条，说过的不再重复。`,
      output: '编号的问题清单，每条一句话',
    },
    {
      step: '投票聚焦',
      usual: 10,
      least: 4,
      tool: '团体列名打分',
      guide:
        '请每人从清单中选出最值得今天谈透的三条，分别给3分、2分、1分。先打分，后说理由；得分相同的，全组再议一次。',
      output: '按得分排序的问题清单和一个聚焦问题',
    },
    {
      step: '原因',
      usual: 35,
      least: 9,
      tool: '鱼骨图',
      guide: `把聚焦问题写在鱼头。先各自写，再按人员、制度、流程、资源、环境归到大骨上。对每一条追问一句：它为什么会这样？急着说办法的，先记在一旁。`,
      output: '鱼骨图和三条主要原因',
    },
    {
      step: '对策',
      usual: 35,
      least: 9,
      tool: '头脑风暴、SMART',
      guide: `逐条对着主要原因想办法，先求多，不评价。然后挑出${talk.unit}自己能办的，写清由谁办、什么时候办成、拿什么证明。`,
      output: '写明责任主体、时限和可行性的对策',
    },
    wrapUp,
    ...reporting(talk),
  ],
  rules: ['全组始终处在同一个阶段：谈问题时不谈原因，谈原因时不谈对策。'],
  supplies: ['每组鱼骨图底图一张（全开纸，鱼头留出聚焦问题的位置）'],
  preparation: ['请学员带一件与主题有关的亲身经历，隐去单位和姓名。'],
};

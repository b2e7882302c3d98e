import type { MethodPlan } from '../method.ts';
import { opening, wrapUp } from './common-steps.ts';

/** 行动学习: a real problem over weeks; questions before proposals, results brought back. */
export const actionLearning: MethodPlan = {
  groupSize: { least: 4, usual: 6, most: 8 },
  stages: [
    { stage: '界定难题', kinds: ['fact', 'fact', 'fact', 'feeling'] },
    { stage: '提问反思', kinds: ['meaning', 'analyse', 'analyse', 'process'] },
    { stage: '确定行动', kinds: ['create', 'weigh', 'risk', 'decide'] },
    { stage: '约定回访', kinds: ['process', 'decide', 'benefit'] },
  ],
  steps: (talk) => [
    opening(talk),
    {
      step: '陈述难题',
      usual: 25,
      least: 8,
      tool: '难题陈述',
      guide: `请每组一位同志当难题的主人，用五分钟讲：在${talk.subject}方面，自己正在办、还没有办成的一件事。其他人只听。`,
      output: '每组一个真实难题',
    },
    {
      step: '只提问',
      usual: 45,
      least: 12,
      tool: '提问圈',
      guide: '这一段只准提问，不准给建议。主人想答就答。忍不住要出主意的，请改成一个问句。',
      output: '一串改变看法的问题',
    },
    {
      step: '重新界定',
      usual: 20,
      least: 6,
      tool: '改写难题',
      guide: '请每人写下：现在看，真正的难题是什么？与开头相比变了哪几个字？由主人定下一句话。',
      output: '重新写过的难题',
    },
    {
      step: '确定行动',
      usual: 35,
      least: 10,
      tool: 'SMART',
      guide:
        '从主人能动手的地方选一个小动作：做什么、找谁、哪一天前做、带什么凭据回来。其他人认领一件帮忙的事。',
      output: '行动清单，写明日期和凭据',
    },
    {
      step: '约定回访',
      usual: 15,
      least: 4,
      tool: '回访安排',
      guide: '定下次会面的日期。到时先讲做了什么、结果怎样，再讲想法；没有做成也照实讲。',
      output: '回访日期和带回的凭据清单',
    },
    wrapUp,
    {
      step: '反思点评',
      usual: 15,
      least: 4,
      tool: '教师点评',
      guide: '请每组说一个最管用的问题。点评只看提问的质量和行动的大小，不替主人作决定。',
      output: '最管用的问题和下一步安排',
    },
  ],
  rules: ['先提问，后建议；建议先改成问句。', '下次会面先讲做了什么，再讲想法。'],
  supplies: ['行动清单表，每组两份，一份由催化师留存'],
  preparation: [
    '提前请每组推选一位难题主人，难题须是本人正在办的事。',
    '一并排定两三周后的第二次会面时间。',
  ],
};

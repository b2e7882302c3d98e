import type { MethodPlan } from '../method.ts';
import { opening, reporting, wrapUp } from './common-steps.ts';

/** 世界咖啡: tables of four or five, three rounds, the host stays. */
export const worldCafe: MethodPlan = {
  groupSize: { least: 4, usual: 5, most: 5 },
  stages: [
    { stage: '第一轮：看现状', kinds: ['fact', 'fact', 'feeling', 'fact', 'meaning'] },
    { stage: '第二轮：找原因', kinds: ['analyse', 'analyse', 'analyse', 'evaluate', 'analyse'] },
    { stage: '第三轮：想办法', kinds: ['create', 'create', 'benefit', 'decide', 'create'] },
  ],
  steps: (talk) => [
    opening(talk),
    {
      step: '第一轮：看现状',
      usual: 30,
      least: 10,
      tool: '桌布记录',
      guide: `每桌请一位桌长留守。这一轮只说事实：在${talk.subject}方面，各自单位是什么情况？想到的写画在桌布上。`,
      output: '每桌一张现状桌布',
    },
    {
      step: '换桌',
      usual: 5,
      least: 2,
      tool: '桌长留守',
      guide: '桌长不动，其余人分散换到不同的桌。桌长用一分钟介绍上一轮要点，不作评价。',
      output: '新的组合',
    },
    {
      step: '第二轮：找原因',
      usual: 30,
      least: 10,
      tool: '桌布续写',
      guide: '在上一桌的现状旁边写原因，用线连起来。别桌来的人先说：这里和那一桌有什么不一样？',
      output: '写有原因和连线的桌布',
    },
    {
      step: '再换桌',
      usual: 5,
      least: 2,
      tool: '桌长留守',
      guide: '再换一次，尽量坐到没有坐过的桌。桌长介绍前两轮最有分量的一条。',
      output: '新的组合',
    },
    {
      step: '第三轮：想办法',
      usual: 30,
      least: 10,
      tool: '桌布续写、选择',
      guide: `对着原因写办法，最后每桌圈出一条${talk.unit}马上能试的，写清谁来试、多久看结果。`,
      output: '每桌一条能试的办法',
    },
    wrapUp,
    ...reporting(talk),
  ],
  rules: ['桌长留守，其余人每轮换桌；谁都可以在桌布上写画。'],
  supplies: ['每桌大白纸两张当桌布，彩笔一盒'],
  preparation: [
    '提前选定桌长，交代只介绍、不评价。',
    '按每桌不超过5人摆好桌椅，桌间留出走动的地方。',
  ],
};

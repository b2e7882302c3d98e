import type { ContentChapter } from './content-item.ts';

/** Chapter 三: 强化政治训练. */
export const POLITICS: ContentChapter = {
  items: [
    {
      id: 'politics-party-rules',
      text: '党规党纪',
      anchor: '突出党章和党规党纪学习教育',
      about: /党规|党纪|党章|纪律|纪检|监察|巡视|巡察/u,
    },
    {
      id: 'politics-discipline',
      text: '政治纪律要求',
      anchor: '加强政治纪律和政治规矩教育',
      about: /政治纪律|政治规矩|纪律|纪检|监察|巡视|巡察/u,
    },
    {
      id: 'politics-centralism',
      text: '民主集中制的运用',
      anchor: '强化民主集中制教育',
      about: /民主集中制|班子建设|领导班子建设|议事决策/u,
    },
    {
      id: 'politics-achievement',
      text: '正确政绩观的要求',
      anchor: '正确权力观、政绩观、事业观教育',
      about: /政绩观|权力观|事业观|政绩/u,
    },
    {
      id: 'politics-struggle',
      text: '增强斗争本领',
      anchor: '加强斗争精神和斗争本领养成',
      about: /斗争/u,
    },
    {
      id: 'politics-risk',
      text: '防范政治风险',
      anchor: '提高干部辨别政治是非、保持政治定力、驾驭政治局面、防范政治风险的能力',
      about: /政治风险|政治能力|政治判断|政治鉴别|意识形态/u,
    },
    {
      id: 'politics-right-wrong',
      text: '辨别政治是非',
      anchor: '提高干部辨别政治是非、保持政治定力、驾驭政治局面、防范政治风险的能力',
      about: /政治是非|政治能力|政治判断|政治鉴别|意识形态/u,
    },
    {
      id: 'politics-purpose',
      text: '党的宗旨要求',
      anchor: '强化党的宗旨、革命传统教育',
      about: /宗旨|党性|群众路线/u,
    },
    {
      id: 'politics-history',
      text: '党史知识',
      anchor: '开展党史、新中国史、改革开放史、社会主义发展史、中华民族发展史学习培训',
      about: /党史|四史|史志|历史/u,
    },
    {
      id: 'politics-spirit',
      text: '中国共产党人精神谱系',
      anchor: '坚持用以伟大建党精神为源头的中国共产党人精神谱系教育干部',
      about: /精神谱系|建党精神|革命传统|红色|党性/u,
    },
    {
      id: 'politics-clean',
      text: '党风廉政建设要求',
      anchor: '加强党风廉政教育',
      about: /廉政|廉洁|党风|四风|作风|纪检|监察|巡视|巡察/u,
    },
    {
      id: 'politics-nation',
      text: '铸牢中华民族共同体意识',
      anchor: '加强铸牢中华民族共同体意识教育',
      about: /民族|共同体|宗教|统战|统一战线/u,
    },
    {
      id: 'politics-values',
      text: '社会主义核心价值观',
      anchor: '加强社会主义核心价值观教育、中华优秀传统文化教育、中华民族传统美德教育',
      about: /核心价值观|精神文明|意识形态|宣传|思想道德/u,
    },
    {
      id: 'politics-tradition',
      text: '中华优秀传统文化',
      anchor: '加强社会主义核心价值观教育、中华优秀传统文化教育、中华民族传统美德教育',
      about: /传统文化|文化素养|人文|宣传|文旅|文化/u,
    },
    {
      id: 'politics-virtue',
      text: '政德修养',
      anchor: '强化政德教育、警示教育',
      about: /政德|官德|职业道德/u,
    },
    {
      id: 'politics-family',
      text: '家风建设',
      anchor: '开展家庭家教家风教育',
      about: /家风|家教|家庭/u,
    },
    {
      id: 'politics-style',
      text: '党的优良传统作风',
      anchor: '加强优良传统作风和责任感使命感教育',
      about: /作风|优良传统|革命传统/u,
    },
  ],
  usual: {
    general: ['politics-party-rules', 'politics-clean', 'politics-achievement'],
    leading: ['politics-centralism', 'politics-risk', 'politics-achievement'],
    young: ['politics-spirit', 'politics-struggle', 'politics-achievement'],
    grassroots: ['politics-purpose', 'politics-clean', 'politics-struggle'],
    professional: ['politics-history', 'politics-values', 'politics-tradition'],
  },
};

/** Subjects that name something done, of which there are rounds, steps and people who do them. */
const DONE =
  /(?:工作|建设|培训|教育|教学|学习|调研|调训|轮训|考核|评估|管理|落实|贯彻|研讨|研究|备课|协作|支援|帮扶|治理|服务|执法|审批|减负|整治|培养|选调|宣传|保障|监督|结合|衔接|转化|优化|防范|化解|实践|上讲台|落地|办理|开发|制作|保护|发挥|活动|训练|演练|演习|研学|评学|述学|党建|发展|推广|使用|化)$/u;
/** What is built up. */
const BUILT =
  /(?:能力|本领|素质|作风|队伍|体系|机制|制度|平台|基地|阵地|库|课程|教材|师资|图谱|档案|环境)$/u;

/** What is kept up or seen to. */
const KEPT = /(?:安全|稳定|纪律|学风|意识形态|信访|舆情|就业|环保|纠纷)$/u;

const KEPT_TO = /(?:责任制|规划|计划|政策|条例)$/u;
const GROWING = /(?:经济|产业|事业)$/u;

/** A subject as work, for questions that a thing or a number could not bear: 师资库 is 师资库建设. */
export function workOf(subject: string): string {
  if (DONE.test(subject)) return subject;
  if (BUILT.test(subject)) return `${subject}建设`;
  if (KEPT_TO.test(subject)) return `${subject}落实`;
  if (GROWING.test(subject)) return `${subject}发展`;
  return KEPT.test(subject) ? `${subject}工作` : `${subject}这件事`;
}

/** Subjects that name something done, of which there are rounds, steps and people who do them. */
const DONE =
  /(?:工作|建设|培训|教育|教学|学习|调研|调训|轮训|考核|评估|管理|落实|贯彻|研讨|研究|备课|协作|支援|帮扶|治理|服务|执法|审批|减负|整治|培养|选调|宣传|保障|监督|结合|衔接|转化|优化|防范|化解|实践|上讲台)$/u;
/** What is built up. */
const BUILT =
  /(?:能力|本领|素质|作风|队伍|体系|机制|制度|平台|基地|阵地|库|课程|教材|师资|图谱|档案|环境)$/u;

/** A subject as work, for questions that a thing or a number could not bear: 师资库 is 师资库建设. */
export function workOf(subject: string): string {
  if (DONE.test(subject)) return subject;
  return BUILT.test(subject) ? `${subject}建设` : `${subject}方面的工作`;
}

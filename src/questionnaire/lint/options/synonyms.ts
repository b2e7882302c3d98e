/** Words of the field that say the same, each folded to one; the order matters where one holds another. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/网上|网络|在线|互联网|云端/gu, '线上'],
  [/面对面|线下集中|集中面授|面授/gu, '线下'],
  [/高等院校|高等学校|大学|院校(?!长)/gu, '高校'],
  [/老师|讲师|师资(?!力量|水平|队伍)/gu, '教师'],
  [/授课|讲课|讲授/gu, '讲授'],
  [/实地/gu, '现场'],
  [/观摩|参观/gu, '考察'],
  [/餐饮|就餐|伙食|饭菜|膳食/gu, '用餐'],
  [/宿舍/gu, '住宿'],
  [/情境/gu, '情景'],
  [/讨论/gu, '研讨'],
  [/课堂/gu, ''],
  [/自主学习|个人自学/gu, '自学'],
  [/手机端|手机客户端|掌上/gu, '移动端'],
  [/学习(?!强国)/gu, '培训'],
  [/路途远|距离远|路远|距离太远|路途太远|距离较远|路途较远/gu, '远'],
  [/太忙|繁忙|繁重|太重|任务重|较重|紧张/gu, '忙'],
  [/资金|费用/gu, '经费'],
  [/课程内容|教学内容|培训内容/gu, '内容'],
  [/缺乏|缺少|不足|不够|没有足够的?/gu, '缺'],
];

export function foldSynonyms(words: string): string {
  return FOLDED.reduce((plain, [from, to]) => plain.replace(from, to), words);
}

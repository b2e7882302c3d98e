const DO = '(?:做|出|拟|写|设计|起草|草拟|制作|编|编制|新建|准备|来)';
const A = '(?:一?[份个张套])?';
const END = '(?:[。！!]?$|[，,。；;\\s])';

/** 培训需求问卷：县处级干部，基层治理 */
const LABELLED =
  /^(?:培训需求|需求调研|需求调查|班次评估|训后评估|满意度)[^?？，,。：:]{0,6}问卷\s*[:：]\s*\S/u;
/** 给县处级干部做一份关于基层治理的培训需求问卷 */
const IN_A_SENTENCE = new RegExp(
  `^(?<before>[^?？]{0,60}?)${DO}${A}[^?？，,。]{0,80}问卷${END}`,
  'u',
);
/** 面向乡镇干部的培训需求问卷 */
const NAMED = new RegExp(`^(?:关于|围绕|面向|针对)[^?？，,。]{2,60}问卷${END}`, 'u');
/** 年轻干部，科技创新，2027年，培训需求问卷 */
const IN_PIECES = new RegExp(
  `^[^?？。：:]{2,40}[，,；;\\s][^?？。：:]{0,60}(?:需求|调研|评估)问卷${END}`,
  'u',
);
/** Somebody who has one before them, or looks for it. */
const NOT_TO_MAKE = /填|看|打开|发布|提交|交了|找|收到|导入|导出|我的/u;
/** Asks how one is made: 我想知道如何设计一份问卷. */
const ASKS_HOW = /怎|如何|什么|哪|应当|应该|能否|可否|是否|谁/u;
/** One that is there, or that somebody else made. */
const NO_ORDER = /^(?:做了|做过|写了|填)/u;

/** Whether a text plainly orders a questionnaire; `readOrder` reads what it says of it. */
export function asksForQuestionnaire(text: string): boolean {
  if (NO_ORDER.test(text)) return false;
  if (LABELLED.test(text) || NAMED.test(text)) return true;
  if (IN_PIECES.test(text) && !NOT_TO_MAKE.test(text)) return !ASKS_HOW.test(text);
  const before = IN_A_SENTENCE.exec(text)?.groups?.before;
  return before !== undefined && !ASKS_HOW.test(text);
}

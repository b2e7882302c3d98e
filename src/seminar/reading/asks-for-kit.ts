const DO = '(?:做|编|写|拟|出|设计|准备|起草|制定|制作|生成|策划|来|搞|要)';
const ONE = '(?:一|1)?[个份次场套]';
const KIT = '(?:结构化)?研讨(?:会|课|活动)?(?:方案|题目清单|题目|提纲|材料)';
/** 研讨方案：经费保障，40人 */
const LABELLED = new RegExp(
  `^(?:请|麻烦)?(?:帮我|给我|替我|我要|我想)?(?:${DO}?${ONE})?(?:${KIT}|结构化研讨)\\s*[:：]\\s*\\S`,
  'u',
);
/** 给科级干部班做一个关于经费保障的研讨方案，50人 */
const IN_A_SENTENCE = new RegExp(
  `^(?<before>[^?？]{0,60}?)${DO}${ONE}[^?？，,。]{0,100}(?:${KIT}|结构化研讨)(?:[。！!]?$|[，,。；;\\s])`,
  'u',
);
/** 关于经费保障的研讨方案，50人 */
const NAMED = new RegExp(`^(?:关于|围绕)[^?？，,。]{2,60}${KIT}(?:[。！!]?$|[，,。；;\\s])`, 'u');
/** Asks how one is made: 我想知道如何做一个研讨方案. */
const ASKS_HOW = /怎|如何|什么|哪|需要|应当|应该|能否|可否/u;

/** Whether a text plainly orders a kit; `readOrder` reads what it says of it. */
export function asksForKit(text: string): boolean {
  if (LABELLED.test(text)) return true;
  if (NAMED.test(text)) return true;
  const before = IN_A_SENTENCE.exec(text)?.groups?.before;
  return before !== undefined && !ASKS_HOW.test(before);
}

import { A, MAKE, SEMINAR, SHEETS } from './order-words.ts';

const DO = `(?:${MAKE})`;
/** A seminar alone may be one that was held: only its papers are made here. */
const KIT = `${SEMINAR}${SHEETS}`;
/** 研讨方案：经费保障，40人 */
const LABELLED = new RegExp(
  `^(?:请|麻烦)?(?:帮我|给我|替我|我要|我想)?(?:${DO}?${A})?(?:${KIT}|结构化研讨)\\s*[:：]\\s*\\S`,
  'u',
);
/** 给科级干部班做一个关于经费保障的研讨方案，50人 */
const IN_A_SENTENCE = new RegExp(
  `^(?<before>[^?？]{0,60}?)${DO}${A}[^?？，,。]{0,100}(?:${KIT}|结构化研讨)(?:[。！!]?$|[，,。；;\\s])`,
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

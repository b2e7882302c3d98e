import { cleanWords } from '../../text/clean-words.ts';

/** Characters of one contribution: what can be said in one breath, and read on one line of a list. */
export const LONGEST_CONTRIBUTION = 200;

/** Beyond this, what is markup is not looked for: it is too long with it or without. */
const LONGEST_READ = 20 * LONGEST_CONTRIBUTION;

export type ReadContribution =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** 1. （2） ③ · - before a line. */
const MARK = /^(?:[（(]\d{1,2}[)）]|\d{1,2}[.、．)）](?!\d)|[①-⑳·•●▪]|[-*]\s)\s*/u;

/**
 * One contribution as it stands on the list: one line of plain text.
 *
 * @returns a problem where it is empty or too long; it says that nothing was kept and what to do
 */
export function readContribution(raw: string): ReadContribution {
  const text = raw.length > LONGEST_READ ? raw : linesOf(raw).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { ok: false, problem: '没有收到内容。请写下一条意见后再发送。' };
  }
  const length = [...text].length;
  if (length > LONGEST_CONTRIBUTION) {
    const problem = `一条意见最多 ${LONGEST_CONTRIBUTION} 个字，现在有 ${length} 个字，没有记入。请删减，或者分成几条，一条一条发送。`;
    return { ok: false, problem };
  }
  return { ok: true, text };
}

/**
 * The points of a text that is a list: every line marked, or each under its own number. One point
 * for anything else.
 */
export function pointsOf(raw: string): readonly string[] {
  const rawLines = cleanWords(raw)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList = rawLines.length > 1 && rawLines.every((line) => MARK.test(line));
  return isList ? linesOf(raw) : [linesOf(raw).join(' ')];
}

function linesOf(raw: string): string[] {
  return cleanWords(raw)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim().replace(MARK, ''))
    .filter((line) => line !== '');
}

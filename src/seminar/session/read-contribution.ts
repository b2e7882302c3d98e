/** Characters of one contribution: what can be said in one breath, and read on one line of a list. */
export const LONGEST_CONTRIBUTION = 200;

/** Beyond this, what is markup is not looked for: it is too long with it or without. */
const LONGEST_READ = 20 * LONGEST_CONTRIBUTION;

export type ReadContribution =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** What no line of a list shows: controls, invisible marks, marks that turn the direction of text. */
const UNSEEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** Markup that came along with a copied text; `a<b` and `<5人` stay. */
const TAGS = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->/giu;
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
  const rawLines = cleaned(raw)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList = rawLines.length > 1 && rawLines.every((line) => MARK.test(line));
  return isList ? linesOf(raw) : [linesOf(raw).join(' ')];
}

function linesOf(raw: string): string[] {
  return cleaned(raw)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim().replace(MARK, ''))
    .filter((line) => line !== '');
}

/** As it was sent, without markup and what nobody sees; line breaks are kept. */
export function cleaned(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(TAGS, ' ')
    .split('\n')
    .map((line) => line.replace(UNSEEN, ' '))
    .join('\n');
}

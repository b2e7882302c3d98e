import { withoutUnseen } from '../../text/without-unseen.ts';
import { gapsIn } from './templates.ts';

/** Words for one gap, in characters; what is longer is a text of its own. */
export const LONGEST_WORDS = 100;

export type GapReading =
  /** What stands in place of the gap. */
  | { readonly kind: 'words'; readonly words: string }
  /** Somebody has written the whole text instead. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'problem'; readonly problem: string };

const PLACEHOLDER = /[{｛][^{}｛｝]*[}｝]/u;
const SALUTATION = /^(?:各位|同志们|尊敬的)/u;
const SENTENCES = /。.+。/u;
/** A list may well have two full stops; a text of several sentences is longer than this. */
const SHORTEST_TEXT = 40;
const LAST_MARK = /[。．，,；;\s]+$/u;

/** Reads what was sent where the words for a gap were asked for. */
export function readGapWords(raw: string): GapReading {
  const words = withoutUnseen(raw).trim();
  if (isWhole(words)) return { kind: 'whole' };
  const bare = words.replace(LAST_MARK, '');
  if (bare === '') return problem('没有写内容，请直接发送这一项的文字。');
  if (/[{}｛｝]/u.test(bare)) return problem('这一项里请不要用花括号，去掉以后再发。');
  if ([...bare].length > LONGEST_WORDS) {
    return problem(`这一项最多 ${LONGEST_WORDS} 个字，请写短一些；要改写整段的，点“整段改写”。`);
  }
  const [gap] = gapsIn(bare);
  if (gap !== undefined) return problem(`“${gap}”是留空的标记，请写具体的文字。`);
  return { kind: 'words', words: bare };
}

function isWhole(words: string): boolean {
  const { length } = [...words];
  return (
    PLACEHOLDER.test(words) ||
    SALUTATION.test(words) ||
    words.includes('\n') ||
    (length > SHORTEST_TEXT && SENTENCES.test(words)) ||
    (length > LONGEST_WORDS && words.includes('。'))
  );
}

/** The text with the words in place of a gap, wherever it stands. */
export function fillGap(text: string, gap: string, words: string): string {
  return text.split(gap).join(words);
}

/**
 * The text without the lines of a gap; null where it would not read well: a gap can be left out where
 * it is all that its line says, as in 联系人：（联系人及电话）.
 */
export function withoutGap(text: string, gap: string): string | null {
  const lines = text.split('\n');
  const told = lines.filter((line) => line.includes(gap));
  const isApart = (line: string) => /^[^（）：，。]{1,8}：$/u.test(line.replace(gap, ''));
  if (told.length === 0 || told.length === lines.length || !told.every(isApart)) return null;
  return lines.filter((line) => !line.includes(gap)).join('\n');
}

function problem(words: string): GapReading {
  return { kind: 'problem', problem: words };
}

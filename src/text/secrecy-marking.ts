import { foldCharacters } from './fold.ts';

/** What may stand inside a marking without parting it: blanks of any kind, line ends, cells, marks of print. */
const BETWEEN = '[\\s\\u0000|()（【［\\[〔「“"\'】\\]：:·•_—-]{0,8}';
/** The star of the standard and its lookalikes. */
const STAR = '[★☆⭐✪✭✮✯🌟⋆✩]';
const LEVELS = ['绝密', '机密', '秘密'] as const;

const WORD = `(?:${LEVELS.map((level) => [...level].join('[\\s|]{0,12}')).join('|')})`;
const MARKING = new RegExp(`${WORD}(?:级)?${BETWEEN}${STAR}|${STAR}${BETWEEN}${WORD}`, 'u');

/**
 * Whether a text bears the marking of a state secret as the rules have it written: 绝密, 机密 or 秘密
 * with a star at either side (机密★10年, 绝 密 ★, ★秘密, 機密★, over a line break). Words of secrecy
 * without the star only speak of it.
 */
export function bearsSecrecyMarking(text: string): boolean {
  return MARKING.test(foldCharacters(text));
}

import { foldForIndex } from '../../text/fold.ts';
import { likeness } from '../../text/likeness.ts';

/** What is said around a question, and asks for nothing. */
const AROUND =
  /请问|麻烦|您好|你好|想问|想知道|请教|一下|告诉我|帮我|谢谢|吗|呢|吧|啊|呀|嘛|的|了/gu;
/** All that is no word: marks, spaces, symbols. */
const NO_WORDS = /[^\p{L}\p{N}]+/gu;

/** Below this two wordings of one person are two questions. */
const NEAR = 0.8;

/** One of these more or less, and another thing is asked. */
const TELLING =
  /[\d一二三四五六七八九十百千万半不非未无没否免禁国中央省市县区乡镇村街厅处科局级部院校所男女老新旧初高正副前后内外上下多少早晚首每各元]/u;

/** What a wording is known by: two that are the same but for marks and forms of characters are one. */
export function foldWording(text: string): string {
  return foldForIndex(text).replace(NO_WORDS, '');
}

/**
 * Whether someone says once more what they have said, in all but the same words. Where they may mean
 * something else they do not.
 */
export function isNearSame(one: string, other: string): boolean {
  const [first, second] = [bare(one), bare(other)];
  if (first === second) return true;
  return likeness(first, second) >= NEAR && !TELLING.test(differenceOf(first, second));
}

function bare(text: string): string {
  return foldWording(foldWording(text).replace(AROUND, ''));
}

/** The characters that one of them has more often than the other. */
function differenceOf(one: string, other: string): string {
  const counts = new Map<string, number>();
  for (const character of one) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of other) counts.set(character, (counts.get(character) ?? 0) - 1);
  return [...counts].map(([character, count]) => (count === 0 ? '' : character)).join('');
}

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
 * Whether someone says once more what they have said, with a word more or less. Where they may mean something
 * else, as with another word in the place of one, they do not.
 */
export function isNearSame(one: string, other: string): boolean {
  const [first, second] = [bare(one), bare(other)];
  if (first === second) return true;
  const [longer, shorter] = first.length > second.length ? [first, second] : [second, first];
  const added = addedTo(shorter, longer);
  return added !== null && !TELLING.test(added) && likeness(first, second) >= NEAR;
}

function bare(text: string): string {
  return foldWording(foldWording(text).replace(AROUND, ''));
}

/** The characters that a text has beside those of another, in whatever order; null where it lacks any. */
function addedTo(shorter: string, longer: string): string | null {
  const counts = new Map<string, number>();
  for (const character of longer) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of shorter) {
    const count = counts.get(character) ?? 0;
    if (count === 0) return null;
    counts.set(character, count - 1);
  }
  return [...counts].map(([character, count]) => (count === 0 ? '' : character)).join('');
}

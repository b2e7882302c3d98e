const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of two characters and more, by the dictionary that ships with Node's ICU. */
export function wordsOf(text: string): string[] {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true);
  return words.map(({ segment }) => segment).filter((word) => [...word].length > 1);
}

/** Characters that are taken apart at once: a call costs as much as a line, and long texts cost more. */
const AT_ONCE = 500;

/** Visits the words of two characters and more of many texts, which hold no line feeds, in their order. */
export function eachWordOf(
  texts: readonly string[],
  visit: (word: string, text: number) => void,
): void {
  for (let from = 0; from < texts.length; ) {
    let to = from;
    for (let length = 0; to < texts.length && (to === from || length < AT_ONCE); to++) {
      length += (texts[to] as string).length;
    }
    let at = from;
    for (const { segment } of segmenter.segment(texts.slice(from, to).join('\n'))) {
      if (segment === '\n') at++;
      else if (segment.length > 1) visit(segment, at);
    }
    from = to;
  }
}

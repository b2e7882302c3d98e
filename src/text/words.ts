const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of two characters and more, by the dictionary that ships with Node's ICU. */
export function wordsOf(text: string): string[] {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true);
  return words.map(({ segment }) => segment).filter((word) => [...word].length > 1);
}

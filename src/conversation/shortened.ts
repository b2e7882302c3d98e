const LONGEST_LABEL = 15;

/** Words as a button bears them. */
export function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= LONGEST_LABEL
    ? words
    : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}

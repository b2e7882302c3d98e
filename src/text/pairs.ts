/** Neighbouring characters of a text, two by two, punctuation left out: 办实事 has 办实 and 实事. */
export function pairsOf(text: string): string[] {
  const plain = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return plain.slice(1).map((character, at) => `${plain[at]}${character}`);
}

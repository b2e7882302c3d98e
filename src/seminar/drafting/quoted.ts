/** Pairs of quotation marks; the first kind may hold the second. */
const PAIRS = [/「[^「」]*」/gu, /『[^『』]*』/gu, /“[^“”]*”/gu, /‘[^‘’]*’/gu];
const MARKS = /[“”‘’「」『』]/u;
/** Stands where something was quoted: a letter of no alphabet that the checks know. */
const PLACEHOLDER = '\uFFFC';

/** A text taken apart into what it quotes and what it says itself. */
export interface Quoted {
  readonly quotes: readonly { readonly words: string; readonly behind: string }[];
  /** Without what is quoted. */
  readonly spoken: string;
  /** Every mark has its counterpart. */
  readonly isPaired: boolean;
}

export function quotedIn(text: string): Quoted {
  const quotes: { words: string; behind: string }[] = [];
  let spoken = text;
  for (const pair of PAIRS) {
    for (const { 0: marked, index } of spoken.matchAll(pair)) {
      const words = text.slice(index + 1, index + marked.length - 1);
      quotes.push({ words, behind: text.slice(index + marked.length) });
      const room = PLACEHOLDER.repeat(marked.length);
      spoken = spoken.slice(0, index) + room + spoken.slice(index + marked.length);
    }
  }
  return { quotes, spoken, isPaired: !MARKS.test(spoken) };
}

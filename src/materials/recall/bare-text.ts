/** A text without its white space, and the places in it before which there was some. */
export interface BareText {
  readonly text: string;
  readonly breaks: ReadonlySet<number>;
}

export function bareText(text: string): BareText {
  const pieces: string[] = [];
  const breaks = new Set<number>();
  let length = 0;
  for (const piece of text.split(/\s+/u)) {
    breaks.add(length);
    pieces.push(piece);
    length += piece.length;
  }
  return { text: pieces.join(''), breaks };
}

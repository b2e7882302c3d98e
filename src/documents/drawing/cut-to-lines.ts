/** Lines that fit a width by the widths of most fonts: an ASCII character is half a 汉字. */
export function cutToLines(text: string, width: number, size: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of text) {
    const needed = /[\u0000-\u00ff]/u.test(character) ? size * 0.58 : size;
    if (used + needed > width) {
      if (lines.length === mostLines - 1) return [...lines, `${[...line].slice(0, -1).join('')}…`];
      lines.push(line);
      line = '';
      used = 0;
    }
    line += character;
    used += needed;
  }
  return [...lines, line];
}

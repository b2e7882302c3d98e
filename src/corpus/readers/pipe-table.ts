/** A table of a Markdown paragraph, in the words of its source. */
export interface PipeTable {
  /** The lines of the paragraph above it. */
  readonly before: string;
  /** The head and the rows; as many cells each as the source has. */
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/**
 * The table in a paragraph as GitHub writes them: a head, a line of dashes with as many cells, rows.
 * Null where there is none.
 */
export function pipeTableIn(paragraph: string): PipeTable | null {
  const lines = paragraph.split('\n');
  const at = lines.findIndex((line, number) => {
    const isDelimiters = number > 0 && line.includes('|') && DELIMITERS.test(line);
    return isDelimiters && cellsOf(line).length === cellsOf(lines[number - 1] as string).length;
  });
  if (at < 1) return null;
  const rows = lines.filter((_, number) => number === at - 1 || number > at).map(cellsOf);
  return { before: lines.slice(0, at - 1).join('\n'), rows };
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

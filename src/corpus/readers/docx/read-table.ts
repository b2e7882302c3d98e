import type { Line, Story } from './story.ts';
import { childOf, elementsOf, settingOf, wordsIn, type XmlElement } from './xml-element.ts';

type ReadBlocks = (container: XmlElement, story: Story) => Line[];

/**
 * A table row by row: a row one line, its cells parted by tabs, the paragraphs of a cell and the
 * rows of a table within it by spaces. Merged cells stand once, in the first of their rows. A row of
 * one cell, such as a box around a text or a heading across the table, is read like the text around it.
 */
export function readTable(table: XmlElement, story: Story, readBlocks: ReadBlocks): Line[] {
  const rows = within(table, 'w:tr');
  const inCell = { ...story, pendingNotes: [], isWithin: true };
  let isGrid = false;
  const lines = rows.flatMap((row) => {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== undefined) {
      story.aside.add('deleted', wordsIn(row));
      return [];
    }
    if (childOf(properties, 'w:ins') !== undefined) story.findings.insertions++;
    const cells = within(row, 'w:tc');
    const [only] = cells;
    if (cells.length === 1 && only !== undefined) return readBlocks(only, inCell);
    isGrid = true;
    const words = cells.map((cell) => cellWords(cell, inCell, readBlocks));
    const notes = words.flatMap((cell) => cell.notes);
    const last = words.findLastIndex(({ text }) => text !== '');
    const text = words.slice(0, last + 1).map((cell) => cell.text);
    return [{ text: text.join('\t'), depth: null }, ...notes];
  });
  if (isGrid && lines.length > 0) story.findings.tables++;
  return lines;
}

interface CellWords {
  readonly text: string;
  readonly notes: readonly Line[];
}

function cellWords(cell: XmlElement, story: Story, readBlocks: ReadBlocks): CellWords {
  const properties = childOf(cell, 'w:tcPr');
  if (childOf(properties, 'w:cellDel') !== undefined) {
    story.aside.add('deleted', wordsIn(cell));
    return { text: '', notes: [] };
  }
  if (isContinued(properties, 'w:vMerge') || isContinued(properties, 'w:hMerge')) {
    // What stands in the rest of a merged cell is not shown.
    const words = wordsIn(cell).trim();
    if (words !== '') story.aside.add('hidden', words);
    return { text: '', notes: [] };
  }
  const lines = readBlocks(cell, story);
  return {
    text: lines
      .filter(({ isNote }) => isNote !== true)
      .map(({ text }) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '')
      .join(' '),
    notes: lines.filter(({ isNote }) => isNote === true),
  };
}

function isContinued(properties: XmlElement | undefined, name: string): boolean {
  const isMerged = childOf(properties, name) !== undefined;
  return isMerged && (settingOf(properties, name) ?? 'continue') === 'continue';
}

/** Rows or cells, which controls and marks of revision may wrap. */
function within(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/u.test(child.name)
      ? within(child, name)
      : [];
  });
}

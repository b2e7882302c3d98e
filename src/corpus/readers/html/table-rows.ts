import { elementsWithin, type PageElement, wordsWithin } from './parse-page.ts';

/** Cells longer than this hold a document, not a value. */
const LONGEST_CELL = 1000;

/** The rows of a table in their order, each with its cells; those of tables within its cells left out. */
export function rowsOf(table: PageElement): readonly (readonly PageElement[])[] {
  return rowElements(table).map((row) =>
    elementsOf(row).filter(({ name }) => name === 'td' || name === 'th'),
  );
}

export function captionOf(table: PageElement): PageElement | null {
  return elementsOf(table).find(({ name }) => name === 'caption') ?? null;
}

/** A table that only arranges a page: old sites set whole articles into one. */
export function isLayout(table: PageElement): boolean {
  const { role } = table.attributes;
  if (role === 'presentation' || role === 'none') return true;
  const rows = rowsOf(table);
  if (rows.every((cells) => cells.length <= 1)) return true;
  for (const { name } of elementsWithin(table)) {
    if (name === 'table' || /^h[1-6]$/u.test(name)) return true;
  }
  return rows.flat().some((cell) => wordsWithin(cell).trim().length > LONGEST_CELL);
}

function rowElements(table: PageElement): PageElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(?:head|body|foot)$/u.test(child.name)
      ? elementsOf(child).filter(({ name }) => name === 'tr')
      : [];
  });
}

function elementsOf({ children }: PageElement): PageElement[] {
  return children.filter((child): child is PageElement => typeof child !== 'string');
}

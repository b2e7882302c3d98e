import type { MultipleColumn, SingleColumn } from './columns.ts';

/** A row a group of the band, and a last one for those who gave no band. */
export interface GroupedCounts {
  /** How often each option was chosen. */
  readonly cells: readonly (readonly number[])[];
  /** Who answered the item. */
  readonly people: readonly number[];
}

/** How often each option was chosen in each group of a band. */
export function countByGroup(
  column: SingleColumn | MultipleColumn,
  band: SingleColumn,
): GroupedCounts {
  const width = column.item.options.length;
  const rows = band.item.options.length + 1;
  const cells = Array.from({ length: rows }, () => new Array<number>(width).fill(0));
  const people = new Array<number>(rows).fill(0);
  band.chosen.forEach((group, at) => {
    const row = group < 0 ? rows - 1 : group;
    const counts = cells[row] as number[];
    if (column.kind === 'single') {
      const option = column.chosen[at] as number;
      if (option < 0) return;
      (counts[option] as number)++;
      (people[row] as number)++;
      return;
    }
    if (column.given[at] === 0) return;
    (people[row] as number)++;
    for (let option = 0; option < width; option++) {
      (counts[option] as number) += column.flags[at * width + option] as number;
    }
  });
  return { cells, people };
}

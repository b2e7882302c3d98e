import { isFew } from '../../few.ts';
import { FEWEST } from '../survey.ts';
import { hiddenOptions } from './analyse-item.ts';
import type { CrossTable } from './analysis.ts';
import type { MultipleColumn, SingleColumn } from './columns.ts';
import { countByGroup } from './count-by-group.ts';
import { countAnswered, countOptions } from './count-column.ts';
import { hideChosenTable } from './hide-chosen-table.ts';
import { hideTable } from './hide-table.ts';

/**
 * Options by groups, with cells hidden; null where nothing of it may be told.
 *
 * Whoever reads it has the counts for all, and may know how many of each group answered, so all sums
 * are taken as known. What is hidden there already goes together here: groups of which nothing is
 * told, with those who gave no band, are one row, and options hidden for all are one column.
 */
export function crossTable(
  column: SingleColumn | MultipleColumn,
  band: SingleColumn,
  isShown: readonly boolean[],
): CrossTable | null {
  const { cells, people } = countByGroup(column, band);
  const totals = countOptions(column);
  const isHidden = hiddenOptions(column, totals, countAnswered(column));
  const rows = openRows(people, isShown);
  const options = totals.flatMap((_, at) => (isHidden[at] ? [] : [at]));
  if (rows.length === 0 || options.length === 0) return null;
  const others = people.flatMap((_, at) => (rows.includes(at) ? [] : [at]));
  const sumOver = (group: readonly number[], option: number) =>
    group.reduce((sum, row) => sum + (cells[row]?.[option] ?? 0), 0);
  const table = [...rows.map((row) => [row]), others].map((group) =>
    options.map((option) => sumOver(group, option)),
  );
  const sizes = [...rows.map((row) => [row]), others].map((group) =>
    group.reduce((sum, row) => sum + (people[row] as number), 0),
  );
  const whole =
    column.kind === 'single' ? withRest(table, sizes, options.length < totals.length) : table;
  // A few who gave no band are known in number: what all of their row chose, they did.
  const isOneMind = whole.at(-1)?.some((count) => count === sizes.at(-1)) ?? false;
  if (isFew(people.at(-1) as number) && isOneMind) return null;
  const hidden =
    column.kind === 'single'
      ? hideTable(whole)
      : hideChosenTable(table, sizes, { item: column.item, options });
  if (hidden === null) return null;
  const shown = band.item.options.map((_, group) => {
    const row = rows.indexOf(group);
    return totals.map((_total, option) => {
      const at = options.indexOf(option);
      if (row < 0 || at < 0 || hidden[row]?.[at]) return null;
      return table[row]?.[at] ?? null;
    });
  });
  if (shown.every((row) => row.every((count) => count === null))) return null;
  const { id, text, options: labels } = column.item;
  return { item: id, text, options: labels, rows: shown };
}

/** Groups told apart: of whom five answered, or none, and so did all others together. */
function openRows(people: readonly number[], isShown: readonly boolean[]): readonly number[] {
  let open = [...isShown.keys()].filter((at) => isShown[at] && !isFew(people[at] as number));
  for (;;) {
    const rest = people.reduce((sum, count, at) => sum + (open.includes(at) ? 0 : count), 0);
    const filled = open.filter((at) => (people[at] as number) >= FEWEST);
    if (!isFew(rest) || filled.length === 0) return isFew(rest) ? [] : open;
    const smallest = filled.reduce((one, other) =>
      (people[other] as number) < (people[one] as number) ? other : one,
    );
    open = open.filter((at) => at !== smallest);
  }
}

/** With a last column for the options that are hidden for all. */
function withRest(
  table: readonly (readonly number[])[],
  sizes: readonly number[],
  hasRest: boolean,
): readonly (readonly number[])[] {
  if (!hasRest) return table;
  return table.map((row, at) => [
    ...row,
    (sizes[at] as number) - row.reduce((sum, count) => sum + count, 0),
  ]);
}

import { isFew } from '../../few.ts';
import type { MultipleItem } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { choiceRules } from './hide-chosen.ts';
import { type Range, type SumRule, tighten } from './tighten.ts';

/**
 * Which cells of a multiple item by groups are hidden, where the sums of its columns are known and so
 * is the size of each row; null where no choice of cells keeps the small ones.
 *
 * In each column, cells that fewer than five of the group chose or did not choose are hidden, and
 * others while the hidden ones are one alone or of fewer than five people on either side.
 *
 * @param options those that the columns stand for; the others are hidden for all
 */
export function hideChosenTable(
  table: readonly (readonly number[])[],
  sizes: readonly number[],
  { item, options }: { readonly item: MultipleItem; readonly options: readonly number[] },
): readonly (readonly boolean[])[] | null {
  const hidden = table.map((row) => row.map(() => false));
  for (const column of options.keys()) {
    const chosen = table.map((row) => row[column] as number);
    const mask = hideColumn(chosen, sizes);
    if (mask === null) return null;
    mask.forEach((isHidden, row) => {
      (hidden[row] as boolean[])[column] = isHidden;
    });
  }
  return isGivenAway(table, sizes, { item, options, hidden }) ? null : hidden;
}

function hideColumn(chosen: readonly number[], sizes: readonly number[]): boolean[] | null {
  const left = chosen.map((count, row) => (sizes[row] as number) - count);
  const hidden = chosen.map((count, row) => isFew(count) || isFew(left[row] as number));
  const sumOf = (counts: readonly number[]) =>
    counts.reduce((sum, count, row) => sum + (hidden[row] ? count : 0), 0);
  while (
    hidden.includes(true) &&
    (hidden.filter(Boolean).length === 1 || sumOf(chosen) < FEWEST || sumOf(left) < FEWEST)
  ) {
    const open = chosen.flatMap((_, row) => (hidden[row] || sizes[row] === 0 ? [] : [row]));
    if (open.length === 0) return null;
    // Rows with both sides first: they leave more to guess.
    const next = open.toSorted((one, other) => costOf(one) - costOf(other))[0] as number;
    hidden[next] = true;
  }
  return hidden;

  function costOf(row: number): number {
    const isOneSided = chosen[row] === 0 || left[row] === 0;
    return (sizes[row] as number) + (isOneSided ? Number.MAX_SAFE_INTEGER / 2 : 0);
  }
}

/** Whether what may be chosen at least and at most tells a small cell after all. */
function isGivenAway(
  table: readonly (readonly number[])[],
  sizes: readonly number[],
  {
    item,
    options,
    hidden,
  }: {
    readonly item: MultipleItem;
    readonly options: readonly number[];
    readonly hidden: readonly (readonly boolean[])[];
  },
): boolean {
  if (!hidden.some((row) => row.includes(true))) return false;
  const width = item.options.length;
  const ranges: Range[] = [];
  const rules: SumRule[] = [];
  sizes.forEach((size, row) => {
    for (const option of item.options.keys()) {
      const at = options.indexOf(option);
      const isOpen = at >= 0 && !hidden[row]?.[at];
      const count = table[row]?.[at] ?? 0;
      ranges.push(isOpen ? { low: count, high: count } : { low: 0, high: size });
    }
    for (const { terms, low, high } of choiceRules(item, size)) {
      rules.push({
        terms: terms.map(({ at, weight }) => ({ at: row * width + at, weight })),
        ...{ low, high },
      });
    }
  });
  options.forEach((option, at) => {
    const sum = table.reduce((total, row) => total + (row[at] as number), 0);
    const terms = sizes.map((_, row) => ({ at: row * width + option, weight: 1 }));
    rules.push({ terms, low: sum, high: sum });
  });
  const found = tighten(ranges, rules);
  return table.some((row, r) =>
    row.some((count, at) => {
      const { low, high } = found[r * width + (options[at] as number)] as Range;
      const isSmall = isFew(count) || isFew((sizes[r] as number) - count);
      return hidden[r]?.[at] === true && isSmall && low === high;
    }),
  );
}

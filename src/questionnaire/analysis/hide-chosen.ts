import { isFew } from '../../few.ts';
import { excludesOthers, type MultipleItem } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { type Range, type SumRule, tighten } from './tighten.ts';

/**
 * Which options of a multiple item are hidden: those that fewer than five chose, or that fewer than
 * five of those who answered did not. How often options are chosen adds up to no total, but between
 * the least and the most that one may choose; the next smallest is hidden while that gives one away.
 */
export function hideChosen(
  item: MultipleItem,
  counts: readonly number[],
  answered: number,
): readonly boolean[] {
  const hidden = counts.map((count) => isFew(count) || isFew(answered - count));
  const small = [...hidden];
  while (isGivenAway(item, counts, answered, { hidden, small })) {
    const open = counts.flatMap((count, at) => (hidden[at] || count === 0 ? [] : [at]));
    if (open.length === 0) return counts.map(() => true);
    const next = open.reduce((one, other) =>
      (counts[other] as number) < (counts[one] as number) ? other : one,
    );
    hidden[next] = true;
  }
  return hidden;
}

function isGivenAway(
  item: MultipleItem,
  counts: readonly number[],
  answered: number,
  { hidden, small }: { readonly hidden: readonly boolean[]; readonly small: readonly boolean[] },
): boolean {
  const ranges = counts.map((count, at): Range => {
    if (!hidden[at]) return { low: count, high: count };
    if (!small[at]) return { low: 0, high: answered };
    // Whoever reads the report may guess on which side an option is small.
    return isFew(count)
      ? { low: 1, high: FEWEST - 1 }
      : { low: Math.max(0, answered - FEWEST + 1), high: answered - 1 };
  });
  const found = tighten(ranges, choiceRules(item, answered));
  return found.some(({ low, high }, at) => small[at] && low === high);
}

/** What the options chosen add up to at least and at most, those that exclude others apart. */
export function choiceRules(
  { options, least, most }: MultipleItem,
  answered: number,
): readonly SumRule[] {
  const fewest = Math.max(1, least ?? 1);
  const largest = Math.max(fewest, most ?? options.length);
  const excluding = options.map(excludesOthers);
  const weighted = (ofExcluding: number) =>
    options.map((_, at) => ({ at, weight: excluding[at] ? ofExcluding : 1 }));
  const lone = options.flatMap((_, at) => (excluding[at] ? [{ at, weight: 1 }] : []));
  const beside = options.flatMap((_, at): SumRule[] =>
    lone.length === 0 || excluding[at]
      ? []
      : [{ terms: [...lone, { at, weight: 1 }], low: 0, high: answered }],
  );
  const upper = largest * answered;
  return [
    { terms: weighted(fewest), low: fewest * answered, high: upper * options.length },
    { terms: weighted(largest), low: 0, high: upper },
    ...beside,
  ];
}

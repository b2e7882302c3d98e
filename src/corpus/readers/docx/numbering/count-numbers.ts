import { DEEPEST_LEVEL, type List, type ListLevel, type Lists } from './definitions.ts';
import { formatNumber } from './format-number.ts';

/** What a list puts before a paragraph. */
export interface NumberLabel {
  /** Such as `第三条`; empty for a mark that is no number. */
  readonly words: string;
  readonly suffix: ListLevel['suffix'];
}

/** The numbers of a document, counted paragraph by paragraph as Word counts them. */
export interface NumberCounts {
  /** Counts a paragraph; null where it names no list. */
  readonly next: (numId: number, level: number) => NumberLabel | null;
}

/** Of one abstract list, by level; null for a level that has not begun, or has to begin again. */
type Counts = (number | null)[];

/** @param unknownFormats takes the formats that are not known, whose numbers are written in digits */
export function countNumbers(lists: Lists, unknownFormats: Set<string>): NumberCounts {
  const countsByList = new Map<string, Counts>();
  const begun = new Set<string>();

  const next = (numId: number, level: number): NumberLabel | null => {
    const list = lists(numId);
    const own = list?.levels[level];
    if (list === undefined || own === undefined) return null;
    const counts = countsByList.get(list.abstractId) ?? noCounts();
    countsByList.set(list.abstractId, counts);
    const override = begun.has(`${numId}:${level}`) ? undefined : list.startOverrides.get(level);
    begun.add(`${numId}:${level}`);
    // A level that is skipped has thereby begun: after 1.1 the next of the first level is 2.
    for (let above = 0; above < level; above++) counts[above] ??= startOf(list, above);
    const before = counts[level] ?? null;
    counts[level] = override ?? (before === null ? startOf(list, level) : before + 1);
    for (let deeper = level + 1; deeper <= DEEPEST_LEVEL; deeper++) {
      if (startsAgain(list.levels[deeper] as ListLevel, level)) counts[deeper] = null;
    }
    return { words: labelOf(list, level, counts, unknownFormats), suffix: own.suffix };
  };
  return { next };
}

function noCounts(): Counts {
  return Array.from({ length: DEEPEST_LEVEL + 1 }, () => null);
}

function startOf(list: List, level: number): number {
  return list.startOverrides.get(level) ?? list.levels[level]?.start ?? 0;
}

function startsAgain({ restart }: ListLevel, after: number): boolean {
  return restart === null || after < restart;
}

function labelOf(
  list: List,
  level: number,
  counts: Readonly<Counts>,
  unknownFormats: Set<string>,
): string {
  const { text, format, isLegal } = list.levels[level] as ListLevel;
  // A bullet is a picture of a dot, whatever letter of whatever font draws it; 附件 says something.
  if (format === 'bullet') return /\p{Script=Han}/u.test(text) ? text : '';
  return text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const own = list.levels[at] as ListLevel;
    if (at > level || own.format === 'bullet') return '';
    const value = counts[at] ?? startOf(list, at);
    const shown = isLegal && at < level ? 'decimal' : own.format;
    const words = formatNumber(value, shown);
    if (words === undefined) unknownFormats.add(shown);
    return words ?? String(value);
  });
}

import { FORMS, type Read } from './figure-forms.ts';
import { type Marks, marksOf, NO_MARKS } from './figure-marks.ts';
import { isSameUnit } from './figure-units.ts';
import { withPlainNumbers } from './written-numbers.ts';

/** A number as a text states it. */
export interface Figure extends Marks {
  /** What it comes to, such as `2000`, `2~3`, `1/3`, `30%` or `〔2026〕12号`. */
  readonly value: string;
  /** What is counted, by one name for each kind; empty where nothing is said. */
  readonly unit: string;
  /** How often or for what each: 每年, 每2至3年, 每人. */
  readonly isRate: boolean;
  /** As it is written. */
  readonly words: string;
}

type Found = Read & { readonly words: string; readonly start: number; readonly end: number };

/** The figures that a phrase states, in Arabic or Chinese numerals or English words, in order. */
export function figuresIn(phrase: string): Figure[] {
  const text = withPlainNumbers(phrase);
  const found = find(text).sort((one, other) => one.start - other.start);
  return found.map(({ start, end, ...read }, at): Figure => {
    if (read.isRate) return { ...read, ...NO_MARKS };
    // A rate between a bound and its figure takes nothing away: 至少每季度一次.
    const before = found.slice(0, at).findLast(({ isRate }) => !isRate)?.end ?? 0;
    const next = found[at + 1]?.start ?? text.length;
    const marks = marksOf(
      afterLastBreak(text.slice(before, start)),
      read.words,
      text.slice(end, next),
      read.unit,
    );
    return { ...read, ...marks };
  });
}

/** Whether a figure of a claim is one of the source: an unnamed unit fits any. */
export function isSameFigure(claim: Figure, source: Figure): boolean {
  if (claim.isRate && !source.isRate) return false;
  return isSameValue(claim.value, source.value) && isSameUnit(claim.unit, source.unit);
}

/** A document number may be told without its issuer, or behind more words than that. */
function isSameValue(one: string, other: string): boolean {
  if (!one.includes('〔')) return one === other;
  return one.endsWith(other) || other.endsWith(one);
}

function find(text: string): Found[] {
  const found: Found[] = [];
  let rest = text;
  for (const [pattern, read] of FORMS) {
    for (const match of rest.matchAll(pattern)) {
      const figure = read(match);
      if (figure === null) continue;
      const [words] = match;
      const [start, end] = [match.index, match.index + words.length];
      found.push({ ...figure, words, start, end });
      rest = rest.slice(0, start) + '\0'.repeat(words.length) + rest.slice(end);
    }
  }
  return found;
}

function afterLastBreak(text: string): string {
  return text.slice(
    Math.max(...['，', '。', '；', ',', ';'].map((mark) => text.lastIndexOf(mark))) + 1,
  );
}

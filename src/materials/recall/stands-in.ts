import { type BareText, bareText } from './bare-text.ts';

/** What stands right before and after words; empty where a line begins or ends there. */
interface Neighbours {
  readonly before: string;
  readonly after: string;
}

const MARK = /^[\p{P}\p{S}]?$/u;

/**
 * Whether words stand in a text word for word, white space aside. They do not where they are only a part
 * of other words now: 可以补课 does not stand in 不可以补课.
 *
 * @param before the text that they were taken from; null where it is not there any more, so that it
 *   cannot be told whether they were a part of other words then too
 */
export function standsIn(words: string, now: BareText, before: BareText | null): boolean {
  const bare = bareText(words).text;
  if (bare === '') return true;
  const known = before === null ? [] : [...neighboursIn(bare, before)];
  for (const { before: left, after: right } of neighboursIn(bare, now)) {
    if (known.length === 0) return true;
    const beginsWhole = MARK.test(left) || known.some((one) => one.before === left);
    const endsWhole =
      MARK.test(right) || endsWithMark(bare) || known.some((one) => one.after === right);
    if (beginsWhole && endsWhole) return true;
  }
  return false;
}

function endsWithMark(words: string): boolean {
  return /[\p{P}\p{S}]$/u.test(words);
}

function* neighboursIn(words: string, { text, breaks }: BareText): Generator<Neighbours> {
  let at = text.indexOf(words);
  while (at >= 0) {
    const end = at + words.length;
    yield {
      before: breaks.has(at) ? '' : text.charAt(at - 1),
      after: breaks.has(end) ? '' : text.charAt(end),
    };
    at = text.indexOf(words, at + 1);
  }
}

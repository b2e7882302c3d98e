import { holdsAny } from './posting.ts';
import type { ParsedQuery, QueryTerm } from './query.ts';
import type { IndexReader } from './reader.ts';
import type { LexicalReasons } from './types.ts';
import { scanUnits } from './units.ts';

const MOST_WORDS = 8;

/** Which words, place and name of the question led to a document. */
export function reasonsFor(
  reader: IndexReader,
  parsed: ParsedQuery,
  document: number,
  place: string | undefined,
): LexicalReasons {
  const held = parsed.terms.filter((term) => holdsAny(reader.postings, term, document));
  const name = reader.nameOf(document);
  return {
    terms: joinedWords(
      held.filter((term) => !term.isExpansion),
      parsed.folded,
    ),
    expansions: held
      .filter((term) => term.isExpansion && !term.isSingle)
      .sort((left, right) => right.weight - left.weight)
      .slice(0, MOST_WORDS)
      .map(({ term }) => term),
    ...(place === undefined ? {} : { place }),
    ...(name.length > 1 && parsed.folded.includes(name) ? { name } : {}),
  };
}

/**
 * Overlapping bigrams read as one: 教育 and 育培 and 培训 give 教育培训. Runs stand in the order of
 * their weight; single characters only where no run holds them, and where nothing else is left.
 */
export function joinedWords(terms: readonly QueryTerm[], folded: string): string[] {
  const pairs = terms.filter((term) => !term.isSingle);
  const chosen = pairs.length > 0 ? pairs : terms;
  const runs = runsIn(folded, chosen);
  const weights = new Map<string, number>();
  for (const { text, weight } of runs) weights.set(text, Math.max(weights.get(text) ?? 0, weight));
  return [...weights]
    .sort((left, right) => right[1] - left[1])
    .slice(0, MOST_WORDS)
    .map(([text]) => text);
}

/**
 * What of the question no held bigram or word covers, in runs of two characters and more, in order.
 * A bigram across the border of two held words (费和 in 经费和师资) is no lack.
 */
export function uncoveredWords(held: readonly QueryTerm[], folded: string): string[] {
  const covered = runsIn(
    folded,
    held.filter((term) => !term.isSingle),
  );
  let rest = '';
  let from = 0;
  for (const { start, end } of covered) {
    rest += `${folded.slice(from, start)} `;
    from = end;
  }
  rest += folded.slice(from);
  const words: string[] = [];
  let word = '';
  const finish = () => {
    if (word.length > 1) words.push(word);
    word = '';
  };
  scanUnits(rest, (unit) => {
    if (unit === '') finish();
    else word += unit;
  });
  finish();
  return [...new Set(words)];
}

interface Span {
  start: number;
  end: number;
  weight: number;
}

interface Run extends Readonly<Span> {
  readonly text: string;
}

function runsIn(folded: string, terms: readonly QueryTerm[]): Run[] {
  const spans: Span[] = [];
  for (const { term, weight } of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      spans.push({ start: at, end: at + term.length, weight });
    }
  }
  spans.sort((left, right) => left.start - right.start || left.end - right.end);
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
      last.weight += span.weight;
    } else {
      runs.push({ ...span });
    }
  }
  return runs.map((run) => ({ ...run, text: folded.slice(run.start, run.end) }));
}

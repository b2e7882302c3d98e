import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../../retrieval/index/store-schema.ts';
import type { CitedSpan, Finding, ShownPassages } from '../gate.ts';
import { locateQuote } from './locate-quote.ts';

/** A quote as a model drafted it. */
export interface DraftQuote {
  /** The name of the passage that it is said to stand in, such as `P1`. */
  readonly passage: string;
  readonly text: string;
}

/** Quotes beyond these are not looked at: together they would be longer than an answer may quote. */
const MOST_QUOTES = 8;
/** Characters of a quote that a finding repeats. */
const LONGEST_FINDING = 600;

/** The quotes that stand in policy text, each once, and what was found against the others. */
export function quoteGate(
  quotes: readonly DraftQuote[],
  index: CorpusIndex,
  shown: ShownPassages,
): { readonly cited: readonly CitedSpan[]; readonly findings: readonly Finding[] } {
  const cited: CitedSpan[] = [];
  const findings: Finding[] = [];
  for (const { passage, text } of quotes.slice(0, MOST_QUOTES)) {
    const { outcome, span } = locateQuote(index, text, policyPassage(index, shown.get(passage)));
    if (outcome !== 'exact') {
      findings.push({ gate: 'quote', outcome, words: text.slice(0, LONGEST_FINDING) });
    }
    const isThere = cited.some(
      (one) => one.material === span?.material && one.start <= span.start && span.end <= one.end,
    );
    if (span !== null && !isThere) cited.push(span);
  }
  return { cited, findings };
}

/** A method reference that a draft names settles nothing. */
function policyPassage(index: CorpusIndex, passage: IndexedPassage | undefined) {
  const material = index.store.materials().find(({ id }) => id === passage?.material);
  return material?.kind === '政策文件' ? (passage ?? null) : null;
}

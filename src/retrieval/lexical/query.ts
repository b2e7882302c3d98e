import { foldCharacters, foldForIndex } from '../../text/fold.ts';
import { findPlaceReferences } from '../../text/references.ts';
import { withoutQuestionWords } from './question-words.ts';
import type { IndexReader } from './reader.ts';
import { visitTerms } from './terms.ts';
import type { LexicalQuery } from './types.ts';
import { isSingleCharacter } from './units.ts';

/** One distinct term of a question, looked up. */
export interface QueryTerm {
  readonly term: string;
  readonly isSingle: boolean;
  readonly isExpansion: boolean;
  /** idf times the weight of its kind. */
  readonly weight: number;
  /** Its postings; `from === to` for a term in no document. */
  readonly from: number;
  readonly to: number;
}

export interface ParsedQuery {
  /** The question as it was asked. */
  readonly text: string;
  /** Its folded form without question words and without places the index knows. */
  readonly folded: string;
  readonly terms: readonly QueryTerm[];
  /** Sum of the weights of the question's own terms, unknown ones included. */
  readonly wholeWeight: number;
}

/** A question of any length looks for no more terms than this; the weightiest are kept. */
const MOST_TERMS = 160;

export function parseQuery(
  reader: IndexReader,
  query: LexicalQuery,
  singleWeight: number,
): ParsedQuery {
  const { text, expansions } = typeof query === 'string' ? { text: query, expansions: [] } : query;
  const folded = withoutQuestionWords(foldForIndex(withoutPlaces(reader, text)));
  const terms = new Map<string, QueryTerm>();
  const add = (term: string, share: number, isExpansion: boolean) => {
    if (terms.has(term) && !isExpansion) return;
    const isSingle = isSingleCharacter(term);
    const weight = share * (isSingle ? singleWeight : 1) * reader.weightOf(term);
    if ((terms.get(term)?.weight ?? 0) >= weight) return;
    const [from, to] = reader.postingRange(reader.termNumber(term));
    terms.set(term, { term, isSingle, isExpansion, weight, from, to });
  };
  visitTerms(folded, (term) => add(term, 1, false));
  for (const expansion of expansions) {
    visitTerms(foldForIndex(expansion.text), (term) => add(term, expansion.weight, true));
  }
  const kept = affordable([...terms.values()]);
  const wholeWeight = kept.reduce((sum, term) => sum + (term.isExpansion ? 0 : term.weight), 0);
  return { text, folded, terms: kept, wholeWeight };
}

// A place the index knows is looked up as one; its characters would only ask for 第, 条 and 部分.
function withoutPlaces(reader: IndexReader, question: string): string {
  const folded = foldCharacters(question);
  let rest = '';
  let from = 0;
  for (const { key, start, end } of findPlaceReferences(question)) {
    if (reader.documentsAt(key).length === 0) continue;
    rest += `${folded.slice(from, start)} `;
    from = end;
  }
  return rest + folded.slice(from);
}

// Unknown terms cost nothing to look for and stay, for coverage.
function affordable(terms: QueryTerm[]): QueryTerm[] {
  if (terms.length <= MOST_TERMS) return terms;
  const known = terms.filter(({ from, to }) => to > from);
  known.sort((left, right) => right.weight - left.weight);
  return [...known.slice(0, MOST_TERMS), ...terms.filter(({ from, to }) => from === to)];
}

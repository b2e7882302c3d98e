import { foldForIndex } from '../../text/fold.ts';
import { withoutQuestionWords } from './question-words.ts';
import { isWordUnit, scanUnits } from './units.ts';

/**
 * The distinct terms of a text, folded: each unit (see `scanUnits`), and each two neighbouring units
 * of which one at least is a character.
 */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  visitTerms(foldForIndex(text), (term) => terms.add(term));
  return [...terms];
}

/** The terms of a question: as `termsOf`, with 什么, 哪些, 如何 and their kind left out. */
export function questionTermsOf(question: string): string[] {
  const terms = new Set<string>();
  visitTerms(withoutQuestionWords(foldForIndex(question)), (term) => terms.add(term));
  return [...terms];
}

/** Calls `visit` for every occurrence of a term in a folded text, in order. */
export function visitTerms(folded: string, visit: (term: string) => void): void {
  let previous = '';
  let previousIsWord = false;
  scanUnits(folded, (unit) => {
    if (unit !== '') {
      const isWord = isWordUnit(unit);
      visit(unit);
      if (previous !== '' && !(isWord && previousIsWord)) visit(previous + unit);
      previousIsWord = isWord;
    }
    previous = unit;
  });
}

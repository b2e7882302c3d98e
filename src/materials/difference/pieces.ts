import { diffArrays } from 'diff';
import type { Piece } from './difference.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Two texts as one, word by word; the words of each, in order, are the text again. */
export function piecesOf(before: string, after: string): Piece[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(
    ({ added, removed, value }): Piece => ({
      kind: added ? 'put-in' : removed ? 'taken-out' : 'same',
      text: value.join(''),
    }),
  );
}

function wordsOf(text: string): string[] {
  return [...WORDS.segment(text)].map(({ segment }) => segment);
}

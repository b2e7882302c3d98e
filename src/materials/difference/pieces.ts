import { diffArrays } from 'diff';
import type { Piece } from './difference.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/**
 * No paragraph of an official text is as long. Of longer ones only the stretch that differs is told: each
 * word costs as much as the whole text is long, which would take all memory.
 */
const LONGEST = 4000;
/** Words that differ, from which on two texts have too little in common to be told word by word. */
const MOST_EDITS = 800;

/** Two texts as one, word by word; the words of each, in order, are the text again. */
export function piecesOf(before: string, after: string): Piece[] {
  const isLong = Math.max(before.length, after.length) > LONGEST;
  const edits = isLong
    ? undefined
    : diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (edits === undefined) return stretchOf(before, after);
  return edits.map(
    ({ added, removed, value }): Piece => ({
      kind: added ? 'put-in' : removed ? 'taken-out' : 'same',
      text: value.join(''),
    }),
  );
}

/** What both begin with, what each has alone, and what both end with. */
function stretchOf(before: string, after: string): Piece[] {
  const [old, fresh] = [[...before], [...after]];
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const pieces: readonly Piece[] = [
    { kind: 'same', text: old.slice(0, start).join('') },
    { kind: 'taken-out', text: old.slice(start, old.length - end).join('') },
    { kind: 'put-in', text: fresh.slice(start, fresh.length - end).join('') },
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function wordsOf(text: string): string[] {
  return [...WORDS.segment(text)].map(({ segment }) => segment);
}

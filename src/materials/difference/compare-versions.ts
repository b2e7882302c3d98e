import type { ReadDocument } from '../../corpus/readers/document.ts';
import type { Difference, PassageChange, StandingPassage } from './difference.ts';
import { hunksOf, keyOf } from './hunks.ts';
import { pairUp } from './pair-up.ts';
import { paragraphsOf } from './paragraphs.ts';
import { piecesOf } from './pieces.ts';

/** What became of each paragraph between two versions; white space alone is no difference. */
export function compareVersions(before: ReadDocument, after: ReadDocument): Difference {
  const [old, fresh] = [paragraphsOf(before), paragraphsOf(after)];
  const hunks = hunksOf(old, fresh);
  const pairs = pairUp(hunks);
  const changes = hunks.flatMap((hunk): PassageChange[] => {
    if (hunk.kind === 'same') return hunk.pairs.map(([one, other]) => unchanged(one, other));
    const gone = hunk.before.filter((one) => !pairs.isUsed(one));
    const changesOf = (after: StandingPassage): PassageChange[] => {
      const partner = pairs.partnerOf(after);
      const stood = partner === undefined ? [] : takeBefore(gone, partner);
      return [...stood.map(removed), arrived(partner, after)];
    };
    return [...hunk.after.flatMap(changesOf), ...gone.map(removed)];
  });
  return { changes, counts: countsOf(changes) };
}

/** Takes those out that stood before another one. */
function takeBefore(gone: StandingPassage[], other: StandingPassage): StandingPassage[] {
  const later = gone.findIndex(({ start }) => start > other.start);
  return gone.splice(0, later === -1 ? gone.length : later);
}

function removed(before: StandingPassage): PassageChange {
  return { kind: 'removed', before };
}

function unchanged(before: StandingPassage, after: StandingPassage): PassageChange {
  return { kind: before.place === after.place ? 'same' : 'moved', before, after };
}

function arrived(before: StandingPassage | undefined, after: StandingPassage): PassageChange {
  if (before === undefined) return { kind: 'added', after };
  // The same words under another number have moved.
  if (wordsOf(before) === wordsOf(after)) return { kind: 'moved', before, after };
  return { kind: 'changed', before, after, pieces: piecesOf(before.text, after.text) };
}

const NUMBER =
  /^(?:第[\d〇零一二三四五六七八九十百千]+[编章节条款]|[（(]?[\d〇零一二三四五六七八九十百千]+[）)、.．])/u;

/** Without the number in front, which is not what it says. */
function wordsOf(passage: StandingPassage): string {
  return keyOf(passage).replace(NUMBER, '');
}

function countsOf(changes: readonly PassageChange[]): Difference['counts'] {
  const counts = { same: 0, moved: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
}

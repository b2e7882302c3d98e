import type {
  Difference,
  PassageChange,
  Piece,
  StandingPassage,
} from '../../../materials/difference/difference.ts';

/** Words around a change that stay as they are, on either side of it. */
const AROUND = 24;

/** 改动 2 处、新增 1 处，其余 30 处没有变. */
export function countsInWords({ counts }: Difference): string {
  const told = [
    [counts.changed, '改动'],
    [counts.added, '新增'],
    [counts.removed, '删去'],
    [counts.moved, '移动位置'],
  ] as const;
  const parts = told.flatMap(([count, name]) => (count === 0 ? [] : [`${name} ${count} 处`]));
  if (parts.length === 0) return `文字没有变化，共 ${counts.same} 处。`;
  return `${parts.join('、')}，其余 ${counts.same} 处没有变。`;
}

/** What differs, in its order. */
export function differing({ changes }: Difference): readonly PassageChange[] {
  return changes.filter(({ kind }) => kind !== 'same');
}

/** One passage that differs, with what was taken out and put in visible in plain text. */
export function changeInWords(change: PassageChange): string {
  switch (change.kind) {
    case 'same':
      return change.after.text;
    case 'moved':
      return `【移动】${change.before.place} 移到 ${change.after.place}\n${change.after.text}`;
    case 'changed':
      return `【改动】${placesOf(change.before, change.after)}\n${piecesInWords(change.pieces)}`;
    case 'added':
      return `【新增】${change.after.place}\n${change.after.text}`;
    case 'removed':
      return `【删去】${change.before.place}\n${change.before.text}`;
    default:
      return change satisfies never;
  }
}

function placesOf(before: StandingPassage, after: StandingPassage): string {
  return before.place === after.place ? after.place : `${before.place}（现为 ${after.place}）`;
}

function piecesInWords(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }, at) => {
      if (kind === 'taken-out') return `【删：${text}】`;
      if (kind === 'put-in') return `【增：${text}】`;
      return shortened(text, at > 0, at < pieces.length - 1);
    })
    .join('');
}

/** What stays the same is left out but for the words next to a change. */
function shortened(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const characters = [...text];
  const kept = (isAfterChange ? AROUND : 0) + (isBeforeChange ? AROUND : 0);
  if (characters.length <= kept + 1) return text;
  const head = isAfterChange ? characters.slice(0, AROUND).join('') : '';
  const tail = isBeforeChange ? characters.slice(-AROUND).join('') : '';
  return `${head}…${tail}`;
}

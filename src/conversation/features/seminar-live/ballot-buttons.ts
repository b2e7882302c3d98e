import { choicesWanted } from '../../../seminar/session/read-ballot.ts';
import { POINTS, type SeminarSession } from '../../../seminar/session/session.ts';
import type { Standing } from '../../../seminar/session/standing.ts';
import { choices } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { DraftBlock } from '../../reply.ts';

/** More cannot be found on a phone; numbers are sent instead. */
const MOST_BUTTONS = 20;
/** Of the choices. */
export const ORDINALS = ['第一', '第二', '第三'];

/** A button for each that can still be chosen; none where there are too many. */
export function pickButtons(
  { id: session, round }: SeminarSession,
  list: readonly Standing[],
  picks: readonly string[],
): DraftBlock[] {
  if (list.length > MOST_BUTTONS) return [];
  const place = picks.length;
  const buttons = list
    .filter(({ contribution }) => !picks.includes(contribution.id))
    .map(({ contribution: { id, number } }): readonly [string, Deed] => [
      `第${number}条`,
      { kind: 'pick', session, round, picks: [...picks, id] },
    ]);
  const wanted = choicesWanted(list.map(({ contribution }) => contribution));
  const label = wanted === 1 ? '选择' : `${ORDINALS[place]}选择（${POINTS[place]} 分）`;
  return [choices(label, ...buttons)];
}

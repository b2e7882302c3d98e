import type { Contribution, SeminarSession } from '../../../seminar/session/session.ts';
import { leading, tally } from '../../../seminar/session/tally.ts';
import { choices, plain } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { nameOf, numbersInWords, tallyLines } from './words.ts';

/** Those from which a focus is chosen; in a tie for the first place, all of them. */
const MOST_CANDIDATES = 5;

/** The tally with its ties; after the first round, what the others may be about. */
export async function resultBlocks(
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const { id, round, step } = session;
  const contributions = await on.seminars.contributions(id, round);
  const lines = tally(contributions.map(withDetails), await on.seminars.votes(id, round));
  if (lines.length === 0) return [plain('本轮没有意见。')];
  const first = leading(lines).map(({ contribution }) => contribution);
  const tie =
    first.length > 1
      ? `${numbersInWords(first)}并列第一${round === 'problem' ? '，由您选定一条作为聚焦问题' : ''}。`
      : '';
  const told = plain([`${nameOf(round)}投票结果：${tie}`, ...tallyLines(lines)].join('\n'));
  if (round !== 'problem') return [told];
  const candidates = lines.slice(0, Math.max(MOST_CANDIDATES, first.length));
  const buttons = candidates.map(({ contribution }): readonly [string, Deed] => [
    `聚焦第${contribution.number}条`,
    { kind: 'choose-focus', session: id, from: step, contribution: contribution.id },
  ]);
  return [
    told,
    choices('选定聚焦问题', ...buttons, ['换个说法', { kind: 'write-focus', session: id }]),
  ];
}

/** With what the trainer may change or add: 没有专人分析（人员）. */
function withDetails(one: Contribution): Contribution {
  const details = [one.category, one.responsible, one.deadline, one.feasibility];
  const told = details.filter((detail) => detail !== '').join('，');
  return told === '' ? one : { ...one, text: `${one.text}（${told}）` };
}

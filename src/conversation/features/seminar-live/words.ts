import type {
  Contribution,
  Round,
  SeminarSession,
  TallyLine,
} from '../../../seminar/session/session.ts';
import { ROUND_NAMES } from '../../../seminar/session/session.ts';
import type { Standing } from '../../../seminar/session/standing.ts';
import { tiedRanks } from '../../../seminar/session/tally.ts';

export const SESSION_GONE = '这场研讨已经不在了。';

/** “训前需求调研走过场”（第1组） */
export function sessionName({ topic, group }: Pick<SeminarSession, 'topic' | 'group'>): string {
  return `“${topic}”${group === '' ? '' : `（${group}）`}`;
}

/** What is written in a round, in a sentence. */
export function taskOf({ round, topic, focus }: SeminarSession): string {
  const about = round === 'problem' ? topic : focus;
  const what: Readonly<Record<Round, string>> = {
    problem: '请写出工作中遇到的具体问题',
    cause: '请写出造成这个问题的原因',
    measure: '请写出可以落实的对策',
  };
  return `围绕“${about}”，${what[round]}。`;
}

/** 3. 经费不足（含第 7、12 条） */
export function standingLine({ contribution, merged }: Standing): string {
  const numbers = merged.map(({ number }) => number).join('、');
  return `${contribution.number}. ${contribution.text}${numbers === '' ? '' : `（含第 ${numbers} 条）`}`;
}

/** The same for those who vote, to whom the numbers of what was merged say nothing. */
export function votableLine({ contribution, merged }: Standing): string {
  const raised = merged.length === 0 ? '' : `（${merged.length + 1} 条意见）`;
  return `${contribution.number}. ${contribution.text}${raised}`;
}

/** 第 3 条“经费不足” */
export function called({ number, text }: Contribution): string {
  return `第 ${number} 条“${text}”`;
}

/** 第 3、7、12 条 */
export function numbersInWords(contributions: readonly Contribution[]): string {
  return `第 ${contributions.map(({ number }) => number).join('、')} 条`;
}

function itemLine({ number, text }: Contribution): string {
  return `${number}. ${text}`;
}

/** 第 1 名（并列） 得分 9 分：3. 经费不足 */
export function tallyLines(lines: readonly TallyLine[]): string[] {
  const tied = tiedRanks(lines);
  if (lines.every(({ points }) => points === 0)) {
    return ['没有人投票。', ...lines.map(({ contribution }) => itemLine(contribution))];
  }
  return lines.map(({ contribution, points, rank }) => {
    const item = itemLine(contribution);
    if (points === 0) return `未得分：${item}`;
    return `第 ${rank} 名${tied.has(rank) ? '（并列）' : ''} 得分 ${points} 分：${item}`;
  });
}

/** 第2组 before 第10组. */
export function byGroup(
  one: Pick<SeminarSession, 'group'>,
  other: Pick<SeminarSession, 'group'>,
): number {
  return one.group.localeCompare(other.group, 'zh', { numeric: true });
}

/** 对策 */
export function nameOf(round: Round): string {
  return ROUND_NAMES[round];
}

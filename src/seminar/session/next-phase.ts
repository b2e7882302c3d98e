import { PHASES, type Phase, ROUND_NAMES, ROUNDS, type Round } from './session.ts';

/** Where a session stands. */
export interface Position {
  readonly round: Round;
  readonly phase: Phase;
}

/** What people have done in the round at hand. */
export interface Done {
  readonly contributions: number;
  readonly ballots: number;
}

/** What comes next; null after the last result. */
export function nextPhase({ round, phase }: Position): Position | null {
  const following = PHASES[PHASES.indexOf(phase) + 1];
  if (following !== undefined) return { round, phase: following };
  return nextRound(round);
}

/** The collection of the next round; null after the last one. */
export function nextRound(round: Round): Position | null {
  const following = ROUNDS[ROUNDS.indexOf(round) + 1];
  return following === undefined ? null : { round: following, phase: 'collect' };
}

/**
 * What comes before, where going back undoes nothing that people did; null elsewhere. A result that
 * was shown would sway a vote that is opened again.
 */
export function phaseBefore(
  { round, phase }: Position,
  { contributions, ballots }: Done,
): Position | null {
  switch (phase) {
    case 'collect': {
      const before = ROUNDS[ROUNDS.indexOf(round) - 1];
      if (before === undefined || contributions > 0) return null;
      return { round: before, phase: 'result' };
    }
    case 'merge':
      return { round, phase: 'collect' };
    case 'vote':
      return ballots > 0 ? null : { round, phase: 'merge' };
    case 'result':
      return null;
    default:
      return phase satisfies never;
  }
}

const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  collect: '收集',
  merge: '归并',
  vote: '投票',
  result: '公布结果',
};

/** 第一轮 问题 · 收集 */
export function positionInWords({ round, phase }: Position): string {
  const number = '一二三'[ROUNDS.indexOf(round)];
  return `第${number}轮 ${ROUND_NAMES[round]} · ${PHASE_NAMES[phase]}`;
}

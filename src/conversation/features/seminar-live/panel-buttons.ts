import { nextPhase, phaseBefore } from '../../../seminar/session/next-phase.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { Counts } from './counts.ts';
import { nameOf } from './words.ts';

type Button = readonly [label: string, deed: Deed];

/** Onward, back where nothing is undone by it, and what a phase has of its own. */
export function stepButtons(session: SeminarSession, counts: Counts): Button[] {
  const { id, step } = session;
  const move = (to: 'next' | 'back' | 'skip'): Deed => ({
    ...{ kind: 'move-session', session: id, from: step, to },
  });
  const before = phaseBefore(session, counts);
  const back: Button[] = before === null ? [] : [[backLabel(session), move('back')]];
  switch (session.phase) {
    case 'collect': {
      const isEmpty = counts.contributions === 0;
      const skips = isEmpty && session.round !== 'measure';
      return [
        ['结束收集，开始归并', move('next')],
        ...(skips ? [[`跳过${nameOf(session.round)}这一轮`, move('skip')] as const] : []),
        ...back,
      ];
    }
    case 'merge':
      return [
        ['归并建议', { kind: 'suggest-merges', session: id, skipped: [] }],
        ['开始投票', move('next')],
        ...back,
      ];
    case 'vote':
      return [['结束投票，公布结果', move('next')], ...back];
    case 'result': {
      const next = nextPhase(session);
      if (next === null) return [['结束研讨', { kind: 'ask-close-session', session: id }]];
      const label = `进入${nameOf(next.round)}收集`;
      return [[session.round === 'problem' ? `以此聚焦，${label}` : label, move('next')]];
    }
    default:
      return session.phase satisfies never;
  }
}

function backLabel({ phase }: SeminarSession): string {
  if (phase === 'merge') return '重新开放收集';
  return phase === 'vote' ? '退回归并' : '退回上一轮结果';
}

import type { Contribution } from '../../../src/seminar/session/session.ts';

/** Contributions of a round, numbered from 1; a number after `←` says where one was merged into. */
export function contributionsOf(...texts: readonly string[]): Contribution[] {
  return texts.map((line, at) => {
    const [text = '', into] = line.split('←');
    return {
      ...{ id: `c${at + 1}`, round: 'problem', number: at + 1, text },
      mergedInto: into === undefined ? null : `c${into}`,
      ...{ category: '', responsible: '', deadline: '', feasibility: '' },
    };
  });
}

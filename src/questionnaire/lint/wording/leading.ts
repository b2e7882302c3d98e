import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { judgedBeforehand } from './judged-beforehand.ts';
import { PUSHES, type Push } from './pushes.ts';
import { STANDING_JUDGEMENTS } from './standing-judgements.ts';

export const LEADING: ItemRule = {
  name: '诱导倾向',
  check: (asked) => {
    // A scale pair names a subject; what it is called is no word of the asker's.
    const isSubject = asked.type === 'scale-pair' && !/您|你|\?|是否/u.test(asked.bare);
    if (asked.type === 'section' || isSubject) return [];
    const [fault] = [...PUSHES, ...STANDING_JUDGEMENTS].flatMap((push) => faultOf(push, asked));
    if (fault !== undefined) return [fault];
    const judged = judgedBeforehand(asked);
    return judged === null ? [] : [pushOf(judged.words, judged.why, judged.mend)];
  },
};

function faultOf({ pattern, not, isFineOnScale = false, why, mend }: Push, asked: Asked): Fault[] {
  const found = pattern.exec(asked.bare);
  if (found === null || not?.test(asked.bare) === true) return [];
  if (isFineOnScale && (asked.scale !== null || asked.shape === 'yes-no')) return [];
  return [pushOf(found[0], why, mend)];
}

function pushOf(found: string, why: string, mend: string): Fault {
  const words = found.replace(/^[,。;:]|[,。;:?]$/gu, '');
  return { message: `题目里的“${words}”${why}，答的人会顺着选。`, mend };
}

import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { PUSHES, type Push } from './pushes.ts';

export const LEADING: ItemRule = {
  name: '诱导倾向',
  check: (asked) => {
    // A scale pair names a subject; what it is called is no word of the asker's.
    const isSubject = asked.type === 'scale-pair' && !/您|你|\?|是否/u.test(asked.bare);
    if (asked.type === 'section' || isSubject) return [];
    const [fault] = PUSHES.flatMap((push) => faultOf(push, asked));
    return fault === undefined ? [] : [fault];
  },
};

function faultOf({ pattern, not, why, mend }: Push, { bare }: Asked): Fault[] {
  const found = pattern.exec(bare);
  if (found === null || not?.test(bare) === true) return [];
  const words = found[0].replace(/^[,。;:]|[,。;:?]$/gu, '');
  return [{ message: `题目里的“${words}”${why}，答的人会顺着选。`, mend }];
}

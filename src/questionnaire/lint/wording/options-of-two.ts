import type { Asked } from '../asked.ts';
import type { Fault } from '../rule.ts';
import { namedIn } from './aspects.ts';
import { CONDITION, jointsOf, type Pair, RELATION } from './joints.ts';

/** Options that say two things. */
export function optionsOfTwo({ options, type, scale }: Asked): Fault[] {
  if (type === 'scale-pair' || scale !== null) return [];
  const faults = options.flatMap((option): Fault[] => {
    const bare = option.replace(/\([^()]*\)/gu, '');
    const pair = judgementsIn(bare) ?? joinedAndJudged(bare) ?? andOf(bare);
    if (pair === null) return [];
    return [
      {
        message: `选项“${option}”里有“${pair[0]}”和“${pair[1]}”两件事，只合一件的人选不了。`,
        mend: `拆成两个选项：“${pair[0]}”“${pair[1]}”。`,
      },
    ];
  });
  return faults.slice(0, 3);
}

/** The aspects that people tell apart whatever they think of the others. */
const APART =
  /^(?:content|schedule|material|teacher|method|time|place|meals|lodging|network|transport|logistics|management|cost)$/u;
const PREDICATE =
  /好|差|高|低|强|弱|丰富|单一|陈旧|实用|合理|不足|不够|不便|太|偏|过|清楚|清晰|生动|枯燥|满意|一般|不合适|合适|便利|紧张|认真|到位|不强|脱节|适中|周到|紧凑|充实|新颖|扎实|热情|耐心|整洁|小|大|远|少|长|短|贵|慢|快/u;

/** Two judgements in a row, each of an aspect of its own. */
export function judgementsIn(text: string): Pair | null {
  const clauses = text.split(/[,;、]|而且|并且|同时|但是?|且/u).map((clause) => clause.trim());
  const judged = clauses.filter((clause, at) => {
    if (CONDITION.test(clause) && at < clauses.length - 1) return false;
    const [named] = namedIn(clause, 'aspect');
    return (
      named !== undefined &&
      APART.test(named.group) &&
      clause.length > named.end &&
      PREDICATE.test(clause.slice(named.end))
    );
  });
  const [one, other] = judged;
  if (one === undefined || other === undefined) return null;
  const groupOf = (clause: string) => namedIn(clause, 'aspect')[0]?.group;
  return groupOf(one) === groupOf(other) ? null : [one, other];
}

/** 时间灵活并且费用低. */
function andOf(option: string): Pair | null {
  const found = /^(.{3,12}?),?(?:并且|而且|(?<![况暂])且)(.{3,12})$/u.exec(option);
  return found === null ? null : [found[1] as string, found[2] as string];
}

/** 时间和地点不合适. */
function joinedAndJudged(option: string): Pair | null {
  for (const [left, right, joint] of jointsOf(option)) {
    if (RELATION.test(right)) continue;
    const before = namedIn(left, 'aspect').at(-1);
    const after = namedIn(right, 'aspect')[0];
    if (before === undefined || after === undefined || before.group === after.group) continue;
    if (before.end !== left.length || after.start > 2 || joint === '兼') continue;
    if (!APART.test(before.group) || !APART.test(after.group)) continue;
    const predicate = right.slice(after.end);
    if (predicate.length < 1 || predicate.length > 6 || !PREDICATE.test(predicate)) continue;
    return [`${left}${predicate}`, right];
  }
  return null;
}

import type { Kit } from '../kit.ts';
import type { MethodPlan } from './method.ts';

/** Groups as even as they can be, as near to the usual size as the number allows. */
export function groupsOf(
  people: number,
  { groupSize }: Pick<MethodPlan, 'groupSize'>,
): Kit['groups'] {
  const { least, usual, most } = groupSize;
  const fewest = Math.ceil(people / most);
  const mostGroups = Math.max(Math.floor(people / least), 1);
  const count = Math.max(fewest, Math.min(Math.round(people / usual), mostGroups), 1);
  const larger = people % count;
  return Array.from({ length: count }, (_, at) => ({
    name: `第${at + 1}组`,
    people: Math.floor(people / count) + (at < larger ? 1 : 0),
  }));
}

/** How the groups are formed; how many they are, the sheets say. */
export function groupingOf(groups: Kit['groups']): string {
  return groups.length === 1
    ? '全班一组，共同研讨。'
    : '分组时把不同单位、不同岗位的学员编在一起，同一单位的分开。';
}

/** Under this, one person has two parts. */
const SMALL_GROUP = 6;

export function rolesOf(groups: Kit['groups']): Kit['roles'] {
  const isSmall = Math.min(...groups.map(({ people }) => people)) < SMALL_GROUP;
  const facilitator = {
    role: '催化师',
    duty:
      groups.length === 1
        ? '由教师担任。掌握步骤、提问和节奏，只引导，不评判。'
        : `教师总控步骤和时间；各组另请一人协助（${groups.length}组共${groups.length}人），只引导，不评判。`,
  };
  const recorder = '把发言原意写在全组看得见的地方，当场填写记录表，不记姓名。';
  const reporter = '代表小组汇报，只讲聚焦问题、主要原因和最想推的对策。';
  const chair = '维持秩序，让每个人都有机会发言，先请话少的人说。';
  const timer = '对照流程表提醒：还剩五分钟、还剩一分钟、时间到。';
  return isSmall
    ? [
        facilitator,
        { role: '组长（兼计时员）', duty: `${chair}${timer}` },
        { role: '记录员（兼汇报人）', duty: `${recorder}${reporter}` },
      ]
    : [
        facilitator,
        { role: '组长', duty: chair },
        { role: '记录员', duty: recorder },
        { role: '计时员', duty: timer },
        { role: '汇报人', duty: `${reporter}可以每轮换一人。` },
      ];
}

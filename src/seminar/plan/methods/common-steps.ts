import type { MethodStep, Talk } from '../method.ts';

/** A group's report, questions included; longer and nobody listens to the last one. */
const MINUTES_A_REPORT = 5;
/** More reports than this do not fit in a half-day. */
const MOST_REPORTS = 6;

export function opening({ subject, trouble, groups }: Talk): MethodStep {
  return {
    step: '开场',
    usual: 10,
    least: 4,
    tool: '催化师讲解',
    guide: `今天只谈一件事：${trouble ?? subject}。${groups === 1 ? '全班' : `${groups}个组`}同步走每一步，我负责步骤和时间，不评判观点。请先定好组长、记录员、计时员和汇报人。`,
    output: '人人清楚主题、步骤、规则和分工',
  };
}

export const wrapUp: MethodStep = {
  step: '整理',
  usual: 15,
  least: 5,
  tool: '记录表',
  guide:
    '对照记录表补齐内容：聚焦问题一句话，主要原因三条，对策写到责任主体和时限。谈不拢的写进分歧一栏。',
  output: '填好的记录表和一页汇报要点',
};

export function reporting({ groups }: Talk): readonly MethodStep[] {
  const reports = Math.min(groups, MOST_REPORTS);
  const who =
    groups > MOST_REPORTS
      ? `请${MOST_REPORTS}个组上台，其余各组把记录表贴出来互看`
      : groups === 1
        ? '请汇报人向全班讲'
        : '请各组依次上台';
  return [
    {
      step: '汇报',
      usual: Math.max(reports * MINUTES_A_REPORT, 10),
      least: Math.max(reports * 2, 4),
      tool: '分组汇报',
      guide: `${who}，每组只讲三样：聚焦问题、主要原因、最想推的一条对策。别组讲过的，只说不同之处。`,
      output: '各组汇报要点',
    },
    {
      step: '点评',
      usual: 10,
      least: 4,
      tool: '教师点评',
      guide: '点评看三点：问题真不真，原因深不深，对策实不实。最后说明成果交给谁、什么时候给回音。',
      output: '点评意见和成果去向',
    },
  ];
}

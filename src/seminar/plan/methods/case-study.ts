import type { MethodPlan } from '../method.ts';
import { opening, reporting, wrapUp } from './common-steps.ts';

/** 案例研讨: read alone, facts, the decision to take, options and costs, what carries over. */
export const caseStudy: MethodPlan = {
  groupSize: { least: 6, usual: 8, most: 10 },
  stages: [
    { stage: '理清事实', kinds: ['fact', 'fact', 'fact', 'feeling'] },
    { stage: '明确决定', kinds: ['meaning', 'analyse', 'analyse', 'analyse'] },
    { stage: '比较方案', kinds: ['create', 'weigh', 'risk', 'benefit'] },
    { stage: '迁移运用', kinds: ['create', 'weigh', 'decide'] },
  ],
  steps: (talk) => [
    opening(talk),
    {
      step: '独立阅读',
      usual: 15,
      least: 6,
      tool: '案例文本',
      guide: '请独立阅读案例，不交谈。划出三样：发生了什么、谁要作决定、最难的是哪一处。',
      output: '每人划好线的案例',
    },
    {
      step: '理清事实',
      usual: 25,
      least: 7,
      tool: '时间线',
      guide: `先排时间线，只说案例里写明的。推测出来的另记一栏。再说一说：这与${talk.unit}在${talk.subject}方面的情况哪里相像？`,
      output: '一张时间线，事实和推测分开',
    },
    {
      step: '明确决定',
      usual: 20,
      least: 6,
      tool: '决定点',
      guide: '案例里的人走到哪一步必须选？把要作的决定写成一句话，写清由谁来作、最晚什么时候作。',
      output: '一个决定点',
    },
    {
      step: '比较方案',
      usual: 40,
      least: 9,
      tool: '方案与代价表',
      guide: '至少列出三个方案，每个写出好处、代价和谁来承担。先列全，再比较，不急着表态。',
      output: '方案与代价对照表',
    },
    {
      step: '迁移运用',
      usual: 25,
      least: 6,
      tool: '岗位对照',
      guide: `合上案例，回到${talk.unit}：哪一条能用，改哪一处才能用，下个月在哪件事上先用？`,
      output: '每组两条可以带走的做法',
    },
    wrapUp,
    ...reporting(talk),
  ],
  rules: ['先事实，后判断；案例没有写的，注明是推测。'],
  supplies: ['案例文本，每人一份'],
  preparation: [
    '教师选一个与主题有关的本地真实案例，隐去单位和姓名，1500字以内，停在要作决定的地方。',
    '案例须经当事单位同意使用。',
  ],
};

import type { SeminarMethod } from '../order.ts';
import type { MethodPlan } from './method.ts';
import { actionLearning } from './methods/action-learning.ts';
import { caseStudy } from './methods/case-study.ts';
import { nominalGroup } from './methods/nominal-group.ts';
import { sixHats } from './methods/six-hats.ts';
import { threeStages } from './methods/three-stages.ts';
import { worldCafe } from './methods/world-cafe.ts';

export const METHOD_PLANS: Readonly<Record<SeminarMethod, MethodPlan>> = {
  三段式: threeStages,
  团体列名: nominalGroup,
  世界咖啡: worldCafe,
  行动学习: actionLearning,
  案例研讨: caseStudy,
  六顶思考帽: sixHats,
};

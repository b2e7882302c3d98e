import type { Grounding, Kit } from '../kit.ts';
import type { SeminarOrder } from '../order.ts';
import type { MethodPlan, Talk } from './method.ts';

/** 聚焦问题: the kit's own, until the participants have voted for theirs. */
export function focusOf({ subject, trouble, unit }: Talk): string {
  return trouble === null
    ? `${unit}在${subject}方面，当前最需要解决的一个问题是什么，怎样解决？`
    : `${trouble}，${unit}的问题主要出在哪里，从哪一步改起？`;
}

export function aimsOf({ subject, trouble, unit }: Talk, grounding: Grounding): string[] {
  const aims = [
    `说清${subject}在${unit}的真实情况，把事实和看法分开。`,
    trouble === null
      ? `找到影响${subject}的主要原因，每组不少于三条，分清哪些${unit}自己就能改。`
      : `找到${trouble}的主要原因，每组不少于三条，分清哪些${unit}自己就能改。`,
    '提出写明责任主体、时限和可行性的对策，每组两三条，至少一条一个月内能动手。',
  ];
  return grounding === 'none'
    ? aims
    : [...aims, `学员能说出资料原文对这一主题的表述，并与${unit}的情况对照。`];
}

/** What the grounding means for the kit. */
export function groundingNoteOf(grounding: Grounding, quotes: number): string {
  switch (grounding) {
    case 'full':
      return '现有资料对这一主题有直接表述，见选题依据。流程、分组、规则和题目属于方法建议。';
    case 'partial':
      return `现有资料对这一主题只有部分表述，直接相关的原文共${quotes}处，已全部列出。其余内容属于方法建议，没有政策依据。`;
    case 'none':
      return '现有资料没有涉及这一主题。本方案不引用政策表述，全部内容属于方法建议；需要政策依据的，请另行查找，经审核后使用。';
    default:
      return grounding satisfies never;
  }
}

export function preparationOf(order: SeminarOrder, method: MethodPlan): string[] {
  return [
    '提前三天把主题和聚焦问题发给学员，请各自想一两件与主题有关的实事，不必写成材料。',
    ...method.preparation,
    order.situation === ''
      ? '教师提前向三五名学员了解当地情况，准备一两个真实的例子，隐去单位和姓名。'
      : '教师核对一遍写进方案的当地情况，讲述时隐去单位和姓名。',
    '催化师与各组协助人员过一遍流程表，统一引导语和时间。',
    '研讨前定好成果交给谁、什么时候反馈。',
  ];
}

export function rulesOf(method: MethodPlan): string[] {
  return [
    ...method.rules,
    '不批评、不打断、不重复。',
    '对事不对人，不点单位和个人的名；不涉及秘密和不宜公开的事项。',
    '记录只写发言的原意，不写是谁说的。',
    '手机静音；需要离场的，轻声进出。',
  ];
}

export function suppliesOf(groups: Kit['groups'], people: number, method: MethodPlan): string[] {
  const tables = groups.length;
  return [
    `桌椅按${tables}组摆成岛式，每组一块白板或者一面可以贴纸的墙。`,
    `大白纸每组五张（共${tables * 5}张），白板笔每组三支（共${tables * 3}支）。`,
    `便利贴每人十张（共${people * 10}张），圆点贴每人六枚（共${people * 6}枚）。`,
    `题目清单和流程表每组一份，记录表每组两份（共${tables * 2}份）。`,
    ...method.supplies,
    '计时钟一个，全场看得见。',
  ];
}

export function reportingOf(groups: Kit['groups']): string[] {
  const said = '只讲三样：聚焦问题一句话，主要原因，最想推的一条对策。';
  return [
    groups.length === 1 ? `汇报人向全班汇报，${said}` : `每组一名汇报人，${said}`,
    '其他学员每人可以追问一句，汇报人当场回答或者记下。',
    '教师点评只看问题真不真、原因深不深、对策实不实，不给小组排名次。',
  ];
}

export const OUTCOME: readonly string[] = [
  '研讨结束当天，各组交记录表；三个工作日内由班主任汇总成一页成果清单，不写姓名。',
  '学员所在单位自己能办的，由学员带回，一个月后由班主任了解进展；需要上级研究的，由主办单位报送。',
  '收到的答复通过班次通知告知全体学员。',
];

export const RISKS: Kit['risks'] = [
  {
    risk: '题目谈得过大或者过碎',
    response: '回到问题清单，把同类的小问题并成一个有共性的问题，或者请提出的人补一件实事。',
  },
  {
    risk: '有人急着谈对策',
    response: '把对策记在一旁的“停车场”，请全组回到当前阶段，到对策阶段再取出来。',
  },
  {
    risk: '发言集中在少数人',
    response: '改为静写三分钟，再轮流发言，一人一条，先请没有说过的人。',
  },
  {
    risk: '讨论偏向诉苦或者埋怨',
    response: '请把“谁不好”换成“哪一步不好”，每说一条情况，补一条自己能做的。',
  },
  {
    risk: '时间不够',
    response: '先压缩汇报和点评，不跳过原因直接谈对策；投票聚焦的时间不减。',
  },
  {
    risk: '得分相同或者意见对立',
    response: '相同的都写上，由全组再议一轮；谈不拢的如实写进分歧一栏，不勉强一致。',
  },
];

import { excludesOthers, isOther } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';
import type { Fault } from '../rule.ts';

/** An option that takes in all of another, or all of the others. */
export function umbrellaFaults({ options, type, shape }: Asked): Fault[] {
  if (shape === 'yes-no') return [];
  const told = options.filter((option) => !isOther(option) && !excludesOthers(option));
  const all =
    type === 'multiple' || type === 'single' ? told.filter((option) => ALL.test(option)) : [];
  const faults: Fault[] = all.map((option) => ({
    message: `选项“${option}”与其他选项重叠，统计时分不开。`,
    mend: `删去“${option}”${type === 'multiple' ? '，全部同意的人逐个勾选' : ''}。`,
  }));
  const plain = told.map((option) => option.replace(/\([^()]*\)/gu, ''));
  for (const head of plain) {
    if (head.length < (CLASSES.test(head) ? 2 : 3) || head.length > 8) continue;
    const part = plain.find(
      (option) => option !== head && isPartOf(option.replace('的', ''), head.replace('的', '')),
    );
    if (part === undefined) continue;
    faults.push({
      message: `选项“${head}”已经包含了“${part}”，两个都选得上。`,
      mend: `删去“${head}”，或者改成不含“${part}”的说法，例如“其他${head}”。`,
    });
  }
  for (const [whole, parts] of WHOLES) {
    const one = plain.find((option) => whole.test(option));
    const other = plain.find((option) => parts.test(option));
    if (one === undefined || other === undefined || one === other) continue;
    faults.push({
      message: `选项“${one}”已经包含了“${other}”，两个都选得上。`,
      mend: `删去“${one}”，或者改成不含“${other}”的说法。`,
    });
  }
  return faults;
}

const ALL =
  /^(?:以上|上述)(?:所有|全部|各项|几项|都|均|皆)?(?:都?是|全部|都有|均有|都需要|所有|内容|皆是|均可|都包括)?$|^(?:全部|全选|所有|都需要|都想学|全都)$/u;
/** Short names of a class; other short words (报告, 讲座) are kinds beside 调研报告. */
const CLASSES =
  /^(?:干部|党员|人员|专家|讲座|研讨|教学|考察|直播|录播|党课|培训|教师|老师|课程|学习|机关|企业|单位|能力|知识|法律|农村|城市)$/u;
const WHOLES: readonly (readonly [RegExp, RegExp])[] = [
  [/^线上(?:培训|学习|课程|教学)?$/u, /网络(?:学院|直播|课程)|直播课?|录播课?|慕课/u],
  [/^线下(?:培训|学习|集中培训)?$/u, /^(?:集中面授|面授|现场教学|专题讲座)$/u],
  [/^党政机关$/u, /^(?:党委|政府|党的)(?:机关|部门)/u],
  [/^企业$/u, /^(?:国有|民营|私营).{0,2}企业?$|^国企$/u],
  [/^基层(?:单位|干部|组织|人员)?$/u, /^(?:乡镇|街道|村|社区)/u],
  [/^法律(?:法规|知识|法规知识)?$/u, /^.{1,8}(?:(?<![方办做说看想手书司执立])法|法典)$/u],
  [/^(?:政治)?理论(?:学习|知识|武装)?$/u, /^(?:党的)?创新理论$/u],
  [/^(?:信息化|数字(?:技能|素养))$/u, /^(?:办公软件|数据分析|人工智能)/u],
  [/^(?:中共)?党员(?:干部)?$/u, /^(?:公务员|事业单位|国有?企业?|企业|机关)/u],
  [/^互动式?(?:教学|培训)$/u, /^(?:小组|分组)(?:讨论|研讨)$/u],
];

/** 县处级领导干部 is part of 领导干部; 不满意 is no part of 满意. */
function isPartOf(option: string, head: string): boolean {
  if (!option.endsWith(head)) return false;
  const before = option.slice(0, -head.length);
  return (
    before.length >= 2 &&
    !/[不没未无非和与及、或]|其他|比较|非常|基本|较|两者|结合|各类|线上线下/u.test(before)
  );
}

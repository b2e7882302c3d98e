/** Two things that are joined, as they are written. */
export type Pair = readonly [left: string, right: string];

export type Joint = readonly [left: string, right: string, joint: string];

/** Joins two things; not where it is part of a word (共和国、参与、涉及). */
const JOINS =
  /(?<![总缓温饱柔附])(?<!共(?=和国))和(?![谐平美睦解气缓善])|(?<![参给赋])与(?![会其否]|时俱进|此同时)|以及|(?<![以涉普提顾触波危论推企])及(?![时格其早至以])|、|并且|而且|兼|(?<=[^一共])同(?=时间)/gu;
/** One thing is held against another: 培训内容与岗位需求的匹配程度. */
export const RELATION =
  /^[^,。?、]{0,16}?(?:关联|相关|匹配|契合|结合|联系|一致|符合|衔接|差距|关系|比例|比重|平衡|区别|融合|对接|贴合|脱节|矛盾(?!纠纷|调|化|排查)|冲突|之间|相比|适应|呼应|转化|对应|协同|吻合|同步|搭配|同一|相同|一样|比较(?:起来)?$|相较|哪个|哪一个|差异)/u;
/** Asks for a judgement and not for a choice among kinds. */
export const JUDGES =
  /满意|评价|如何|怎么样|怎样|是否|吗[?。]?$|合理|合适|程度|打分|评分|有多|能否|好不好|帮助|同意/u;
/** Sets the scene for the clause that asks. */
export const CONDITION =
  /^(?:如果|若|如|假如|无论|不论|不管|只要|除|对于|关于|就|当|在|从|结合|根据|围绕|针对|面对|为了?|随着|请|按|自)/u;

export function jointsOf(clause: string): Joint[] {
  return [...clause.matchAll(JOINS)].map((match) => [
    clause.slice(0, match.index),
    clause.slice(match.index + match[0].length),
    match[0],
  ]);
}

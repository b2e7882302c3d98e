/** Steps of ladders that people stand on, from below; a step's other names beside it. */
const LADDERS: readonly (readonly RegExp[])[] = [
  [/科员|办事员/u, /乡科|科级/u, /县处|处级/u, /厅局|厅级|局级/u, /省部|部级/u],
  [/小学/u, /初中/u, /高中|中专/u, /大专|专科/u, /本科/u, /硕士|研究生/u, /博士/u],
  [/初级/u, /中级/u, /副高/u, /正高/u],
  [
    /村/u,
    /乡镇|镇级|乡级|街道/u,
    /县级|县区|区县|区级/u,
    /市级|州级/u,
    /省级|自治区/u,
    /中央|国家级/u,
  ],
];

/** Ranks of people, in words that stand on no ladder of the above. */
const RANK =
  /^(?:市区|城区|县城|乡镇|集镇|农村|村庄?|城市|郊区|社区)$|党员|团员|群众|民主党派|无党派|高级|主任科员|调研员|班子成员|中层|(?:一般|普通)(?:干部|职工|员工|工作人员)|负责人|主要领导|分管领导|学士|职级|级(?:干部|及|以|$)/u;

/** Where an option stands: its ladder, and the steps that it takes in. */
export interface Steps {
  readonly ladder: number;
  readonly from: number;
  readonly to: number;
}

/** Null where the option names no step, or steps of which nobody can say where they end. */
export function readSteps(option: string): Steps | null {
  for (const [ladder, steps] of LADDERS.entries()) {
    const at = steps.flatMap((step, index) => (step.test(option) ? [index] : []));
    const [first] = at;
    const last = at.at(-1);
    if (first === undefined || last === undefined) continue;
    // 研究生 alone is 硕士 and 博士.
    if (/^研究生$/u.test(option)) return { ladder, from: first, to: steps.length - 1 };
    // 及以下 takes in the step it names; 以下 beside that step does not.
    const holds = /[及或含]/u.test(option) ? 0 : 1;
    if (/以上/u.test(option)) return { ladder, from: first + holds, to: steps.length - 1 };
    if (/以下/u.test(option)) return { ladder, from: 0, to: last - holds };
    return { ladder, from: first, to: last };
  }
  return null;
}

export function isOrdinal(option: string): boolean {
  return option.length <= 20 && (readSteps(option) !== null || RANK.test(option));
}

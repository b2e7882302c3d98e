import type { Variant } from './order.ts';

const VARIANT_WORDS: readonly (readonly [Variant, RegExp])[] = [
  ['young', /年轻干部|青年干部|中青年|初任|新录用|新入职|新进|选调生|后备干部|优秀年轻/u],
  [
    'professional',
    /专业技术|专技|技术人员|技术人才|工程师|科研人员|科技人|高层次人才|教师|医生|医务|医护|农技|会计|研究人员|高技能/u,
  ],
  ['grassroots', /乡镇|街道|社区|村|基层|站所|网格/u],
  [
    'leading',
    /领导|厅局级|司局级|地厅级|县处级|处级|处长|司长|局长|院长|校长|书记|主要负责|一把手|班子/u,
  ],
];

/** The group that an audience belongs to: 年轻干部 in a 乡镇 are young, 教师 are professional. */
export function variantOf(audience: string): Variant {
  return VARIANT_WORDS.find(([, words]) => words.test(audience))?.[0] ?? 'general';
}

const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['厅局级', /厅局级|司局级|地厅级|厅级|局级|司局长/u],
  ['县处级', /(?<!厅局|地厅)县处级|(?<!县)处级|处长/u],
  ['乡科级', /科级|科长/u],
];

/** The one level that an audience names; null where it names none or several. */
export function levelOf(audience: string): string | null {
  if (/以上|以下|至/u.test(audience)) return null;
  const named = LEVELS.filter(([, words]) => words.test(audience));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

import { z } from 'zod';
import { withoutUnseen } from '../../text/without-unseen.ts';
import type { MaterialDetails } from '../material.ts';

const LONGEST_WORDS = 200;

const details = z.object({
  title: z.string(),
  issuer: z.string(),
  edition: z.string(),
  kind: z.enum(['政策文件', '方法参考']),
  openness: z.enum(['公开', '内部']),
  classes: z.array(z.string().min(1)),
  effective_from: z.iso.date().nullable(),
  effective_to: z.iso.date().nullable(),
});

export const DETAIL_NAMES: Readonly<Record<keyof MaterialDetails, string>> = {
  title: '题名',
  issuer: '发文机关',
  edition: '文号或版次',
  kind: '类别',
  openness: '公开范围',
  classes: '可查阅的班次',
  effective_from: '生效日期',
  effective_to: '失效日期',
};

export type CheckedDetails =
  | { readonly kind: 'fine'; readonly details: MaterialDetails }
  | { readonly kind: 'wrong'; readonly problem: string };

/**
 * What would be registered of a material once some of it is changed.
 *
 * @param given as people wrote it: nothing is known of it but its fields
 */
export function checkDetails(
  before: MaterialDetails,
  given: Partial<MaterialDetails>,
): CheckedDetails {
  const parsed = details.partial().safeParse(given);
  if (!parsed.success) return wrong(problemOf(String(parsed.error.issues[0]?.path[0])));
  const set = Object.fromEntries(
    Object.entries(parsed.data)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, isWords(field) ? wordsOf(value as string) : value]),
  );
  const now = { ...before, ...set } as MaterialDetails;
  for (const field of WORDS) {
    if (now[field] === '') return wrong(`${DETAIL_NAMES[field]}不能为空，请填写。`);
    if (now[field].length > LONGEST_WORDS) {
      return wrong(`${DETAIL_NAMES[field]}不能超过 ${LONGEST_WORDS} 字，请缩短。`);
    }
  }
  if (now.classes.length > 0 && now.openness !== '内部') {
    return wrong('只有内部资料才能限定班次。请把公开范围改为“内部”，或不限定班次。');
  }
  const { effective_from: from, effective_to: to } = now;
  if (from !== null && to !== null && to < from) {
    return wrong(`失效日期 ${to} 早于生效日期 ${from}，请更正。`);
  }
  return { kind: 'fine', details: { ...now, classes: [...new Set(now.classes)] } };
}

const WORDS = ['title', 'issuer', 'edition'] as const;

function isWords(field: string): boolean {
  return (WORDS as readonly string[]).includes(field);
}

/** One line without what nobody sees; a title without the marks around it. */
function wordsOf(raw: string): string {
  return withoutUnseen(raw)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^《([^《》]*)》$/u, '$1');
}

function problemOf(field: string): string {
  switch (field) {
    case 'effective_from':
    case 'effective_to':
      return `${DETAIL_NAMES[field]}不是有效的日期，请写成 2026-03-01 这样的形式。`;
    case 'kind':
      return '类别只有“政策文件”和“方法参考”两种，请更正。';
    case 'openness':
      return '公开范围只有“公开”和“内部”两种，请更正。涉密资料不得存入本系统。';
    default:
      return `${DETAIL_NAMES[field as keyof MaterialDetails] ?? field}的写法不对，请更正。`;
  }
}

function wrong(problem: string): CheckedDetails {
  return { kind: 'wrong', problem };
}

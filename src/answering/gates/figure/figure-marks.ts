import { TIME } from './figure-units.ts';

/** Whether a figure is the least, the most, passed, not reached, or a rough one. */
export type Bound = 'least' | 'most' | 'more' | 'less' | 'about' | null;
/** Where a date or a span of time stands: 年底前, 6个月内, 3月1日起. */
export type Edge = 'within' | 'before' | 'after' | 'from' | null;

/** What stands around a figure and belongs to it. */
export interface Marks {
  readonly bound: Bound;
  readonly edge: Edge;
  /** Which end of a year or month is meant. */
  readonly part: 'end' | 'start' | null;
  /** From where a span is counted: 任职后6个月. */
  readonly counted: 'before' | 'after' | null;
}

export const NO_MARKS: Marks = { bound: null, edge: null, part: null, counted: null };

const NOT = '不(?:得|应|能|可|宜)?';
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    new RegExp(
      `(?:${NOT}(?:少|低|小|短)于|至少|起码|最少|最低|at least|no less than|not less than|no fewer than|a minimum of)`,
      'giu',
    ),
    'least',
  ],
  [
    new RegExp(
      `(?:${NOT}(?:超过|超出|突破|多于|高于|大于|长于)|至多|最多|最高|最长|at most|no more than|not more than|up to|not exceed(?:ing)?|a maximum of)`,
      'giu',
    ),
    'most',
  ],
  [
    /(?<!不|不得|不应|不能|不可|不宜)(?:超过|超出|突破|多于|高于|大于)|逾|(?<!no |not )more than/giu,
    'more',
  ],
  [
    /(?<!不|不得|不应|不能|不可|不宜)(?:少于|低于|小于|短于)|不足|不到|不满|未满|未达到?|(?<!no |not )(?:less|fewer) than/giu,
    'less',
  ],
];
const ROUGHLY =
  /(?:大约|大概|大致|(?<![节条公契制预签大])约|\b(?:about|around|approximately|roughly|some))\s*$/iu;
const NEARLY = /近\s*$/u;
const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/^\s*(?:及|及其|或)?以上|^\s*or (?:more|above)/iu, 'least'],
  [/^\s*(?:及|或)?以下|^\s*or (?:less|fewer|below)/iu, 'most'],
  [/^(?:左右|上下|前后)/u, 'about'],
  [/^(?:余|有余)/u, 'more'],
];
const EDGES: readonly (readonly [RegExp, Edge])[] = [
  [/^(?:[之以]?内|里|之中)/u, 'within'],
  [/^[之以]?前/u, 'before'],
  [/^[之以]?后/u, 'after'],
  [/^(?:起|开始|以来)/u, 'from'],
];

/**
 * @param before the text from the figure before, or from the beginning of the phrase
 * @param words the figure as it is written
 * @param behind the text up to the next figure or the end of the phrase
 */
export function marksOf(before: string, words: string, behind: string, unit: string): Marks {
  const isTime = TIME.has(unit);
  const part = /^[底末]/u.test(behind) ? 'end' : /^初/u.test(behind) ? 'start' : null;
  const rest = part === null ? behind : behind.slice(1);
  const edge = EDGES.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
  const isWithin = !isTime && /^以?内/u.test(rest);
  return {
    bound: isWithin ? 'most' : boundOf(before, words, behind, isTime),
    edge: isTime ? edge : null,
    part: isTime ? part : null,
    counted: isTime ? countedFrom(before) : null,
  };
}

function boundOf(before: string, words: string, behind: string, isTime: boolean): Bound {
  const standsBehind = BEHIND.find(([pattern]) => pattern.test(behind))?.[1];
  if (standsBehind !== undefined) return standsBehind;
  if (/(?<!^)[余多]/u.test(words)) return 'more';
  if (ROUGHLY.test(before) || (!isTime && NEARLY.test(before))) return 'about';
  let [bound, last]: [Bound, number] = [null, -1];
  for (const [pattern, meaning] of BEFORE) {
    for (const { index } of before.matchAll(pattern)) {
      if (index > last) [bound, last] = [meaning, index];
    }
  }
  return bound;
}

function countedFrom(before: string): Marks['counted'] {
  const [, word] = /([前后])的?\s*$/u.exec(before) ?? [];
  if (word === undefined) return null;
  return word === '前' ? 'before' : 'after';
}

/** Whether a claim's figure keeps the marks of the source's. */
export function keepsMarks(claim: Marks, source: Marks): boolean {
  if (claim.bound !== source.bound) return false;
  if (claim.part !== null && claim.part !== source.part) return false;
  if (claim.counted !== null && source.counted !== null && claim.counted !== source.counted) {
    return false;
  }
  return keepsEdge(claim.edge, source.edge);
}

/** 5年内 may be told as 5年 and the other way round; a deadline may not be lost, or made. */
function keepsEdge(claim: Edge, source: Edge): boolean {
  if (claim === source) return true;
  if (claim === null) return source === 'within' || source === 'from';
  return claim === 'within' && source === null;
}

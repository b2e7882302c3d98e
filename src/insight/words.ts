import { dateInWords } from '../text/date-in-words.ts';
import type { AnsweredBy } from './answered-by.ts';
import type { Band } from './bands.ts';
import type { ReleaseBrief } from './insight.ts';

export const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  answered: '已作答',
  'not-in-corpus': '现有资料未载明',
  'not-included': '内容未收录',
  'out-of-scope': '超出范围',
};

export const WAY_NAMES: Readonly<Record<AnsweredBy, string>> = {
  embedded: '直接引用原文',
  model: '模型起草',
  instead: '模型未采用，改为直接引用',
};

export const VERDICT_NAMES: Readonly<Record<ReleaseBrief['verdict'], string>> = {
  first: '首次启用',
  passed: '通过，已启用',
  held: '没有通过，未启用',
  overruled: '由管理员决定启用',
};

/** How exact times are. */
export const TIMES_NOTE =
  '用时从收到提问算到答复完毕，按区间计数；“不超过”的是区间上限，比实际用时至多多三分之二（0.01 秒以下的除外）。';

export function bandInWords({ above, upTo }: Band): string {
  if (above === 0 || upTo === null) return withinInWords({ above, upTo });
  return `${seconds(above)} 至 ${seconds(upTo)} 秒`;
}

/** What the times of a band, and all shorter ones, do not exceed. */
export function withinInWords({ above, upTo }: Band): string {
  return upTo === null ? `超过 ${seconds(above)} 秒` : `不超过 ${seconds(upTo)} 秒`;
}

function seconds(milliseconds: number): string {
  return String(milliseconds / 1000);
}

/** 79.3%; 100% only where it is all. */
export function percent(share: number): string {
  const shown = (Math.round(share * 1000) / 10).toFixed(1);
  return `${shown === '100.0' && share < 1 ? '99.9' : shown.replace(/\.0$/u, '')}%`;
}

/** Topics that still want something done. */
export function openTopics({
  open,
  assigned,
  submitted,
}: {
  readonly open: number;
  readonly assigned: number;
  readonly submitted: number;
}): number {
  return open + assigned + submitted;
}

/** 2026年10月28日至11月26日. */
export function daysInWords(from: string, to: string): string {
  const last = dateInWords(to);
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${dateInWords(from)}至${isSameYear ? last.replace(/^\d+年/u, '') : last}`;
}

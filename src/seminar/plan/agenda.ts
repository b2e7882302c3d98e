import type { AgendaStep } from '../kit.ts';
import type { MethodStep } from './method.ts';

/** From this many minutes on there are breaks. */
const LONG = 200;
/** A break for every so many minutes of work. */
const WORK_BEFORE_BREAK = 120;
const BREAK_MINUTES = 10;
/** From this many minutes on it is a day with a noon. */
const WHOLE_DAY = 300;
/** Times are round where there is enough of them. */
const ROUND_FROM = 120;
const ROUND = 5;

/**
 * The minute-by-minute table: the time given is shared out by what each step wants, none under its
 * least. The minutes add up to `minutes` exactly.
 *
 * @param minutes at least the sum of the steps' least
 */
export function agendaOf(steps: readonly MethodStep[], minutes: number): AgendaStep[] {
  const breaks = minutes < LONG ? 0 : Math.floor((minutes - 1) / WORK_BEFORE_BREAK);
  const shared = shareOut(steps, minutes - breaks * BREAK_MINUTES);
  const rows = steps.map(
    ({ step, tool, guide, output }, at): AgendaStep => ({
      ...{ step, minutes: shared[at] ?? 0, tool, guide, output },
    }),
  );
  return withBreaks(rows, breaks, minutes);
}

/** Whole minutes, in fives where they are many; each step as near to what it wants as it can be. */
function shareOut(steps: readonly MethodStep[], minutes: number): number[] {
  const unit = minutes >= ROUND_FROM && minutes % ROUND === 0 ? ROUND : 1;
  const all = sum(steps.map(({ usual }) => usual));
  const least = steps.map((step) => Math.ceil(step.least / unit) * unit);
  const wanted = steps.map(({ usual }) => (usual * minutes) / all);
  const shared = wanted.map((want, at) => Math.max(least[at] ?? 0, Math.floor(want / unit) * unit));
  /** How much a step has too little. */
  const lack = (at: number) => (wanted[at] ?? 0) - (shared[at] ?? 0);
  const positions = steps.map((_, at) => at);
  for (let left = minutes - sum(shared); left !== 0; left = minutes - sum(shared)) {
    const change = left > 0 ? Math.min(unit, left) : Math.max(-unit, left);
    const may = positions.filter(
      (at) => change > 0 || (shared[at] ?? 0) + change >= (least[at] ?? 0),
    );
    const pool = may.length === 0 ? positions : may;
    const at = pool.reduce((best, one) =>
      (lack(one) - lack(best)) * Math.sign(change) > 0 ? one : best,
    );
    shared[at] = (shared[at] ?? 0) + change;
  }
  return shared;
}

function withBreaks(rows: readonly AgendaStep[], breaks: number, minutes: number): AgendaStep[] {
  const work = sum(rows.map(({ minutes }) => minutes));
  const placed: AgendaStep[] = [];
  let done = 0;
  let given = 0;
  for (const row of rows) {
    placed.push(row);
    done += row.minutes;
    const isDue = given < breaks && done >= ((given + 1) * work) / (breaks + 1);
    if (isDue && row !== rows.at(-1)) {
      given++;
      const isNoon = minutes >= WHOLE_DAY && given === Math.ceil(breaks / 2);
      placed.push({ ...(isNoon ? NOON : REST), minutes: BREAK_MINUTES });
    }
  }
  return given < breaks ? withTimeBack(placed, (breaks - given) * BREAK_MINUTES) : placed;
}

/** A break that found no place is worked through. */
function withTimeBack(rows: readonly AgendaStep[], minutes: number): AgendaStep[] {
  const longest = rows.reduce((best, row) => (row.minutes > best.minutes ? row : best));
  return rows.map((row) => (row === longest ? { ...row, minutes: row.minutes + minutes } : row));
}

const REST = {
  step: '休息',
  tool: '无',
  guide: '休息十分钟，请按时回到座位。',
  output: '无',
} as const;

/** Between morning and afternoon; the meal is not of the minutes given. */
const NOON = {
  ...REST,
  step: '上午休会',
  guide:
    '上午的研讨到这里，请收好本组的纸和卡片。午间休息另行安排，不计入本表；下午从下一步接着做。',
} as const;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

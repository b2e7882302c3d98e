import type { TrainingClass } from './person.ts';

export type ReadClassLine =
  | { readonly ok: true; readonly class: Omit<TrainingClass, 'id'> }
  | { readonly ok: false; readonly problem: string };

const DATE = /(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?/gu;
const LONGEST_NAME = 60;
const EXAMPLE = '例如：县处级干部任职培训班 2026-12-01 2026-12-10';

/** A class in a line: its name, and its first and last day. */
export function readClassLine(text: string): ReadClassLine {
  const found = [...text.normalize('NFKC').matchAll(DATE)];
  const days = found.map(([, year, month, day]) => isoDate(year, month, day));
  const name = text
    .normalize('NFKC')
    .replace(DATE, ' ')
    .replace(/[\s,，、:：至到—~-]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s至到—~-]+$/u, '');
  if (!/\p{L}/u.test(name)) return { ok: false, problem: `没有看到班次名称。${EXAMPLE}` };
  if ([...name].length > LONGEST_NAME) {
    return { ok: false, problem: `班次名称最多 ${LONGEST_NAME} 个字，请写短一些。` };
  }
  const [startsOn, endsOn = startsOn] = days;
  if (days.length > 2 || startsOn === undefined) {
    return { ok: false, problem: `请写明起止两个日期。${EXAMPLE}` };
  }
  if (startsOn === null || endsOn === null || endsOn === undefined) {
    return { ok: false, problem: '日期不对，日历上没有这一天，请核对后再发。' };
  }
  if (endsOn < startsOn) return { ok: false, problem: '结束日期早于开始日期，请核对后再发。' };
  return { ok: true, class: { name, startsOn, endsOn } };
}

/** Null where the calendar has no such day. */
function isoDate(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.toISOString().slice(0, 10) : null;
}

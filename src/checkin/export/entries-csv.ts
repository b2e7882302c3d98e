import { timeIn } from '../../clock.ts';
import type { LearningEntry } from '../entry.ts';

const HEADER = [
  '日期',
  '记录时间',
  '补记',
  '类型',
  '资料',
  '位置',
  '学习内容',
  '体会',
  '已分享给教师',
];
const KINDS = { place: '资料', session: '班次课程', free: '自己填写' } as const;
/** So that Windows programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One's own records as a table for WPS or Excel (RFC 4180); withdrawn ones are left out.
 *
 * @param titles of materials, by id
 */
export function entriesCsv(
  entries: readonly LearningEntry[],
  titles: ReadonlyMap<string, string>,
  zone: string,
): string {
  const rows = entries
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((entry) => [
      entry.studiedOn,
      timeIn(zone, new Date(entry.recordedAt)),
      entry.isMadeUp ? '是' : '否',
      KINDS[entry.kind],
      entry.material === null ? '' : (titles.get(entry.material) ?? entry.material),
      entry.place ?? '',
      entry.studied,
      entry.reflection,
      entry.sharedWith === null ? '否' : '是',
    ]);
  const lines = [HEADER, ...rows].map((row) => row.map(cellOf).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Quoted where it must be; never a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

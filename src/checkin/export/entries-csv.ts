import { timeIn } from '../../clock.ts';
import { csvTable } from '../../documents/csv-table.ts';
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
  return csvTable([HEADER, ...rows]);
}

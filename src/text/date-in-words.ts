/** 2026年3月12日; empty for what is no date (`YYYY-MM-DD`). */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(day)}日`;
}

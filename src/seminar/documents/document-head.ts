/** What stands at the head of every document of a kit. */
export interface DocumentHead {
  /** Empty: for no class. */
  readonly className: string;
  /** `YYYY-MM-DD`; empty while it is open. */
  readonly date: string;
}

/** To be written in by hand. */
export const OPEN_DATE = '　　　年　　月　　日';

/** 2026年3月12日; empty for what is no date. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(day)}日`;
}

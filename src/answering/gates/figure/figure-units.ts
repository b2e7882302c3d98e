import { NUMERAL_CHARACTERS, parseNumeral } from '../../../text/numerals.ts';

/** Patterns for numbers and what is counted, for use inside regular expressions. */
export const ARABIC = '[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\\.[0-9]+)?';
export const NUMBER = `(?:(?:${ARABIC})[百千万亿]*|[${NUMERAL_CHARACTERS}]+)`;

/** Names of one kind of unit; the first stands for all. */
const UNITS: readonly (readonly string[])[] = [
  ['人', '个人', '人次', '名', '位'],
  ['个月', '月', '月份'],
  ['年', '周年', '年度'],
  ['季度', '个季度'],
  ['学期', '个学期'],
  ['天', '日'],
  ['工作日', '个工作日'],
  ['周', '星期', '个星期'],
  ['学时', '个学时', '课时'],
  ['小时', '个小时', '个钟头'],
  ['分钟'],
  ['次', '回', '遍'],
  ['期', '届'],
  ['门'],
  ['种'],
  ['本', '部', '套', '册'],
  ['篇'],
  ['倍'],
  ['元', '块钱'],
  ['美元', '美金'],
  ['百分点', '个百分点'],
  ['级'],
  ['家', '所'],
  ['项', '条', '类', '个', '方面', '个方面'],
  ['岁', '周岁'],
  ['公里', '里'],
  ['章', '节'],
  ['轮', '步', '组', '批'],
];

const UNIT_OF = new Map(UNITS.flatMap((names) => names.map((name) => [name, names[0] as string])));
export const UNIT = [...UNIT_OF.keys()].sort((one, other) => other.length - one.length).join('|');

/** An hour of English, of study or of the clock. */
export const HOUR = '时';
/** Units of time, in which deadlines and spans are stated. */
export const TIME = new Set(['年', '个月', '季度', '学期', '天', '工作日', '周', '小时', '分钟']);

/** @param name undefined where none is written; gives an empty unit, as an unknown name does */
export function unitOf(name: string | undefined): string {
  if (name === undefined) return '';
  return UNIT_OF.get(name) ?? (name === HOUR ? HOUR : '');
}

/** Whether two units are of one kind; one that is not named fits any. */
export function isSameUnit(one: string, other: string): boolean {
  if (one === '' || other === '' || one === other) return true;
  return (one === HOUR && other.endsWith(HOUR)) || (other === HOUR && one.endsWith(HOUR));
}

/** What a numeral comes to, in digits; one that cannot be read stands for itself. */
export function amountOf(number: string): string {
  const plain = number.replaceAll(',', '');
  if (/^[0-9]+\.[0-9]+$/u.test(plain)) return String(Number(plain));
  const [, digits = '', unit = ''] = /^([0-9]+)([百千])$/u.exec(plain) ?? [];
  if (unit !== '') return String(Number(digits) * (unit === '百' ? 100 : 1000));
  return String(parseNumeral(plain) ?? plain);
}

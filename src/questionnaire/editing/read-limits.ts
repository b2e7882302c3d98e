import { parseNumeral } from '../../text/numerals.ts';

export interface Limits {
  readonly least: number | null;
  readonly most: number | null;
}

const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
const BETWEEN = new RegExp(`${NUMBER}(?:-+|至|到|~)${NUMBER}`, 'u');
const LEAST = new RegExp(`(?:至少|最少|不少于|不低于|大于等于|>=)${NUMBER}`, 'u');
const MOST = new RegExp(`(?:最多|至多|不超过|不多于|不高于|小于等于|<=|限选?)${NUMBER}`, 'u');
const UNITS = '(?:项|个|字|题|条|天|次|岁|年)?';
const ALONE = new RegExp(`^${NUMBER}${UNITS}$`, 'u');

/** Limits as people write them: 最多3项, 至少1项，最多3项, 2至5, 不限; null where the words are none. */
export function readLimits(words: string): Limits | null {
  const text = words
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[—–―～]/gu, '-')
    .replace(/[一二两三四五六七八九十百]+/gu, (numeral) =>
      String(parseNumeral(numeral === '两' ? '二' : numeral) ?? numeral),
    );
  if (/^(?:不限|没有限制|不限制|取消限制|无)$/u.test(text)) return { least: null, most: null };
  const [, from, to] =
    BETWEEN.exec(text.replace(new RegExp(`(\\d)${UNITS}(?=-|至|到|~)`, 'u'), '$1')) ?? [];
  if (from !== undefined && to !== undefined) return { least: Number(from), most: Number(to) };
  const [least, most] = [LEAST.exec(text)?.[1], MOST.exec(text)?.[1]];
  if (least !== undefined || most !== undefined) {
    return {
      least: least === undefined ? null : Number(least),
      most: most === undefined ? null : Number(most),
    };
  }
  const alone = ALONE.exec(text)?.[1];
  return alone === undefined ? null : { least: null, most: Number(alone) };
}

/** What stands between the groups of a number as people write it. */
const GAP = '[- 　.·—－]?';

const MAIL = /[\w.+-]+(?:@|＠| ?[（(]at[）)] ?)[\w-]+(?:\.[\w-]+)+/giu;
/** 18 signs, in one piece or as 6-8-4 and 6-4-4-4, or the 15 of old. */
const IDENTITY_CARD = new RegExp(
  [
    `(?<!\\d)\\d{6}${GAP}(?:18|19|20)\\d{2}${GAP}\\d{4}${GAP}\\d{3}[\\dXx](?![\\dA-Za-z])`,
    '(?<!\\d)\\d{15}(?!\\d)',
    // 证件尾号 and 身份证后四位 tell who it is nearly as well.
    '(?<=(?:身份证|证件|尾号|后[四六46]位)[^\\d]{0,6})\\d{3,6}[\\dXx](?![\\d年月日])',
  ].join('|'),
  'gu',
);
const MOBILE = new RegExp(
  `(?<![\\d])(?:[(（]?\\+?(?:00)?86[)）]?${GAP})?1[3-9]\\d(?:${GAP}\\d{4}${GAP}\\d{4}|${GAP}\\d{3}${GAP}\\d{5}|\\d${GAP}\\d{3}${GAP}\\d{4})(?!\\d)`,
  'gu',
);
/** Eleven digits said as words: 一三八…, with 幺 and 两 as they are spoken. */
const SPOKEN_MOBILE =
  /(?<!\d)[一幺1][三四五六七八九3-9](?:[- ]?[〇零一幺二两三四五六七八九\d]){9}(?!\d)/gu;
const HAN_NUMERAL = /[〇零一幺二两三四五六七八九]/u;
const LANDLINE =
  /(?<!\d)[(（]?0\d{2,3}[)）]?[- 　—－]?\d{3,4}[- ]?\d{4}(?:[- 转]{1,2}\d{1,6})?(?!\d)|(?<=(?:电话|座机|分机|短号|手机号?)[^\d]{0,4})\d{4,8}(?!\d)/gu;
/** Four and four, as on a card. */
const GROUPED = /(?<!\d)\d{4}(?:[- ]\d{4}){3}(?:[- ]\d{1,4})?(?!\d)/gu;
/** Numbers that are somebody's by the word before them: 微信号 lixm88, 工号 20231. */
const NAMED_NUMBER =
  /(?<=(?:微信|QQ|扣扣|工号|学号|警号|编号|护照|账号|卡号|车牌|准考证)(?:号码?)?(?:是|为|[:：])?\s{0,2})[A-Za-z京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?[\w-]{4,24}/giu;
const PASSPORT = /(?<![A-Za-z\d])[EGDSPH]\d{8}(?!\d)/gu;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.]?[A-HJ-NP-Z\d]{5,6}(?![A-Za-z\d])/gu;
/** Any long number may be one of an account or a card. */
const LONG_NUMBER = /(?<!\d)\d{8,}(?!\d)/gu;
const YEARS = /^(?:(?:19|20)\d{2}[- ]?)+$/u;

/**
 * A text without numbers of telephones, cards and accounts and without addresses of mail. Years,
 * numbers of documents and figures stay.
 *
 * @param text with forms of full width made plain
 */
export function maskNumbers(text: string): string {
  return text
    .replace(MAIL, '（邮箱已隐去）')
    .replace(IDENTITY_CARD, '（证件号已隐去）')
    .replace(GROUPED, (found) => (YEARS.test(found) ? found : '（号码已隐去）'))
    .replace(MOBILE, '（电话已隐去）')
    .replace(SPOKEN_MOBILE, (found) => (HAN_NUMERAL.test(found) ? '（电话已隐去）' : found))
    .replace(LANDLINE, '（电话已隐去）')
    .replace(PASSPORT, '（证件号已隐去）')
    .replace(PLATE, '（号码已隐去）')
    .replace(LONG_NUMBER, '（号码已隐去）')
    .replace(NAMED_NUMBER, (found) => (/\d{3}/u.test(found) ? '（号码已隐去）' : found));
}

/** The provinces, by their everyday short names: a question names 江西 with and without its 省. */
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|' +
  '广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';

// A name before 省, 市, 县 or 州, but not 全省, 各市, 城市, 省级 or 直辖市.
const NAMED =
  '[\\u4e00-\\u9fff]{2,3}(?<![全各本我该外跨城都超股门上直辖夜级、和与对在])(?:省|市|县|州)(?![级场])';
const REGION = new RegExp(`${PROVINCES}|${NAMED}`, 'g');

/**
 * Two-character stems of each region a folded text names; holding one of them is naming it
 * (泰州市 → 泰州; 对泰州市 → 对泰, 泰州).
 */
export function regionStems(folded: string): string[][] {
  return [...folded.matchAll(REGION)].map(([name]) =>
    /[省市县州]$/.test(name) && name.length > 2
      ? [...new Set([name.slice(0, 2), name.slice(-3, -1)])]
      : [name.slice(0, 2)],
  );
}

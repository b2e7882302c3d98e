const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚';
const TITLES =
  '老师|教授|同志|书记|主任|局长|处长|科长|院长|校长|县长|市长|镇长|乡长|部长|主席|馆长|所长|站长|班长';
const NAMED = new RegExp(`[${SURNAMES}]\\p{Script=Han}{0,2}?(?:${TITLES})`, 'gu');
const CALLED = new RegExp(
  `(?<=[我叫是为请找问向])[${SURNAMES}](?:某某?|\\p{Script=Han}?[总工老])`,
  'gu',
);
const NUMBERS = /[\d０-９]+/gu;

/** A text without people who are called by a title, and without numbers of phones and papers. */
export function withoutPeople(text: string): string {
  return text.replace(NAMED, ' ').replace(CALLED, ' ').replace(NUMBERS, ' ');
}

/** 本县, 本校 …: what the participants call where they work. The first that fits counts. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/党校|行政学院|培训机构|教师|师资|高校/u, '本校'],
  [/乡镇|镇街/u, '本乡镇'],
  [/街道/u, '本街道'],
  [/社区/u, '本社区'],
  [/(?<![农乡])村/u, '本村'],
  [/县委|各县|县级|县区|县干|县组织/u, '本县'],
  [/市委|各市|市级/u, '本市'],
  [/企业|国企|公司/u, '本企业'],
  [/省直|机关|处长|司局|部门|厅/u, '本部门'],
];
const ANY_UNIT = '本单位';

export function unitOf(audience: string): string {
  return UNITS.find(([pattern]) => pattern.test(audience))?.[1] ?? ANY_UNIT;
}

const CLASS =
  /(?:任职|进修|培训|轮训|专题|研讨|研修|示范|提升|业务|第?[一二三四五六七八九十\d]+期)*班$/u;
const WHERE = /^(?:全?[各本全](?:省|市|县|区|地|单位|部门)[和、及]?)+(?:的)?/u;
const NAMES_PEOPLE =
  /(?:干部|骨干|同志|主任|委员|军人|民警|律师|会计|[书师员长家者人生官警])(?:记)?$/u;
/** Fields, posts and levels, of which there are 干部. */
const NAMES_POSTS =
  /(?:[级处科厅局部办训市县省区镇街村乡]|街道|组织|宣传|纪检|政法|统战|年轻|青年|中青年|后备|女|少数民族|党外|基层|机关|系统|部门|单位|任职)$/u;

/** Participants as a noun: 各县干训干部班 is of 干训干部. */
export function peopleOf(audience: string): string {
  const rest = audience.trim().replace(CLASS, '').replace(WHERE, '').trim();
  if (rest === '') return '参训学员';
  if (NAMES_PEOPLE.test(rest)) return rest;
  return NAMES_POSTS.test(rest) ? `${rest}干部` : '参训学员';
}

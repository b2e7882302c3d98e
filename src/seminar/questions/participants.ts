/** 本县, 本校 …: what the participants call where they work. The first that fits counts. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/党校|行政学院|培训机构|教师|师资/u, '本校'],
  [/乡镇|镇街|街道|村/u, '本乡镇'],
  [/县委|各县|县级|县区|县干|县组织/u, '本县'],
  [/市委|各市|市级|市直/u, '本市'],
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
  /(?:干部|教师|人员|学员|书记|主任|处长|科长|委员|负责人|负责同志|公务员|骨干|成员|党员|同志)$/u;

/** Participants as a noun: 各县干训干部班 is of 干训干部. */
export function peopleOf(audience: string): string {
  const rest = audience.trim().replace(CLASS, '').replace(WHERE, '').trim();
  if (rest === '') return '参训学员';
  return NAMES_PEOPLE.test(rest) ? rest : `${rest}干部`;
}

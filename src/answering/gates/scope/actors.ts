/** Whoever a text names: a body, a level, a rank, a group of people, a kind of region. */
export interface Actor {
  /** One name for each. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Ranks with what stands above or below them: 县处级以上 is another rank than 县处级. */
const RANK =
  /(?:省部|厅局|县处|乡科|[正副]?[厅处科局]|[初中高])级(?:及?以[上下])?(?!党校|行政|机关|培训)|司局长|处长|科长/gu;

/** What is more particular comes first, and what it took is not read again. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/中央组织部|中组部/gu, '中央组织部'],
  [/中央党校/gu, '中央党校'],
  [/中央军委/gu, '中央军委'],
  [/(?:中国人民)?解放军/gu, '解放军'],
  [/(?:中国)?(?:人民)?武装警察(?:部队)?|武警(?:部队)?/gu, '武警'],
  [/公安(?:机关|部门)?/gu, '公安'],
  [/组织人事部门|组织部门?/gu, '组织部门'],
  [/宣传部门?/gu, '宣传部门'],
  [/统战部门?/gu, '统战部门'],
  [/财政(?:部门?|厅|局)/gu, '财政部门'],
  [/教育(?:部(?!门)|厅|局)|教育行政部门/gu, '教育行政部门'],
  [/人力资源(?:和)?社会保障部门?|人社部门?/gu, '人社部门'],
  [/纪检监察机关|纪委监委|纪委/gu, '纪委'],
  [/行政学院/gu, '行政学院'],
  [/行政学校/gu, '行政学校'],
  [/社会主义学院/gu, '社会主义学院'],
  [/网络学院/gu, '网络学院'],
  [/干部学院/gu, '干部学院'],
  [/党校/gu, '党校'],
  [/职业学校|技工院校/gu, '职业学校'],
  [/高等学校|高等院校|高校|大学/gu, '高校'],
  [/民营企业|私营企业|外资企业/gu, '民营企业'],
  [/国有企事业单位|国有企业|国企/gu, '国有企业'],
  [/企业/gu, '企业'],
  [/事业单位/gu, '事业单位'],
  [/党委/gu, '党委'],
  [/党组(?!织)/gu, '党组'],
  [/党支部/gu, '党支部'],
  [/政府/gu, '政府'],
  [/人大(?:常委会)?(?!代)/gu, '人大'],
  [/政协/gu, '政协'],
  [/机构/gu, '机构'],
  [/领导小组/gu, '领导小组'],
  [/联席会议/gu, '联席会议'],
  [/承办单位/gu, '承办单位'],
  [/所在单位/gu, '所在单位'],
  [/派出单位/gu, '派出单位'],
  [/接收单位/gu, '接收单位'],
  [/单位/gu, '单位'],
  [/部门/gu, '部门'],
  [/社会组织|行业协会|协会/gu, '社会组织'],
  [/领导班子/gu, '领导班子'],
  [/负责同志|负责人/gu, '负责同志'],
  [/[“"]?一把手[”"]?/gu, '一把手'],
  [/骨干教师|师资|教师|教员/gu, '教师'],
  [/班主任/gu, '班主任'],
  [/学员/gu, '学员'],
  [/学生/gu, '学生'],
  [/专家/gu, '专家'],
  [/人才(?!政策|支持)/gu, '人才'],
  [/公务员/gu, '公务员'],
  [/年轻干部|青年干部/gu, '年轻干部'],
  [/女干部/gu, '女干部'],
  [/少数民族干部/gu, '少数民族干部'],
  [/党外干部/gu, '党外干部'],
  [/领导干部/gu, '领导干部'],
  [/离退休|退休/gu, '离退休'],
  [/领导人员|管理人员/gu, '领导人员'],
  [/个人(?![事情])/gu, '个人'],
  [/群众/gu, '群众'],
  [/革命老区/gu, '革命老区'],
  [/民族地区/gu, '民族地区'],
  [/边疆地区/gu, '边疆地区'],
  [/东部(?!协)|沿海|发达地区/gu, '东部'],
  [/西部|贫困地区|欠发达地区/gu, '西部'],
  [/财政困难(?:的)?地[方区]/gu, '财政困难地方'],
  [/国家级/gu, '国家级'],
  [/全国/gu, '全国'],
  [/全省/gu, '全省'],
  [/乡镇|乡级/gu, '乡镇'],
  [/街道/gu, '街道'],
  [/社区/gu, '社区'],
  [/基层/gu, '基层'],
  [/省级|省(?=[、，委直和]|（自治区|政府|一级|市|两级)|各省/gu, '省'],
  [/市级|市(?=[、，委直]|（地|和县|县|两级|政府|一级)|各市/gu, '市'],
  [/县级|县(?=[、，委直]|（市|两级|乡|政府|一级)|各县/gu, '县'],
];

/** The actors that a text names, in their order. */
export function actorsIn(text: string): Actor[] {
  const found: Actor[] = [];
  let rest = text;
  const take = (pattern: RegExp, keyOf: (words: string) => string) => {
    for (const { 0: words, index: start } of rest.matchAll(pattern)) {
      const end = start + words.length;
      found.push({ key: keyOf(words), start, end });
      rest = rest.slice(0, start) + '\0'.repeat(words.length) + rest.slice(end);
    }
  };
  take(RANK, (words) => words.replace('及以', '以'));
  for (const [pattern, key] of NAMES) take(pattern, () => key);
  return found.sort((one, other) => one.start - other.start);
}

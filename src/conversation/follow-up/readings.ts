import { ASKING, type FollowUp, OPENING } from './kinds.ts';

const LEVEL =
  /中央和国家机关|中央|国家级|省部级|省级|市级|地市级|县级|乡镇|基层|市[、和]?县(?:两级)?|省[、和]?市(?:两级)?|市地级|县处级|厅局级|司局级|科级/u;
const PEOPLE =
  /领导干部|年轻干部|青年干部|公务员|党员|基层干部|村干部|女干部|少数民族干部|党外干部|专业技术人员|企业(?:领导人员|经营管理人员|管理人员)?|国有企业(?:领导人员)?|高校领导人员|中管干部|一把手|新任职干部|后备干部|骨干教师|专职教师|兼职教师|教师|学员|老师/u;
const INSTITUTION =
  /党校(?:（行政学院）|\(行政学院\))?|行政学院|干部学院|社会主义学院|高校基地|高校|高等学校|国企|央企|国有企业|培训基地|现场教学点|网络培训平台|干部教育培训机构|培训机构|院校/u;
const BODY = /党委（党组）|党委|党组|政府|组织部门|组织人事部门|组织部|联席会议|所在单位|主管部门/u;
const YEARS = /[0-9一二三四五六七八九十]+年/u;

/** Names that may take each other's place in a question. */
const CLASSES: readonly RegExp[] = [LEVEL, PEOPLE, INSTITUTION, BODY, YEARS];

const POLITE = /^(?:请问|请教|麻烦|想问一?下?|规划(?:中|里|对)?|文件(?:中|里)?|关于|对于)+/u;
const GENERAL_END =
  /(?:都?有)?(?:明确|具体)?(?:的)?(?:要求|规定|标准|措施|内容|意思)$|(?:是|指|是指)$/u;
const END = /[\s，,。.？?！!；;]+$/u;

/** What a question is about: its words without those that ask. */
export function topicOf(question: string): string {
  return question
    .replace(END, '')
    .replace(OPENING, '')
    .replace(POLITE, '')
    .replace(new RegExp(ASKING.source, 'gu'), '')
    .replace(/呢|[，,；;？?]+$/gu, '')
    .replace(GENERAL_END, '')
    .trim();
}

/**
 * A follow-up in full words, the likeliest reading first.
 *
 * @param before the question before it, in full words
 * @param topic what that one was about
 */
export function readingsOf(followUp: FollowUp, before: string, topic: string): string[] {
  switch (followUp.kind) {
    case 'replace':
      return replacementsOf(followUp.by, before.replace(END, ''), topic);
    case 'pronoun':
      return [`${followUp.before}${topic}${followUp.after}？`];
    case 'bare':
      return [`${topic}${followUp.asks}？`];
    default:
      return followUp satisfies never;
  }
}

function replacementsOf(by: string, before: string, topic: string): string[] {
  const readings = CLASSES.filter((names) => names.test(by) && names.test(before)).map((names) =>
    before.replace(placeOf(by, names), by),
  );
  // A level that has no counterpart narrows the question: 培训经费从哪来, 基层的呢.
  if (readings.length === 0 && isWholly(by, LEVEL)) readings.push(`${by}${before}`);
  const tail = askingTail(before);
  if (tail !== null) readings.push(`${by}${tail}`);
  readings.push(`${by}，${before}`, `${by}，${topic}`);
  return [...new Set(readings)].map((reading) => `${reading}？`);
}

function isWholly(text: string, names: RegExp): boolean {
  return text.replace(names, '') === '';
}

/** What a name takes the place of, with all that belongs to the name there. */
function placeOf(by: string, names: RegExp): RegExp {
  if (isWholly(by, names)) {
    // 高校基地 takes the place of all of 国有企业培训机构, 省级 that of 国家级 alone.
    return names === INSTITUTION ? new RegExp(`^.{0,8}?(?:${names.source})+`, 'u') : names;
  }
  const rest = by.slice(by.search(names)).replace(names, '');
  const owned = '党校|培训机构|干部教育培训机构|机关|单位|部门|干部';
  return new RegExp(`(?:${names.source})(?:${rest}|${owned})?`, 'u');
}

/** Verbs that belong to what is asked, not to what it is asked of. */
const ASKING_VERB = '侧重办?|办|开展|负责|承担|组织|提供|推荐|采取|包括|接受|参加|培训|要求|规定';

/** What a question asks of its subject: 有什么要求, 怎么管理, 由谁负责. */
function askingTail(question: string): string | null {
  const opening = `(?:[，,]|[要应该]{0,2}(?:有|是|由|在|用|按|从|向|到|${ASKING_VERB})?)`;
  const match = new RegExp(`${opening}(?:${ASKING.source}).*$`, 'u').exec(question);
  return match === null || match.index === 0 ? null : match[0].replace(/^[，,]/u, '');
}

/**
 * A slot is the kind of thing that a question asks for: a number of people, a date, a body. An
 * answer must hold that kind of thing; text that merely shares the subject does not settle it.
 */
export interface Slot {
  readonly name: SlotName;
  /** What a text must hold to fill the slot. */
  readonly filler: RegExp;
}

export type SlotName =
  | 'people'
  | 'items'
  | 'sessions'
  | 'learning-hours'
  | 'days'
  | 'months'
  | 'duration'
  | 'frequency'
  | 'ratio'
  | 'money'
  | 'date'
  | 'document-number'
  | 'steps'
  | 'level'
  | 'location'
  | 'contact'
  | 'office-holder'
  | 'kinds'
  | 'named-amount'
  | 'body';

const NUMBER = '(?:[0-9０-９]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千万]+)';
const RANGE = `${NUMBER}(?:(?:至|到|—|-|~)${NUMBER})?`;
/** `多少` or `几`, the asker's own number, or a limit. */
const HOW_MANY = '(?:多少|几|好多)';

/**
 * Nouns of those who can be charged with a task in a policy text, and whoever rules of a house charge
 * with one in so many words: 由班主任批准.
 */
const BODY =
  /中央组织部|中央军委|党委|党组|政府|组织人事部门|部门|领导小组|联席会议|党校|学院|机构|单位|高校|基地|企业|学校|党支部|班委会|负责同志|由[^，。；：]{1,20}?(?:批准|审批|审核|审定|负责|承担|牵头|主持|办理|组织|决定|同意|解释)/u;

/** What a text cannot give without naming it: asked for by one of these words, it must hold the word. */
const NAMED_AMOUNT =
  /(名额|学分|分数|编制|津贴|补贴|补助|报酬|学费|押金).{0,4}(?:多少|几|怎么定)|(?:多少|几)个?(名额|学分|分)(?!之|别)/u;

interface SlotRule extends Slot {
  readonly asked: RegExp;
}

/** In order of precedence within a group: a narrower unit stands before a wider one. */
const RULES: readonly SlotRule[] = [
  rule(
    'learning-hours',
    /(?:多少|几|[0-9]+)个?学时|学时.{0,6}(?:多少|几|标准|要求是)|还是.{0,4}学时/u,
    `${NUMBER}个?学时`,
  ),
  rule(
    'people',
    new RegExp(
      `${HOW_MANY}(?:名|人|位|个人|个学员|个老师|个教师)|(?:人数|名额).{0,6}(?:多少|几)|每组${HOW_MANY}`,
      'u',
    ),
    `${NUMBER}(?:余|多)?(?:名|人|位)`,
  ),
  rule('sessions', new RegExp(`${HOW_MANY}(?:期|班次|个班|届)`, 'u'), `${NUMBER}(?:期|届|个班)`),
  rule(
    'items',
    new RegExp(`${HOW_MANY}(?:门|种|本|部|套|篇|堂|节课)`, 'u'),
    `${RANGE}(?:余|多)?(?:门|种|本|部|套|篇|堂)|、`,
  ),
  rule(
    'days',
    new RegExp(`${HOW_MANY}(?:天|日|周|星期|个?小时|个?钟头)`, 'u'),
    `${RANGE}(?:天|日|周|小时)`,
  ),
  rule('months', new RegExp(`${HOW_MANY}个?月`, 'u'), `${RANGE}个月`),
  rule(
    'frequency',
    /(?:几|多少|多久|多长时间)(?:年|个?月|天)?.{0,14}(?:一次|一回|一遍|1次|几次|多少次)|(?:多少|几)(?:次|回)|(?:隔|每)多久|多久.{0,8}(?:一次|一回)/u,
    `每|${RANGE}(?:次|回)|定期|中期|年`,
  ),
  rule(
    'duration',
    /多长时间|多久|(?:几|多少)年|时间要求|时限|期限(?:是|有|呢|吗|怎么)/u,
    `${RANGE}(?:个月|年|天|日|周)`,
  ),
  rule(
    'ratio',
    /百分之几|几分之几|比例|占比|占多[大少]|多大比重/u,
    `[0-9]+\\/[0-9]+|[0-9]+[%％]|百分之|分之`,
  ),
  rule(
    'money',
    /(?:多少|几)(?:钱|元|块|万)|(?:费|补贴|补助|报酬)的?标准|(?:费|金|补助|补贴|报销|标准|上限|限额).{0,10}(?:多少|几|最高)|(?:最高|最多).{0,6}(?:多少|几)(?:元|钱)?$|报.{0,4}几等/u,
    `${NUMBER}(?:余|多)?(?:元|万|亿)`,
  ),
  rule(
    'date',
    /哪一?[天日]|哪[一个]?[年月](?!龄)|几月|几号|什么时候|何时|具体时间|具体日期|截止(?:日期|时间)/u,
    '[0-9]{4}(?:年|—)|[0-9]+月|[0-9]+日|年底|年度',
  ),
  rule('document-number', /文号|发文字号|几号文/u, '〔[0-9]{4}〕|\\[[0-9]{4}\\]'),
  rule(
    'steps',
    new RegExp(`分?${HOW_MANY}(?:步|个步骤|个阶段|个环节|轮)`, 'u'),
    `${NUMBER}(?:步|个步骤|个阶段|个环节|轮)`,
  ),
  rule('level', /哪[一个]?级|什么(?:级别|层级)|几级/u, '级|省|市|县|国家级|中央'),
  rule(
    'location',
    /哪(?:个|座|一个)?(?:城市|省份?|酒店|校区)|(?:地点|地址)(?:在哪|是哪|是什么|呢)|在哪(?:儿|里)?(?:办|举办|上课|开班|报到|集合)/u,
    '(?:在|于)[^，。；]{2,10}(?:举办|召开|集中)',
  ),
  rule('contact', /邮箱|电话(?:是|号|多少)|网址|联系方式|联系人/u, '@|[0-9]{7,}|https?:'),
  rule('kinds', /分(?:成|为)?(?:哪)?几(?:类|种|级|档|等)/u, '、|分为|分成'),
  rule(
    'office-holder',
    /(?:组长|主任|院长|校长|负责人|召集人)(?:是|由|为)?(?:谁|哪位)|由?谁(?:来)?(?:担任|兼任)|哪位(?:领导|同志)/u,
    '担任|兼任',
  ),
];

const ASKS_BODY =
  /由谁|谁(?:的|负责|牵头|主管|管|定|办|出|做|该|承担|组织|制定)|(?:靠|依托|归)谁|哪(?:一|几)?(?:个|家|些|类|方|级)?(?:部门|单位|机关|机构|平台|组织|学校|院校|方面负责|家|几方|党委)|什么(?:部门|单位|机构|平台)/u;
/** Asks for persons as much as for bodies. */
const ASKS_WHO = /谁/u;
const WHO = /干部|专家|学者|教师|人员|同志|典型|学员/u;

/** The slots of a question; none where it asks for a statement, a list or a way of doing things. */
export function slotsOf(question: string): Slot[] {
  const slots: Slot[] = RULES.filter(({ asked }) => asked.test(question)).map(
    ({ name, filler }) => ({ name, filler }),
  );
  if (ASKS_BODY.test(question)) slots.push({ name: 'body', filler: BODY });
  else if (ASKS_WHO.test(question)) {
    slots.push({ name: 'body', filler: new RegExp(`${BODY.source}|${WHO.source}`, 'u') });
  }
  const amount = NAMED_AMOUNT.exec(question);
  const noun = amount?.[1] ?? amount?.[2];
  if (noun !== undefined) slots.push({ name: 'named-amount', filler: new RegExp(noun, 'u') });
  return withoutWider(slots);
}

/** Quoted expressions such as “两个确立” hold numerals and no figures. */
export function fills(text: string, slot: Slot): boolean {
  return slot.filler.test(text.replace(/“[^”]{1,12}”/gu, ''));
}

/** `几个月` also reads as a duration and `每年几次` as both: the narrower slot decides. */
function withoutWider(slots: readonly Slot[]): Slot[] {
  const names = new Set(slots.map(({ name }) => name));
  const narrow = names.has('days') || names.has('months') || names.has('learning-hours');
  return slots.filter(({ name }) => {
    if (name === 'duration') return !narrow && !names.has('frequency');
    if (name === 'frequency') return !names.has('learning-hours');
    if (name === 'body') return !names.has('office-holder');
    if (name === 'people') return !names.has('named-amount');
    return true;
  });
}

function rule(name: SlotName, asked: RegExp, filler: string): SlotRule {
  return { name, asked, filler: new RegExp(filler, 'u') };
}

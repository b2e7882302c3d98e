import { readFileSync } from 'node:fs';
import type { Citation } from '../../../src/answering/answer.ts';
import { readPlainText } from '../../../src/corpus/readers/plain-text.ts';
import type { Kit, KitQuestion } from '../../../src/seminar/kit.ts';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';

const PLAN = readPlainText(
  readFileSync(new URL('../../../corpus/plan-2023-2027.txt', import.meta.url), 'utf8'),
).text;

/** An exact slice of the plan, found by its words. */
function quoted(place: string, text: string): Citation {
  const start = PLAN.indexOf(text);
  if (start < 0) throw new Error(`Cannot quote "${text}": the plan does not hold it`);
  const title = '全国干部教育培训规划（2023—2027年）';
  const [material, end] = ['plan-2023-2027', start + text.length];
  return { material, title, place, text, start, end };
}

/** What it holds: a requirement and, behind it, what is only explored. */
const HOURS = quoted('六（一）', '出台干部网络培训学时管理办法，探索建立平台之间学时互认机制。');
/** A requirement with control. */
const COURSES = quoted(
  '六（二）',
  '严把网络课程政治关、质量关，规范讲授、制作、审核、发布和更新、退出流程。',
);
/** Encouragement alone. */
const SUPPORT = quoted(
  '五（二）',
  '鼓励国家级干部教育培训机构和省、市两级党校（行政学院）教师到基层党校（行政学校）、省（自治区、直辖市）党性教育干部学院支教。',
);
/** Figures with bounds. */
const CASES = quoted(
  '五（三）',
  '研究制定全国干部教育培训好课程、好教材推荐指标体系，5年内推荐300门左右好课程、50种左右好教材，其中案例课程、案例教材不少于1/3。',
);
/** A permission behind a requirement. */
const MONEY = quoted(
  '五（四）',
  '做好基层干部教育培训经费保障，地方各级党委可以使用留存的党费组织培训基层党员干部。',
);
const CALLED = quoted(
  '七（一）',
  '完善组织调训机制，严格执行调训审批、报备等规定，完善点名调训和补训制度，实现科学调训、精准调训，定期通报调训情况。',
);
const LIMITED = quoted(
  '五（一）',
  '加强各类党员干部教育培训机构规范管理，严控新设以党员干部为培训对象的培训机构。',
);

const QUESTIONS: readonly KitQuestion[] = [
  {
    ...{ id: 'q1', stage: '问题', level: 'ORID·事实' },
    text: '对照“出台干部网络培训学时管理办法”，本县已经做起来的是哪一部分，还停在纸面上的是哪一部分？',
    followUps: [
      '做起来的部分，拿什么材料可以说明？',
      '停在纸面上的部分卡了多久，卡在谁手里的哪个动作上？',
    ],
    expected: '“已做”“未做”两栏清单，每条附一份可查的材料',
    basis: [HOURS],
  },
  {
    ...{ id: 'q2', stage: '问题', level: 'ORID·事实' },
    text: '最近一次网上学习，从接到通知到登记学时，经过了哪几步，哪一步花的时间最长？',
    followUps: ['花时间最长的那一步，当时在等什么？', '哪一步做了也没有人看？'],
    expected: '一条从通知到登记的流程线，标出最慢的一步',
    basis: [HOURS],
  },
  {
    ...{ id: 'q3', stage: '问题', level: 'ORID·感受' },
    text: '收到点名调训的通知时，单位和本人的第一反应各是什么，这种反应从哪里来？',
    followUps: ['反应最大的是哪一类岗位，顾虑落在哪件事上？', '最后去成的人，是谁帮着腾出了时间？'],
    expected: '单位和本人两方面的真实反应及来由',
    basis: [CALLED],
  },
  {
    ...{ id: 'q4', stage: '原因', level: '布卢姆·分析' },
    text: '网络课程从制作到退出，本县在哪一个环节把关最松，松在人手、标准还是时间上？',
    followUps: ['把关最松的那次，后来是怎样发现的？', '标准写在哪里，谁最近翻看过？'],
    expected: '一张环节表，每个环节写一条把关松的原因',
    basis: [COURSES],
  },
  {
    ...{ id: 'q5', stage: '原因', level: '布卢姆·分析' },
    text: '说到“鼓励国家级干部教育培训机构和省、市两级党校（行政学院）教师到基层党校（行政学校）、省（自治区、直辖市）党性教育干部学院支教”，本县没有用起来，原因主要在哪一头？',
    followUps: ['上门去请过哪几位，对方是怎么答复的？', '请来以后，最缺的安排是什么？'],
    expected: '请不来、留不住两方面的原因，各写一条实例',
    basis: [SUPPORT],
  },
  {
    ...{ id: 'q6', stage: '原因', level: '布卢姆·评价' },
    text: '本县的案例课程讲下来，学员记住的是哪一段，没有记住的那些，毛病出在案例本身还是讲法上？',
    followUps: ['记住的那一段，和本地的哪件事对得上？', '讲法上最先改哪一处？'],
    expected: '一条对案例课程得失的评价，附一个例子',
    basis: [CASES],
  },
  {
    ...{ id: 'q7', stage: '对策', level: '布卢姆·创造' },
    text: '培训经费紧的时候，本县还有哪些钱和物可以合在一起用，怎样合起来才说得清？',
    followUps: ['合用的时候，账由谁来记，给谁看？', '哪一笔最容易说不清，先怎样约定？'],
    expected: '一份可以合用的钱物清单，写明来处和约定',
    basis: [MONEY],
  },
  {
    ...{ id: 'q8', stage: '对策', level: '布卢姆·创造' },
    text: '补训名单排出来以后，怎样安排时间和顶岗的人，让该去的人真正去得成？',
    followUps: ['顶岗的人从哪里来，回来以后怎样还这份情？', '名单多久看一遍，由谁来看？'],
    expected: '一套补训安排，写明时间、顶岗办法和看名单的人',
    basis: [CALLED],
  },
  {
    ...{ id: 'q9', stage: '对策', level: 'ORID·决定' },
    text: '回到本单位以后，第一个星期先动哪一件事，做到什么样子算数？',
    followUps: ['动这件事要先和谁说，用什么话说？', '做不成的时候，退到哪一步？'],
    expected: '每组一件先做的事，写明做到什么样子',
    basis: [],
  },
  {
    ...{ id: 'q10', stage: '对策', level: '布卢姆·评价' },
    text: '本县现有的培训场所，哪些用得上、哪些闲着，闲着的改作什么用最合适？',
    followUps: [
      '闲着的那一处，最近一次有人用是什么时候？',
      '改作别的用处，谁会不同意，理由是什么？',
    ],
    expected: '一张场所清单，写明用处和改用的理由',
    basis: [LIMITED],
  },
];

/** A kit whose statements require, explore, encourage, permit and hold back. */
export const DRAFTING_KIT: Kit = {
  ...SAMPLE_KIT,
  order: {
    ...SAMPLE_KIT.order,
    topic: '网络培训学时和调训怎样管实',
    audience: '各县干训干部班',
    situation:
      '去年全县办了12期网络班，学时由各单位自己登记，年底对账时差了一大截。按规定县处级干部每年要完成110学时。',
  },
  focus: '本县网络培训学时和调训管得不实，问题主要出在哪里，从哪一步改起？',
  aims: [
    '说清本县网络培训学时和调训的真实情况，把事实和看法分开。',
    '找到管得不实的主要原因，每组不少于三条，分清哪些本县自己就能改。',
  ],
  basis: [SUPPORT, CASES, MONEY, LIMITED, HOURS, COURSES, CALLED].sort(
    (one, other) => one.start - other.start,
  ),
  questions: [...QUESTIONS],
};

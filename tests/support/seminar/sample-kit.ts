import { readFileSync } from 'node:fs';
import type { Citation } from '../../../src/answering/answer.ts';
import { readPlainText } from '../../../src/corpus/readers/plain-text.ts';
import type { Kit, KitQuestion } from '../../../src/seminar/kit.ts';
import { KIT_VERSION } from '../../../src/seminar/kit.ts';

const PLAN = readPlainText(
  readFileSync(new URL('../../../corpus/plan-2023-2027.txt', import.meta.url), 'utf8'),
).text;

/** An exact slice of the plan, found by its words. */
function quoted(place: string, text: string): Citation {
  const start = PLAN.indexOf(text);
  if (start < 0) throw new Error(`Cannot quote "${text}": the plan does not hold it`);
  return {
    ...{
      material: 'plan-2023-2027',
      title: '《全国干部教育培训规划（2023—2027年）》',
      place,
      text,
    },
    ...{ start, end: start + text.length },
  };
}

const FIT = quoted('四（一）', '坚持干什么学什么、缺什么补什么');
const NEEDS = quoted(
  '四（三）',
  '强化实践导向、问题导向、效果导向，把准培训需求，加强培训设计，选优配强师资，综合运用多种方式方法开展实战化培训。',
);
const DATA = quoted(
  '六（三）',
  '加强大数据技术的运用，用好培训记录、培训需求、参训表现等数据，绘制可量化、可评价的干部“学习图谱”。',
);
const CONSULT = quoted(
  '七（一）',
  '完善需求调研、计划生成会商机制，统筹干部教育培训与公务员培训、党员教育培训，加强干部教育培训主管部门与行业主管部门、培训机构、干部所在单位沟通协商。',
);
const SEMINAR = quoted(
  '七（二）',
  '综合运用研讨式、案例式、模拟式、体验式、访谈式等方法，推行结构化研讨、行动学习等研究式学习，探索翻转课堂等方法，开展教学方法运用示范培训。',
);
const ASSESS = quoted(
  '七（三）',
  '加强对干部教育培训机构、班次、课程的质量评估，坚持定量与定性相结合，进一步完善评估指标体系，评估结果作为干部教育培训机构改进工作、提高办学质量的重要依据，以评促改、以评促建。',
);

const problem = (fields: Omit<KitQuestion, 'stage'>): KitQuestion => ({ stage: '问题', ...fields });
const cause = (fields: Omit<KitQuestion, 'stage'>): KitQuestion => ({ stage: '原因', ...fields });
const measure = (fields: Omit<KitQuestion, 'stage'>): KitQuestion => ({ stage: '对策', ...fields });

const QUESTIONS: readonly KitQuestion[] = [
  problem({
    ...{ id: 'p1', level: 'ORID·事实' },
    text: '最近一次办班，本县从发出需求调研到定下课程表，中间做了哪几件事，分别由谁来做？',
    followUps: [
      '调研发到了哪些人手里，收回来多少份？',
      '哪一步用时最长，哪一步实际上没有做？',
      '课程表定稿前，改动过哪几门课，依据是什么？',
    ],
    expected: '各县需求调研的实际步骤，写成一条流程线，标出空缺的环节。',
    basis: [CONSULT],
  }),
  problem({
    ...{ id: 'p2', level: 'ORID·事实' },
    text: '请讲一次参训后觉得“学的用不上”的经历：当时学的是什么课，回到岗位上卡在哪里？',
    followUps: ['如果开班前有人来问，你会提出什么需求？', '同班的其他人是什么反应？'],
    expected: '每人一件实例，写明课程、岗位、落差。',
    basis: [FIT],
  }),
  problem({
    ...{ id: 'p3', level: 'ORID·感受' },
    text: '收到需求征求意见表时，你和同事通常怎样对待它，为什么会这样？',
    followUps: ['表上哪几栏最难填，哪几栏填了也没有下文？', '什么样的问法会让你愿意写真话？'],
    expected: '填表人的真实感受和做法清单，不写姓名和单位。',
    basis: [],
  }),
  problem({
    ...{ id: 'p4', level: '布卢姆·分析' },
    text: '把各组写出的问题放在一起看，哪三个问题最影响把准培训需求，理由分别是什么？',
    followUps: [
      '哪些问题其实是同一个问题的不同说法？',
      '如果今年只解决一个，先解决哪一个，别的会不会跟着缓解？',
    ],
    expected: '经过打分排序的问题清单和一个聚焦问题。',
    basis: [NEEDS],
  }),
  cause({
    ...{ id: 'c1', level: 'ORID·意义' },
    text: '从人员看，负责需求调研的同志在时间、能力和授权上各缺什么，缺口是怎样形成的？',
    followUps: ['调研由谁牵头，他同时还承担几项工作？', '设计问卷和访谈提纲的方法是从哪里学来的？'],
    expected: '人员方面的原因两条以上，每条附一个事例。',
    basis: [NEEDS],
  }),
  cause({
    ...{ id: 'c2', level: '布卢姆·分析' },
    text: '从制度和流程看，主管部门、行业部门、培训机构和干部所在单位之间，会商在哪一步断开？',
    followUps: [
      '最近一次几方坐在一起商量计划是什么时候，议题由谁提出？',
      '计划生成后，哪些意见没有被采纳，有没有反馈？',
      '断开之后由谁来补，靠什么来补？',
    ],
    expected: '会商流程图，标出断点和对应的责任方。',
    basis: [CONSULT],
  }),
  cause({
    ...{ id: 'c3', level: '布卢姆·分析' },
    text: '本县手里有哪些培训记录和参训表现的数据，为什么没有用到需求分析上？',
    followUps: [
      '这些数据存放在哪里，由谁保管，多久更新一次？',
      '想用的时候，差的是权限、格式还是人手？',
    ],
    expected: '数据清单和未被使用的原因，按资源、流程归类。',
    basis: [DATA],
  }),
  cause({
    ...{ id: 'c4', level: '布卢姆·评价' },
    text: '在已经列出的原因中，哪些是本县自己能够改变的，哪些需要上级支持，判断的依据是什么？',
    followUps: ['能改变的原因里，哪一条一改就能看到变化？', '需要上级支持的，具体需要什么支持？'],
    expected: '原因按“本县能改”和“需要支持”分成两栏，选出主要原因三条。',
    basis: [],
  }),
  measure({
    ...{ id: 'm1', level: '布卢姆·创造' },
    text: '假如下个月就要开一个40人的班，怎样在两周内把这40人的岗位短板问清楚？',
    followUps: [
      '除了问卷，还可以从哪三个渠道了解？',
      '怎样让所在单位和干部本人说的话对得上？',
      '两周里每一天由谁做什么？',
    ],
    expected: '一份两周需求调研安排，写明步骤、责任人和时间。',
    basis: [FIT, NEEDS],
  }),
  measure({
    ...{ id: 'm2', level: '布卢姆·创造' },
    text: '怎样设计一次需求会商，使会后形成的培训计划能够逐项说明来自哪一条需求？',
    followUps: ['会前要准备哪几张表，由谁提供？', '意见不一致时由谁定，按什么规则定？'],
    expected: '会商议程、参加单位和一张“需求—课程”对照表的样式。',
    basis: [CONSULT],
  }),
  measure({
    ...{ id: 'm3', level: '布卢姆·评价' },
    text: '用什么办法在训后检验“需求问准了没有”，检验结果怎样用到下一次调研中？',
    followUps: ['训后多久去看比较合适，看哪几样东西？', '检验发现问得不准，由谁负责调整？'],
    expected: '训后检验办法一条，写明时间、对象、工具和结果用途。',
    basis: [ASSESS],
  }),
  measure({
    ...{ id: 'm4', level: 'ORID·决定' },
    text: '回到本单位后，你们准备先做哪一件事，什么时候做完，怎样让人看得见？',
    followUps: ['需要谁点头，什么时候去汇报？', '遇到最可能出现的阻力，准备怎样应对？'],
    expected: '每组一项行动，写明责任主体、时限和可见的成果。',
    basis: [],
  }),
];

/** A half-day 三段式 kit as a trainer gets it; its quotes are exact slices of the plan. */
export const SAMPLE_KIT: Kit = {
  version: KIT_VERSION,
  order: {
    topic: '训前需求调研走过场',
    audience: '各县干训干部班',
    people: 40,
    minutes: 180,
    method: '三段式',
    situation:
      '去年多数班次在开班前只发一张征求意见表，各单位填报的内容大同小异，课程表基本沿用上一年，学员反映“学的用不上”。',
  },
  focus: '各县怎样在开班前问准参训干部的岗位短板，并让培训计划和课程安排逐项回应？',
  grounding: 'full',
  groundingNote: '规划对需求调研、计划会商和质量评估都有明确表述，本次研讨的主要问题有政策依据。',
  basis: [FIT, NEEDS, DATA, CONSULT, SEMINAR, ASSESS],
  aims: [
    '查清本地需求调研走过场的具体表现，形成经过排序的问题清单。',
    '找出人员、制度、流程、资源、环境方面的主要原因，分清本县能改的和需要支持的。',
    '每组提出三条以上写明责任主体、时限和可行性的对策，至少一条在下一期班次中试行。',
  ],
  groups: Array.from({ length: 5 }, (_, at) => ({ name: `第${at + 1}组`, people: 8 })),
  grouping: '按县混编，同一个县的学员分到不同的组，主管部门和培训机构的学员在各组大致均衡。',
  roles: [
    { role: '催化师', duty: '由教师担任，掌握步骤、提问和节奏，只引导，不评判。' },
    { role: '组长', duty: '维持讨论秩序，让每个人都有机会发言。' },
    { role: '记录员', duty: '把发言原意写在全组看得见的地方，填写记录表，不写发言人姓名。' },
    { role: '计时员', duty: '对照流程表提醒时间，每个环节结束前两分钟报时。' },
    { role: '汇报人', duty: '代表小组向全班汇报，可以每个阶段换一人。' },
  ],
  preparation: [
    '开班前三天把研讨主题和聚焦问题发给学员，请每人准备一件亲身经历的实例。',
    '请各县带上最近一期班次的需求征求意见表、课程表和学员反馈。',
    '催化师与各组组长用20分钟过一遍流程和规则。',
  ],
  agenda: [
    {
      ...{ step: '开场', minutes: 10, tool: '教师说明', output: '全班明确主题、规则和角色。' },
      guide:
        '今天只谈一件事：开班前怎样把需求问准。请大家先说自己经手的事，再说看法；先谈问题，不急着谈办法。',
    },
    {
      ...{ step: '问题', minutes: 35, tool: '关键事件、团体列名', output: '各组问题清单。' },
      guide:
        '请每人先用7分钟静静地写，一条一句话。写完以后轮流说，每次只说一条，别人说过的不再说。',
    },
    {
      ...{ step: '投票聚焦', minutes: 10, tool: '打分投票', output: '得分排序和一个聚焦问题。' },
      guide: '请每人选出最值得解决的三条，分别给3分、2分、1分，各选各的，不商量。',
    },
    {
      ...{ step: '原因', minutes: 35, tool: '鱼骨图', output: '五个方面的原因，主要原因三条。' },
      guide:
        '请围绕刚才选出的问题，从人员、制度、流程、资源、环境五个方面找原因。每找到一条，再问一次“为什么会这样”。',
    },
    {
      ...{ step: '对策', minutes: 35, tool: '头脑风暴、SMART', output: '三条以上对策。' },
      guide:
        '请对着主要原因逐条提办法，先求多，不评价。然后选出三条，写清由谁做、什么时候做完、凭什么做得成。',
    },
    {
      ...{ step: '整理', minutes: 15, tool: '记录表', output: '填写完整的记录表。' },
      guide: '请记录员对照记录表补齐空项，有分歧的如实写下来，汇报人准备3分钟发言。',
    },
    {
      ...{ step: '汇报', minutes: 30, tool: '小组汇报', output: '各组汇报要点。' },
      guide: '每组讲5分钟，只讲聚焦问题、主要原因和最想做的一条对策，其他组可以问一个问题。',
    },
    {
      ...{ step: '点评', minutes: 10, tool: '教师点评', output: '成果清单和交办去向。' },
      guide: '我说三点：各组的共同发现、彼此的分歧、接下来由谁接着做。',
    },
  ],
  rules: [
    '不批评、不打断、不重复。',
    '全组始终处在同一个阶段，问题没有谈透，不进入对策。',
    '说事不点名，记录不写发言人。',
    '每次发言不超过两分钟，手机调成静音。',
  ],
  supplies: [
    '大白纸每组6张，彩色卡片每人15张，粗头笔每人1支。',
    '每组一块可以贴纸的墙面或者白板，胶带1卷。',
    '计时器1个，题目清单每组2份，记录表每组1份。',
  ],
  reporting: [
    '每组汇报5分钟，依次讲聚焦问题、主要原因和一条对策。',
    '汇报后其他组各可提一个问题，由汇报组补充回答。',
    '教师点评讲共同发现、分歧和后续安排，不打分、不排名。',
  ],
  outcome: [
    '研讨后三个工作日内，把各组记录表汇总成一份建议，送干部教育培训主管部门。',
    '从各组对策中选一至两条，在下一期班次的需求调研中试行。',
    '三个月后请试行单位反馈做法和效果。',
  ],
  risks: [
    { risk: '发言集中在少数人', response: '回到静写和轮流发言，请没有说过的学员先说。' },
    { risk: '一开始就谈对策', response: '把对策先写进“停车场”，说明到对策阶段再谈。' },
    { risk: '只讲共性，不讲本地', response: '用“最近一次”“哪一步”“由谁”来追问，请举实例。' },
    { risk: '时间超出', response: '压缩汇报，每组讲3分钟；不跳过原因直接谈对策。' },
  ],
  questions: [...QUESTIONS],
};

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readFollowUp } from '../../src/conversation/follow-up/kinds.ts';
import { understand } from '../../src/conversation/follow-up/understand.ts';
import type { DialogueContext } from '../../src/conversation/state.ts';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';

describe('a text', () => {
  it.each([
    ['那市县两级呢？', 'replace'],
    ['换成年轻干部呢', 'replace'],
    ['省级的呢？', 'replace'],
    ['这项工作由谁负责？', 'pronoun'],
    ['它有时间要求吗', 'pronoun'],
    ['由谁牵头？', 'bare'],
    ['多久一次', 'bare'],
    ['那具体怎么落实呢？', 'bare'],
    ['没参加上调训怎么办呢？', null],
    ['那么党费能用于培训吗', null],
    ['师资怎么建设', null],
    ['考核怎么搞', null],
    ['谁负责实施规划', null],
    ['这个规划管的是哪几年', null],
    ['国家级培训机构每年培训多少名骨干教师？', null],
  ])('"%s" follows up as %s', (text, kind) => {
    expect(readFollowUp(text)?.kind ?? null).toBe(kind);
  });
});

describe('a follow-up over the plan', () => {
  let plan: PlanIndex;
  beforeAll(async () => {
    plan = await openPlanIndex();
  });
  afterAll(() => plan.close());

  const now = new Date('2027-06-01T04:00:00Z');

  /** Says texts one after another, each at most an hour after the one before. */
  function talk(texts: readonly string[], hoursBetween = 0) {
    let context: DialogueContext | null = null;
    let time = now.getTime();
    let last = null;
    for (const text of texts) {
      time += hoursBetween * 3_600_000;
      const at = new Date(time);
      last = understand(text, context, at, (one) => answerQuestion(plan.index, one));
      context = { question: last.question, topic: last.topic, at: at.toISOString(), quotes: [] };
    }
    if (last === null) throw new Error('Expected something to be said');
    return { ...last, quoted: last.answer.quotes.map(({ text }) => text).join('\n') };
  }

  it('asks the same of another level, and leads with what is about that level', () => {
    const { question, answer } = talk(['国家级培训机构每年培训多少名骨干教师？', '那市县两级呢？']);
    expect(question).toBe('市县两级培训机构每年培训多少名骨干教师？');
    expect(answer.lead).toBe('省级党校（行政学院）5年内将市、县两级党校（行政学院）教师培训一遍。');
  });

  it('asks the same of another subject', () => {
    const { question, quoted } = talk(['案例教学有什么要求', '研讨式呢']);
    expect(question).toBe('研讨式有什么要求？');
    expect(quoted).toContain('综合运用研讨式');
  });

  it('carries the topic to what is asked without one', () => {
    const { question, quoted } = talk(['规划什么时候中期评估？', '谁来组织？']);
    expect(question).toBe('中期评估谁来组织？');
    expect(quoted).toContain('中央组织部对规划实施情况进行督促检查');
  });

  it('keeps the topic over several turns', () => {
    const { question } = talk(['规划什么时候中期评估？', '谁来组织？', '多久一次？']);
    expect(question).toBe('中期评估多久一次？');
  });

  it.each([
    ['国有企业培训机构开展哪些培训？', '高校基地呢？', '学科专业优势'],
    ['国有企业培训机构开展哪些培训？', '职业学校呢', '培养高技能人才'],
    ['网络培训平台怎么建设', '那网络课程呢', '开发精品网络课程'],
    ['网络培训平台怎么建设', '信息管理系统呢？', '分级建立干部教育培训信息管理系统'],
    ['干部教育培训工作领导小组负责什么', '组织人事部门呢？', '抓好规划贯彻实施'],
    ['学员管理有什么要求？', '教师管理呢', '重视师德师风建设'],
    ['培训经费从哪来', '基层的呢', '留存的党费'],
    ['結構化研討是必須的嗎？', '那翻轉課堂呢', '探索翻转课堂'],
  ])('after "%s", "%s" is answered with "%s"', (before, followUp, phrase) => {
    expect(talk([before, followUp]).quoted).toContain(phrase);
  });

  it('says so where nothing that is quoted names what is new', () => {
    const { answer } = talk(['开班第一课由谁来讲', '那结业呢']);
    expect(answer.lead).toMatch(/^资料中没有直接对应的表述/u);
  });

  it('stands alone where it can', () => {
    const { question, quoted } = talk(['案例教学有什么要求', '那么党费能用于培训吗']);
    expect(question).toBe('那么党费能用于培训吗');
    expect(quoted).toContain('党费');
  });

  it('is not tied to a question of hours ago', () => {
    const text = '那市县两级呢？';
    expect(talk(['国家级培训机构每年培训多少名骨干教师？', text], 3).question).toBe(text);
  });
});

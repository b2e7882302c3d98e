import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintQuestion, lintQuestions } from '../../../src/seminar/lint/lint-questions.ts';
import { LONGEST } from '../../../src/seminar/lint/rules.ts';
import { toChineseNumeral } from '../../../src/text/numerals.ts';

const rulesOf = (text: string) => lintQuestion({ id: 'q1', text }).map(({ rule }) => rule);

/** What is wrong, and a question that is wrong in that way alone. */
const BAD: readonly (readonly [rule: string, text: string])[] = [
  ['是非题', '本县的训前需求调研是否真正了解到了学员的需求，问题在哪里？'],
  [
    '是非题',
    '各位觉得现在的课程安排合理吗，为什么这样看？'.replace(
      '合理吗，为什么这样看',
      '哪些合理，都合理吗',
    ),
  ],
  ['是非题', '单位里有没有人看过上一年的调研汇总表，谁看过？'],
  ['是非题', '调研的结果能不能在排课之前送到教师手里，怎么送？'],
  ['是非题', '在本单位要不要恢复点名调训，恢复到什么范围？'],
  ['不是问题', '请谈谈对训前需求调研的看法和体会'],
  ['不是问题', '结合本单位的情况讨论调训工作。'],
  ['答案藏在题里', '调研走过场的主要原因是领导不重视，怎样让领导重视起来？'],
  ['答案藏在题里', '难道不是因为调研表太长，大家才随便填，该怎么改？'],
  ['答案藏在题里', '众所周知调研流于形式，怎样改变这种局面？'],
  ['一题多问', '调研由谁发起？怎么汇总？结果给谁看？'],
  ['一题多问', '调研谁来做，做给谁看，怎么汇总，什么时候反馈，反馈给哪些人？'],
  ['口号式提问', '如何进一步加强干部教育培训工作？'],
  ['口号式提问', '怎样提高培训质量和水平？'],
  ['涉及人事评判', '调研走了过场，应该对谁处分才公平？'],
  ['要求点名', '请说出敷衍填表的人的姓名，他是怎么填的？'],
  ['题目太短', '卡在哪里？'],
  ['题目太长', `${'在各县的训前需求调研里'.repeat(11)}，哪一步最难？`],
];

const GOOD = [
  '近半年哪类事项最容易在部门之间来回转，卡在哪一步？',
  '上一期班的课程表，哪一门课是因为学员的意见才换掉的？',
  '没有人管的那一段，出了事通常怎么收场？',
  '有没有回音都要追的那张表，现在追到了哪一步？'
    .replace('有没有', '不管有无')
    .replace('有无', '怎样'),
  '什么样的调研表，经办人愿意一项一项填实？',
  '“完善需求调研、计划生成会商机制”在本县往下推时，最先碰到的阻力来自哪里？',
  '如何把学员在岗位上碰到的一件难事，变成课堂上的一个案例？',
  '多数单位至今没有试起来，缺的是想法、条件还是牵头的人，凭什么这样判断？',
];

describe('the lint', () => {
  it.each(BAD)('calls it %s: %s', (rule, text) => {
    expect(rulesOf(text)).toContain(rule);
  });

  it.each(GOOD)('lets pass: %s', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  it('says what is wrong and how to mend it', () => {
    for (const [, text] of BAD) {
      for (const { words } of lintQuestion({ id: 'q1', text })) {
        expect(words).toMatch(/。.*。$/u);
      }
    }
  });

  it('finds a question that was asked already, and names it', () => {
    const findings = lintQuestions([
      { id: 'a', text: '近一年里，调研表由一个人代填的情况多出现在什么场合？' },
      { id: 'b', text: '一条真实的需求从填表到排课，最容易在哪一步变样？' },
      { id: 'c', text: '近一年里，调研表由一个人代填的情形多出现在哪些场合？' },
    ]);
    expect(findings).toEqual([
      { question: 'c', rule: '与前题重复', words: expect.stringContaining('第 1 题') },
    ]);
  });
});

describe('the length of a question', () => {
  it('is asked of a model as it is asked of anybody', () => {
    const prompt = readFileSync(new URL('../../../prompts/seminar.md', import.meta.url), 'utf8');
    expect(prompt).toContain(`至${toChineseNumeral(LONGEST)}字的问话`);
    expect(rulesOf(`${'各'.repeat(LONGEST - 3)}怎么？`)).not.toContain('题目太长');
    expect(rulesOf(`${'各'.repeat(LONGEST - 2)}怎么？`)).toContain('题目太长');
  });
});

import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../src/people/audience/people-in.ts';
import {
  fillTemplate,
  LONGEST_MESSAGE,
  PLACEHOLDERS,
  problemOfMessage,
  readTemplate,
  valuesFor,
} from '../../../src/reminder/draft/template.ts';
import { gapsIn, TEMPLATES } from '../../../src/reminder/draft/templates.ts';
import { LAST_WARNING } from '../../../src/reminder/wished/own-reminder.ts';

const OF_CLASS = [{ classId: 'c1', unit: null, role: null }];
const OF_UNIT = [{ classId: null, unit: '县委办', role: null }];
const VALUES = {
  ...{ 姓名: '王芳', 单位: '县委办', 班次: '秋季班' },
  ...{ 开班日期: '2026年12月1日', 结业日期: '2026年12月20日' },
};

function recipient(name: string, unit = '县委办', hasClass = true): Recipient {
  return {
    person: {
      ...{ id: name, name, unit, role: 'learner', consentedAt: null, memberships: [] },
      createdAt: '2026-01-01T00:00:00.000Z',
    },
    trainingClass: hasClass
      ? { id: 'c1', name: '秋季班', startsOn: '2026-12-01', endsOn: '2026-12-20' }
      : null,
  };
}

describe('the text of a reminder', () => {
  it.each([
    ['  {姓名}同志：请看材料。 ', '{姓名}同志：请看材料。'],
    ['｛姓名｝同志', '{姓名}同志'],
    ['{ 姓名 ｝同志', '{姓名}同志'],
    ['没有占位符\r\n第二行', '没有占位符\n第二行'],
  ])('%j is kept as %j', (raw, text) => {
    expect(readTemplate(raw, OF_UNIT)).toEqual({ ok: true, text });
  });

  it.each([
    ['', /没有写内容/u],
    [' \n\u200b', /没有写内容/u],
    ['{职务}同志', /没有“\{职务\}”这个占位符。可以用的有 \{姓名\}、\{单位\}、\{班次\}/u],
    ['{name}', /没有“\{name\}”这个占位符/u],
    ['{}同志', /没有“\{\}”这个占位符/u],
    ['{姓名同志', /花括号没有成对/u],
    ['姓名}同志', /花括号没有成对/u],
    ['{{姓名}}', /花括号没有成对/u],
    ['{班次}开班', /用“\{班次\}”时，接收人必须都是班次里的人/u],
    ['{开班日期}开班', /用“\{开班日期\}”时/u],
    ['字'.repeat(LONGEST_MESSAGE + 1), /最长的一条有 4097 个字符，最多 4096 个/u],
  ])('%j is told what to do', (raw, problem) => {
    expect(readTemplate(raw, OF_UNIT)).toEqual({
      ...{ ok: false, problem: expect.stringMatching(problem) },
    });
  });

  it('may name the class where all of the audience are in one', () => {
    expect(readTemplate('{班次}开班', OF_CLASS).ok).toBe(true);
    expect(readTemplate('{班次}开班', [...OF_CLASS, ...OF_UNIT]).ok).toBe(false);
    expect(readTemplate('字'.repeat(LONGEST_MESSAGE), OF_UNIT).ok).toBe(true);
  });

  it('is filled for each person, and what is not known stays out', () => {
    const text = '{单位}{姓名}同志：{班次}{开班日期}开班，{结业日期}结业。{姓名}';
    expect(fillTemplate(text, VALUES)).toBe(
      '县委办王芳同志：秋季班2026年12月1日开班，2026年12月20日结业。王芳',
    );
    expect(
      fillTemplate('{单位}{姓名}同志：您好。{班次}', valuesFor(recipient('', '', false))),
    ).toBe('同志：您好。');
  });

  it('takes braces and signs within a value for nothing else', () => {
    const text = fillTemplate('{姓名}在{单位}', { ...VALUES, 姓名: '{单位}', 单位: '$&$1' });
    expect(text).toBe('{单位}在$&$1');
    expect(fillTemplate('{职务}{姓名}', VALUES)).toBe('{职务}王芳');
  });

  it('is told where it is longer than a message may be', () => {
    expect(problemOfMessage('字'.repeat(LONGEST_MESSAGE), 'class')).toBeNull();
    expect(problemOfMessage('字'.repeat(LONGEST_MESSAGE + 1), 'class')).toMatch(/4097 个字符/u);
  });

  it('leaves room for the line of the last reminder', () => {
    const room = LONGEST_MESSAGE - LAST_WARNING.length - 1;
    expect(problemOfMessage('字'.repeat(room), 'study')).toBeNull();
    expect(problemOfMessage('字'.repeat(room + 1), 'study')).toMatch(/内容太长/u);
    expect(problemOfMessage('字'.repeat(room + 1), 'class')).toBeNull();
  });
});

describe('the texts to begin with', () => {
  it.each(TEMPLATES)('$title can be filled, and holds no figure', ({ text, title }) => {
    expect(readTemplate(text, OF_CLASS)).toEqual({ ok: true, text });
    expect(text).not.toMatch(/\d|条例|规划|[第%！!]/u);
    expect(gapsIn(text).length).toBeGreaterThan(0);
    const filled = fillTemplate(text, VALUES);
    expect(filled).toMatch(/^王芳同志：/u);
    for (const name of PLACEHOLDERS) expect(filled).not.toContain(`{${name}}`);
    expect(title).not.toBe('');
  });

  it('are of both kinds, and a study reminder needs no class', () => {
    expect(TEMPLATES.map(({ title, kind }) => `${kind} ${title}`)).toEqual([
      'class 开班通知',
      'class 调训通知',
      'class 补训通知',
      'class 问卷通知',
      'study 学习提醒',
    ]);
    const study = TEMPLATES.find(({ kind }) => kind === 'study');
    expect(readTemplate(study?.text ?? '', OF_UNIT).ok).toBe(true);
  });

  it('have gaps that are told while nobody has filled them', () => {
    expect(gapsIn('请到（报到地点）报到（可以带伞）。（报到地点）')).toEqual(['（报到地点）']);
    expect(gapsIn('请到一楼大厅报到（可以带伞）。')).toEqual([]);
  });
});

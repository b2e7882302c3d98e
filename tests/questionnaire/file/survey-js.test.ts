import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftQuestionnaire } from '../../../src/questionnaire/drafting/draft-questionnaire.ts';
import { readAnyFile } from '../../../src/questionnaire/file/read-any-file.ts';
import { readQuestionnaireFile } from '../../../src/questionnaire/file/read-file.ts';
import {
  readCondition,
  writeCondition,
} from '../../../src/questionnaire/file/survey-js/condition.ts';
import { readSurveyJs } from '../../../src/questionnaire/file/survey-js/read-survey-js.ts';
import { writeSurveyJs } from '../../../src/questionnaire/file/survey-js/write-survey-js.ts';
import type { Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';

/** As its editor exports one: strings by language, special choices, pages, panels, conditions. */
const FORM = {
  title: { default: 'Survey', 'zh-cn': '县处级干部培训需求问卷' },
  description: '请如实填写。',
  logoPosition: 'right',
  calculatedValues: [{ name: 'sum', expression: '{a}+{b}' }],
  pages: [
    {
      name: 'page1',
      title: { 'zh-cn': '基本信息' },
      elements: [
        {
          type: 'radiogroup',
          name: 'attended',
          title: '近两年是否参加过培训？',
          isRequired: true,
          choices: [
            { value: 'yes', text: { default: 'Yes', 'zh-cn': '参加过' } },
            { value: 'no', text: '没有参加' },
          ],
        },
        {
          type: 'checkbox',
          name: 'kinds',
          title: '参加过哪些培训？',
          visibleIf: "{attended} = 'yes'",
          choices: ['党校班次', '网络培训'],
          hasOther: true,
          otherText: '其他（请注明）',
          minSelectedChoices: 1,
          maxSelectedChoices: 2,
        },
        {
          type: 'comment',
          name: '原因',
          title: '没有参加的原因是？',
          visibleIf: "{attended} = 'no' or {attended} = 'other'",
          maxLength: 200,
        },
        {
          type: 'text',
          name: 'days',
          title: '一年参加几天合适？',
          inputType: 'number',
          min: 0,
          max: 30,
          step: 1,
        },
        { type: 'text', name: 'mail', title: '联系邮箱', inputType: 'email' },
      ],
    },
    {
      name: 'page2',
      visibleIf: "{kinds} anyof ['党校班次', 'other']",
      elements: [
        { type: 'html', name: 'info', html: '<p>以下<b>评分</b></p><script>alert(1)</script>' },
        {
          type: 'panel',
          name: 'digital',
          title: '数字化能力',
          elements: [
            {
              ...{ type: 'rating', name: 'digital.importance', title: '重要程度' },
              ...{ isRequired: true, rateMin: 1, rateMax: 5 },
            },
            { type: 'rating', name: 'digital.competence', title: '掌握程度', isRequired: true },
          ],
        },
        { type: 'ranking', name: 'order', title: '请排序', choices: ['甲', '乙', '丙'] },
        {
          type: 'rating',
          name: 'overall',
          title: '总体评价',
          rateMax: 3,
          minRateDescription: '差',
        },
        { type: 'boolean', name: 'again', title: '愿意再参加吗？' },
      ],
    },
    {
      name: 'page3',
      elements: [
        { type: 'matrix', name: 'grid', title: '矩阵', columns: [1, 2], rows: ['a'] },
        { type: 'file', name: 'upload', title: '上传材料' },
        {
          ...{ type: 'dropdown', name: 'late', title: '时间', choices: [1, 2] },
          ...{ visibleIf: '{grid.a} = 1', defaultValue: 1 },
        },
      ],
    },
  ],
};

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

describe('reading a form', () => {
  const read = readSurveyJs(JSON.stringify(FORM));

  it('takes what has a counterpart', () => {
    expect(read.ok && read.questionnaire.title).toBe('县处级干部培训需求问卷');
    const items = read.ok ? read.questionnaire.items : [];
    expect(items.map(({ id, type }) => `${id} ${type}`)).toEqual([
      ...['page1 section', 'attended single', 'kinds multiple', 'q4 text', 'days number'],
      ...['mail text', 'info section', 'digital scale-pair', 'order ranking', 'overall single'],
      ...['again single', 'late single'],
    ]);
    const of = (id: string) => items.find((item) => item.id === id);
    expect(of('attended')).toMatchObject({ options: ['参加过', '没有参加'], isRequired: true });
    expect(of('kinds')).toMatchObject({
      ...{ options: ['党校班次', '网络培训', '其他（请注明）'], least: 1, most: 2 },
      ...{ showIf: { item: 'attended', is: ['参加过'] }, isRequired: false },
    });
    expect(of('days')).toMatchObject({ least: 0, most: 30, isWhole: true });
    expect(of('info')).toMatchObject({ text: '以下评分' });
    expect(of('digital')).toMatchObject({
      ...{ text: '数字化能力', pair: 'need', hasNotApplicable: false, isRequired: true },
      showIf: { item: 'kinds', is: ['党校班次', '其他（请注明）'] },
    });
    expect(of('overall')).toMatchObject({ options: ['1（差）', '2', '3'] });
    expect(of('again')).toMatchObject({ options: ['是', '否'] });
  });

  it('tells element by element what has none', () => {
    expect(read.ok && read.notes).toEqual([
      '表单：没有用到 logoPosition、calculatedValues，已略过。',
      '第 6 个元素“联系邮箱”：email 题改为简答题。',
      '第 7 个元素“info”：网页内容只保留文字。',
      '第 10 个元素“总体评价”：评分题改为单选题。',
      '第 11 个元素“愿意再参加吗？”：是非题改为单选题。',
      '第 12 个元素“矩阵”：没有与 matrix 对应的题型，没有读入。',
      '第 13 个元素“上传材料”：没有与 file 对应的题型，没有读入。',
      '第 14 个元素“时间”：没有用到 defaultValue，已略过。',
      '第 4 个元素“没有参加的原因是？”：名称“原因”不能用作编号，已改为 q4。',
      "第 4 个元素“没有参加的原因是？”：显示条件“{attended} = 'no' or {attended} = 'other'”没有对应的写法，已略过，本项一直显示。",
      '第 14 个元素“时间”：显示条件“{grid.a} = 1”没有对应的写法，已略过，本项一直显示。',
    ]);
  });

  it('says what to do with a form that cannot be used', () => {
    const problems = (form: unknown) => {
      const result = readSurveyJs(JSON.stringify(form));
      return result.ok ? [] : result.problems;
    };
    expect(problems({ items: [] })[0]).toContain('不是 SurveyJS 表单');
    expect(problems({ pages: [] })[0]).toContain('没有题目');
    const byUrl = { type: 'dropdown', name: 'q', title: '单位', choicesByUrl: { url: 'http://x' } };
    expect(problems({ elements: [byUrl] })).toEqual([
      expect.stringContaining('选项不足两个'),
      expect.stringContaining('没有用到 choicesByUrl'),
    ]);
    expect(readSurveyJs('{"pages": [\n{,}]}')).toMatchObject({
      problems: [expect.stringContaining('第 2 行')],
    });
  });

  it('is not led astray by what is nested without end, or by names that JavaScript keeps', () => {
    let panel: object = { type: 'text', name: 'deep', title: '深处' };
    for (let at = 0; at < 500; at++) panel = { type: 'panel', name: `p${at}`, elements: [panel] };
    const deep = readSurveyJs(JSON.stringify({ elements: [panel] }));
    expect(deep).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.stringContaining('嵌套过深')]),
    });
    const named =
      '{"elements":[{"type":"text","name":"__proto__","title":"甲"},{"type":"constructor","name":"b"}]}';
    const read = readSurveyJs(named);
    expect(read.ok && read.questionnaire.items.map(({ id }) => id)).toEqual(['q1']);
  });
});

describe('writing a form', () => {
  it('tells what it has no place for, and keeps a draft otherwise', () => {
    const order = { audience: '乡镇干部', purpose: '', period: '', topics: [] };
    const questionnaire = draftQuestionnaire({ ...order, kind: 'needs' }, plan.index);
    const { form, notes } = writeSurveyJs(questionnaire);
    expect(notes.map((note) => note.slice(0, 6))).toEqual([
      '调研对象没有',
      '政策依据没有',
      '分组标记没有',
    ]);
    const read = readSurveyJs(JSON.stringify(form));
    expect(
      read.ok && read.questionnaire.items.map(({ id, showIf, text }) => [id, showIf, text]),
    ).toEqual(questionnaire.items.map(({ id, showIf, text }) => [id, showIf, text]));
  });

  it('hides a page only where all that stands on it is hidden alike', () => {
    const single = (id: string, showIf: unknown = undefined) => ({
      ...{ id, type: 'single', text: id, options: ['是', '否'], showIf },
    });
    const questionnaireOf = (last: unknown): Questionnaire => {
      const showIf = { item: 'a', is: ['是'] };
      const items = [single('a'), { id: 's', type: 'section', text: '段', showIf }, last];
      const read = readQuestionnaireFile(JSON.stringify({ title: '问卷', items }));
      if (!read.ok) throw new Error(read.problems.join());
      return read.questionnaire;
    };
    const alike = writeSurveyJs(questionnaireOf(single('b', { item: 'a', is: ['是'] })));
    expect(alike.form.pages[1]?.visibleIf).toBe("{a} = '是'");
    const apart = writeSurveyJs(questionnaireOf(single('b')));
    expect(apart.form.pages[1]?.visibleIf).toBeUndefined();
    expect(apart.notes).toEqual(['第 2 项（s）：显示条件没有写入，本段有的题目另有显示条件。']);
  });
});

describe('conditions', () => {
  it.each([
    ["{q} = 'a'", ['a']],
    ['{q} == "a"', ['a']],
    ["{q} contains 'a'", ['a']],
    ["{q} anyof ['a', 'b']", ['a', 'b']],
    ["({q} = 'a or b' or {q} = 'b')", ['a or b', 'b']],
    ["{q} = 'it\\'s'", ["it's"]],
    ['{q} = 3', ['3']],
  ])('%s', (expression, values) => {
    expect(readCondition(expression)).toEqual({ question: 'q', values });
  });

  it.each([
    ...['', "{q} <> 'a'", "{q} = 'a' and {r} = 'b'", "{q} = 'a' or {r} = 'b'", '{q} notempty'],
    ...['age({q}) > 3', '{q} > 3', 'x'.repeat(100_000), ' '.repeat(100_000)],
  ])('%#: has no counterpart', (expression) => {
    expect(readCondition(expression)).toBeNull();
  });

  it('are written as they are read', () => {
    for (const values of [['a'], ["it's", '"x"', 'a\\b'], ['] or {q}']]) {
      const condition = { question: 'q', values };
      expect(readCondition(writeCondition(condition, false))).toEqual(condition);
      expect(readCondition(writeCondition(condition, true))).toEqual(condition);
    }
  });
});

describe('a file of either kind', () => {
  it('is told apart', () => {
    const ours = { title: '问卷', items: [{ id: 'a', type: 'text', text: '建议' }] };
    const form = { title: '问卷', elements: [{ name: 'a', type: 'comment', title: '建议' }] };
    for (const value of [ours, form]) {
      const read = readAnyFile(JSON.stringify(value));
      expect(read.ok && read.questionnaire.items[0]).toMatchObject({ type: 'text', text: '建议' });
    }
    expect(readAnyFile('{')).toMatchObject({ ok: false });
    expect(readAnyFile('{}')).toMatchObject({ problems: [expect.stringContaining('items')] });
  });
});

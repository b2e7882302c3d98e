import { describe, expect, it } from 'vitest';
import { readForLint, readQuestionnaireFile } from '../../../src/questionnaire/file/read-file.ts';

const file = (items: unknown, head: object = {}) =>
  JSON.stringify({ title: '培训需求问卷', items, ...head });
const single = (more: object = {}) => ({
  id: 'q1',
  type: 'single',
  text: '您近两年参加过几次集中培训？',
  options: ['没有', '1次', '2次及以上'],
  ...more,
});

function problemsOf(json: string): readonly string[] {
  const read = readQuestionnaireFile(json);
  return read.ok ? [] : read.problems;
}

describe('what a file must have', () => {
  it('reads the shortest file and fills in the rest', () => {
    const read = readQuestionnaireFile(
      file([
        single(),
        { type: 'section', text: '内容需求' },
        { type: 'scale-pair', text: '数据分析', showIf: { questionId: 'q1', value: '没有' } },
        { id: 'q4', type: 'text', text: '您还有什么建议？' },
      ]),
    );
    expect(read).toMatchObject({
      ok: true,
      notes: [],
      questionnaire: {
        kind: 'needs',
        audience: '',
        introduction: '',
        items: [
          { id: 'q1', isRequired: true, isBand: false, showIf: null, basis: null, hint: '' },
          { id: 'q2', type: 'section' },
          {
            id: 'q3',
            pair: 'need',
            hasNotApplicable: true,
            showIf: { item: 'q1', is: ['没有'] },
          },
          { id: 'q4', isRequired: false, most: 500 },
        ],
      },
    });
  });

  it.each([
    ['item', 'is'],
    ['id', 'in'],
    ['question', 'equals'],
    ['questionId', 'anyOf'],
    ['item', 'values'],
    ['item', 'option'],
    ['item', 'options'],
  ])('reads a condition written with %s and %s', (by, at) => {
    const read = readQuestionnaireFile(
      file([
        single(),
        { id: 'q2', type: 'text', text: '原因？', showIf: { [by]: 'q1', [at]: ['没有'] } },
      ]),
    );
    expect(read.ok && read.questionnaire.items[1]?.showIf).toEqual({ item: 'q1', is: ['没有'] });
  });

  it('takes out what nobody can see', () => {
    const read = readQuestionnaireFile(file([single({ text: '\u202E您\u200B好\u0007吗\n？' })]));
    expect(read.ok && read.questionnaire.items[0]?.text).toBe('您好 吗 ？');
  });

  it('tells of a field that it has no use for', () => {
    const read = readQuestionnaireFile(file([single({ requried: false })]));
    expect(read).toMatchObject({
      ok: true,
      notes: ['第 1 项（q1）：没有用到 requried，已略过。'],
    });
  });
});

describe('what is wrong is told all at once', () => {
  it('without items', () => {
    expect(problemsOf(file([]))).toEqual(['问卷没有题目（items 是空的），请至少加一道题。']);
    expect(problemsOf(file(undefined))[0]).toContain('请把各题放在 items 里');
    expect(problemsOf(file([{ type: 'section', text: '说明' }]))[0]).toContain('没有题目');
  });

  it('with 300 options, an option of 500 characters, and ids that repeat', () => {
    const problems = problemsOf(
      file([
        single({ options: Array.from({ length: 300 }, (_, at) => `选项${at}`) }),
        single({ options: ['是'.repeat(500), '否'] }),
      ]),
    );
    expect(problems).toEqual([
      '第 1 项（q1）：选项有 300 个，最多 40 个，请合并相近的选项或者拆成几题。',
      '第 2 项（q1）：第 1 个选项有 500 字，最多 60 字，请缩短。',
      '第 2 项（q1）：编号“q1”与第 1 项重复，请换一个编号。',
    ]);
  });

  it('with conditions in a circle, on a later, a missing, or a wrong item, or an unknown option', () => {
    const when = (id: string, item: string, is: string) => single({ id, showIf: { item, is } });
    const problems = problemsOf(
      file([
        when('a', 'b', '没有'),
        when('b', 'a', '没有'),
        when('c', 'g', '没有'),
        when('d', '无此题', '没有'),
        when('e', 'a', '3次'),
        when('f', 'f', '没有'),
        { id: 'g', type: 'text', text: '建议' },
        when('h', 'g', '没有'),
      ]),
    );
    expect(problems).toEqual([
      '第 1 项（a）：显示条件成了循环（a → b → a），请去掉其中一个显示条件。',
      '第 3 项（c）：显示条件所依据的题“g”在本题之后，请把它移到前面。',
      '第 4 项（d）：显示条件所依据的题“无此题”不存在，请改成在前的一道题的编号。',
      '第 5 项（e）：显示条件里的“3次”不是“a”的选项，应当逐字写成“没有”、“1次”、“2次及以上”。',
      '第 6 项（f）：显示条件成了循环（f → f），请去掉其中一个显示条件。',
      '第 8 项（h）：显示条件所依据的题“g”不是单选题或多选题，请换一道题或者去掉显示条件。',
    ]);
  });

  it('with numbers that contradict', () => {
    const problems = problemsOf(
      file([
        single({ type: 'multiple', least: 3, most: 2 }),
        { id: 'n', type: 'number', text: '几天？', least: 9, most: 1 },
        single({ id: 'm', type: 'multiple', most: 9 }),
        single({ id: 'r', type: 'ranking', most: 4 }),
        { id: 't', type: 'text', text: '建议', most: 5000 },
      ]),
    );
    expect(problems).toEqual([
      '第 1 项（q1）：最少 3（least）大于最多 2（most），请调换或改正。',
      '第 2 项（n）：最少 9（least）大于最多 1（most），请调换或改正。',
      '第 3 项（m）：最多选几项（most）是 9，而选项只有 3 个，请改小。',
      '第 4 项（r）：最多排几项（most）是 4，而选项只有 3 个，请改小。',
      '第 5 项（t）：最多字数（most）不能大于 1000。',
    ]);
  });

  it('with types and fields that are none', () => {
    const problems = problemsOf(
      file([
        single({ type: 'matrix' }),
        single({ id: 'b', type: undefined }),
        single({ id: 'constructor' }),
        single({ id: '编号' }),
      ]),
    );
    expect(problems[0]).toMatch(/^第 1 项（q1）：不认识题型“matrix”，请改用：single（单选题）/u);
    expect(problems[1]).toMatch(/^第 2 项（b）：缺少题型/u);
    expect(problems[2]).toContain('保留字');
    expect(problems[3]).toContain('只用字母、数字');
    expect(problemsOf('[1]')[0]).toContain('不是一份问卷');
    expect(problemsOf(file(['x', single(), null]))).toHaveLength(2);
  });

  it('with a basis that is not whole, in words that people read', () => {
    const half = single({ basis: { material: 'plan', start: -1 } });
    expect(problemsOf(file([half]))).toEqual([expect.stringContaining('依据（basis）应当写明')]);
  });

  it('with too many items', () => {
    const items = Array.from({ length: 101 }, (_, at) => single({ id: `q${at}` }));
    expect(problemsOf(file(items))[0]).toContain('问卷有 101 项，最多 100 项');
  });
});

describe('broken JSON', () => {
  it.each([
    ['{\n"title": "x",\n}', '第 3 行'],
    ['{\n"title": "x",\n“items”: []}', '第 3 行读不下去（“items”: []}）。引号、冒号'],
    ['{"title": 中}', '第 1 行'],
    ['{"title": "x"}\n{', '第 2 行'],
    ['{"title": "x",\n"items": [\n', '到第 2 行就断了'],
    ['', '文件是空的'],
  ])('%j tells where', (json, where) => {
    expect(problemsOf(json)).toEqual([expect.stringContaining(where)]);
    expect(readForLint(json)).toMatchObject({ ok: false });
  });
});

describe('reading for the lint', () => {
  it('leaves faults in', () => {
    const read = readForLint(
      file(
        [
          single({ options: ['是'] }),
          single({ type: 'matrix', text: undefined }),
          single({ showIf: { item: 'z', is: '是' } }),
        ],
        { title: undefined },
      ),
    );
    expect(
      read.ok && read.questionnaire.items.map(({ id, type, text }) => [id, type, text]),
    ).toEqual([
      ['q1', 'single', '您近两年参加过几次集中培训？'],
      ['q1', 'single', ''],
      ['q1', 'single', '您近两年参加过几次集中培训？'],
    ]);
    expect(readForLint(file([])).ok).toBe(true);
    expect(readForLint(file([3])).ok).toBe(false);
  });
});

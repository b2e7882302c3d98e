import { describe, expect, it } from 'vitest';
import { readResponses } from '../../../src/questionnaire/analysis/read-responses.ts';
import { multiple, number, pair, questionnaireOf, ranking, single, text } from './items.ts';

const QUESTIONNAIRE = questionnaireOf([
  single('level', ['县处级', '乡科级', '其他（请注明）']),
  multiple('how', ['案例教学', '现场教学、实地考察', '在线学习', '其他']),
  pair('A'),
  ranking('order', ['甲', '乙', '丙']),
  number('days', { least: 1, most: 30 }),
  text('advice'),
]);
const HEADER = 'level,how,A.importance,A.competence,order,days,advice';

function read(text: string) {
  const found = readResponses(new TextEncoder().encode(text), QUESTIONNAIRE);
  if (!found.ok) throw new Error(found.problem);
  return found;
}

function row(line: string) {
  const { responses, remarks } = read(`${HEADER}\n${line}\n`);
  return { answers: responses[0], remarks };
}

describe('a row of answers', () => {
  it('is read by words, by numbers of options, in full-width digits', () => {
    const { answers, remarks } = row(
      '县处级,案例教学；现场教学、实地考察,５,2,乙、甲,３天,多办案例课',
    );
    expect(remarks).toEqual([]);
    expect(answers).toEqual({
      level: { kind: 'single', option: 0, other: '' },
      how: { kind: 'multiple', options: [0, 1], other: '' },
      A: { kind: 'scale-pair', importance: 5, competence: 2 },
      order: { kind: 'ranking', order: [1, 0] },
      days: { kind: 'number', value: 3 },
      advice: { kind: 'text', text: '多办案例课' },
    });
    expect(row('2,1|3,5,2,3、1,3,').answers).toMatchObject({
      level: { option: 1 },
      how: { options: [0, 2] },
      order: { order: [2, 0] },
    });
  });

  it.each([
    ['案例教学;在线学习', [0, 2]],
    ['案例教学|在线学习', [0, 2]],
    ['案例教学、在线学习', [0, 2]],
    ['"案例教学\n在线学习"', [0, 2]],
    ['现场教学、实地考察、在线学习', [1, 2]],
  ])('takes several options apart: %s', (cell, options) => {
    expect(row(`县处级,${cell},5,2,,3,`).answers).toMatchObject({ how: { options } });
  });

  it('keeps what was written beside 其他', () => {
    expect(row('其他：企业人员,其他（送教上门）,5,2,,3,').answers).toMatchObject({
      level: { option: 2, other: '企业人员' },
      how: { options: [3], other: '送教上门' },
    });
  });

  it.each([
    ['不适用,', { kind: 'not-applicable' }],
    ['NA,NA', { kind: 'not-applicable' }],
    ['5,', { kind: 'scale-pair', importance: 5, competence: null }],
    [',', undefined],
  ])('reads a pair: %s', (cells, answer) => {
    const { answers, remarks } = row(`县处级,案例教学,${cells},,3,`);
    expect(answers?.A).toEqual(answer);
    expect(remarks).toEqual([]);
  });

  it('counts with the rest of its answers where something is wrong', () => {
    const { answers, remarks } = row('厅局级,案例教学；不存在,6,2,甲、甲甲,四天,好');
    expect(answers).toEqual({
      how: { kind: 'multiple', options: [0], other: '' },
      A: { kind: 'scale-pair', importance: null, competence: 2 },
      order: { kind: 'ranking', order: [0] },
      advice: { kind: 'text', text: '好' },
    });
    expect(remarks.map(({ row: at, column }) => [at, column])).toEqual([
      [2, 1],
      [2, 2],
      [2, 3],
      [2, 5],
      [2, 6],
    ]);
    expect(JSON.stringify(remarks)).not.toMatch(/厅局级|不存在|甲甲|四天/u);
  });
});

describe('a file of responses', () => {
  const body = `${HEADER}\n县处级,案例教学,5,2,甲,3,好\n`;
  // 县处级 and 案例教学 and 甲 and 好 in GB 18030.
  const gb = Buffer.concat([
    Buffer.from(`${HEADER}\n`),
    Buffer.from('cfd8b4a6bcb62cb0b8c0fdbdccd1a72c352c322cbcd72c332cbac30a', 'hex'),
  ]);

  it.each([
    ['UTF-8', new TextEncoder().encode(body)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${body}`)],
    ['GB 18030', new Uint8Array(gb)],
  ])('is read in %s', (_, bytes) => {
    const found = readResponses(bytes, QUESTIONNAIRE);
    expect(found).toMatchObject({
      ...{ ok: true, remarks: [] },
      responses: [{ level: { option: 0 }, how: { options: [0] }, advice: { text: '好' } }],
    });
  });

  it('leaves out what it does not know, and says so', () => {
    const { responses, remarks } = read('level,姓名,level,A\n县处级,张三,乡科级,5\n,,,\n');
    expect(responses).toEqual([{ level: { kind: 'single', option: 0, other: '' } }]);
    expect(remarks.slice(0, 3)).toEqual([
      { row: 1, column: 2, problem: '“姓名”不是本问卷的题号，这一列没有读取。' },
      { row: 1, column: 3, problem: '“level”这一列重复，只读取前一列。' },
      { row: 1, column: 4, problem: '“A”不是本问卷的题号，这一列没有读取。' },
    ]);
    expect(JSON.stringify(remarks)).not.toContain('张三');
  });

  it.each([
    ['nothing', '', '空的'],
    ['no known column', '姓名,单位\n甲,乙\n', '没有本问卷的题号'],
    ['an open quote', `${HEADER}\n"县处级,案例教学\n`, '引号不成对'],
    ['a picture', '\u0000\u0001PNG', '看不懂'],
  ])('is refused in words: %s', (_, content, words) => {
    const found = readResponses(new TextEncoder().encode(content), QUESTIONNAIRE);
    expect(found).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
  });
});

import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { formatNumber } from '../../../src/corpus/readers/docx/numbering/format-number.ts';
import { readDocx } from '../../../src/corpus/readers/docx/read-docx.ts';
import { abstractNum, inList, lvl, makeDocx, num, p } from '../../support/make-docx.ts';

describe('a number as a list shows it', () => {
  it.each([
    ['decimal', [1, 10, 101], ['1', '10', '101']],
    ['decimalZero', [1, 10], ['01', '10']],
    ['decimalFullWidth', [1, 20], ['１', '２０']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalEnclosedParen', [1, 20], ['⑴', '⒇']],
    [
      'chineseCounting',
      [1, 10, 11, 20, 21, 99, 100, 101],
      '一 十 十一 二十 二十一 九十九 一〇〇 一〇一',
    ],
    [
      'chineseCountingThousand',
      [1, 10, 11, 20, 99, 100, 101, 110, 1000],
      '一 十 十一 二十 九十九 一百 一百零一 一百一十 一千',
    ],
    ['japaneseCounting', [1, 10, 11, 100, 101, 110, 1000], '一 十 十一 百 百一 百十 千'],
    ['ideographDigital', [1, 10, 11, 20, 105], '一 一〇 一一 二〇 一〇五'],
    ['chineseLegalSimplified', [1, 10, 12, 20, 101], '壹 壹拾 壹拾贰 贰拾 壹佰零壹'],
    ['ideographLegalTraditional', [2, 3, 16], '貳 參 壹拾陸'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['upperRoman', [1, 4, 9, 14, 40, 99], 'I IV IX XIV XL XCIX'],
    ['lowerRoman', [3, 8], 'iii viii'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerLetter', [2, 28], 'b bb'],
    ['001, 002, 003, ...', [1, 12], '001 012'],
    ['none', [5], ['']],
  ] as const)('in the format %s', (format, values, expected) => {
    const words = typeof expected === 'string' ? expected.split(' ') : expected;
    expect(values.map((value) => formatNumber(value, format))).toEqual(words);
  });

  it('is unknown in a format that nobody here knows', () => {
    expect(formatNumber(3, 'thaiLetters')).toBeUndefined();
    expect(formatNumber(3, 'toString')).toBeUndefined();
  });
});

interface Case {
  readonly lists: string;
  readonly styles?: string;
  readonly body: string;
}

async function linesOf({ lists, styles = '', body }: Case): Promise<string[]> {
  const { text } = await readDocx(
    await makeDocx({ body, numbering: lists, styles }),
    READING_LIMITS,
  );
  return text.split('\n');
}

const STATUTE =
  lvl(0, 'chineseCountingThousand', '第%1章') +
  lvl(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>') +
  lvl(2, 'chineseCounting', '（%3）', '<w:suff w:val="nothing"/>') +
  lvl(3, 'decimal', '%4.', '<w:suff w:val="space"/>');

describe('numbers that Word computes', () => {
  it('count chapters, articles through chapters, and items within articles', async () => {
    const body = [
      [0, '总则'],
      [1, '为了规范管理。'],
      [1, '适用下列情形：'],
      [2, '甲。'],
      [3, '细目。'],
      [3, '细目。'],
      [2, '乙。'],
      [3, '细目。'],
      [0, '管理'],
      [1, '管理如下：'],
      [2, '丙。'],
    ] as const;
    expect(
      await linesOf({
        lists: abstractNum(1, STATUTE) + num(1, 1),
        body: body.map(([level, words]) => p(words, inList(1, level))).join(''),
      }),
    ).toEqual([
      '第一章　总则',
      '第一条　为了规范管理。',
      '第二条　适用下列情形：',
      '（一）甲。',
      '1. 细目。',
      '2. 细目。',
      '（二）乙。',
      '1. 细目。',
      '第二章　管理',
      '第三条　管理如下：',
      '（一）丙。',
    ]);
  });

  it('restart only after the level that the list names', async () => {
    const levels =
      lvl(0, 'decimal', '%1') +
      lvl(1, 'decimal', '%1.%2') +
      lvl(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>');
    const at = (level: number) => p('项', inList(1, level));
    expect(
      await linesOf({
        lists: abstractNum(1, levels) + num(1, 1),
        body: [0, 1, 2, 2, 1, 2, 0, 2].map(at).join(''),
      }),
    ).toEqual(['1 项', '1.1 项', '1 项', '2 项', '1.2 项', '3 项', '2 项', '1 项']);
  });

  it('go on from list to list of one kind, unless a list begins again', async () => {
    const lists =
      abstractNum(1, lvl(0, 'chineseCounting', '%1、')) +
      num(1, 1) +
      num(2, 1) +
      num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
      num(4, 1, `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', '%1)')}</w:lvlOverride>`);
    const body = [1, 1, 2, 3, 3, 1, 4].map((id) => p('项', inList(id, 0))).join('');
    expect(await linesOf({ lists, body })).toEqual([
      '一、项',
      '二、项',
      '三、项',
      '五、项',
      '六、项',
      '七、项',
      '8) 项',
    ]);
  });

  it('begin at the start of the level, and begin a level that is skipped', async () => {
    const levels = lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2');
    const lists =
      abstractNum(1, levels.replace('w:start w:val="1"', 'w:start w:val="3"')) + num(1, 1);
    const body = [1, 1, 0, 1].map((level) => p('项', inList(1, level))).join('');
    expect(await linesOf({ lists, body })).toEqual(['3.1 项', '3.2 项', '4 项', '4.1 项']);
  });

  it('are written in digits above a level of legal numbering', async () => {
    const levels =
      lvl(0, 'chineseCounting', '第%1章') + lvl(1, 'decimalZero', '%1.%2', '<w:isLgl/>');
    const lists = abstractNum(1, levels) + num(1, 1);
    const body = p('总则', inList(1, 0)) + p('项', inList(1, 1));
    expect(await linesOf({ lists, body })).toEqual(['第一章　总则', '1.01 项']);
  });

  it('come from the style of a paragraph, at the level that names the style', async () => {
    const lists =
      abstractNum(
        1,
        lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>') +
          lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>'),
      ) + num(7, 1);
    const style = (id: string, more: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const styles =
      style('A', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style('B', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style('C', '<w:basedOn w:val="A"/>') +
      style('D', '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
    const as = (id: string, more = '') => p('项', `<w:pStyle w:val="${id}"/>${more}`);
    const body = [
      as('A'),
      as('B'),
      as('B'),
      as('C'),
      as('D'),
      as('A', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      as('B'),
    ];
    expect(await linesOf({ lists, styles, body: body.join('') })).toEqual([
      '一、项',
      '（一）项',
      '（二）项',
      '二、项',
      '项',
      '项',
      '（一）项',
    ]);
  });

  it('come from a style of lists that a list only names', async () => {
    const lists =
      abstractNum(1, `<w:styleLink w:val="S"/>${lvl(0, 'decimal', '（%1）')}`) +
      abstractNum(2, '<w:numStyleLink w:val="S"/>') +
      num(1, 1) +
      num(2, 2);
    const styles =
      '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = p('项', inList(2, 0)) + p('项', inList(2, 0));
    expect(await linesOf({ lists, styles, body })).toEqual(['（1）项', '（2）项']);
  });

  it('are no bullets, but bullets that say something stay', async () => {
    const lists =
      abstractNum(
        1,
        lvl(0, 'bullet', '\uF06C') + lvl(1, 'bullet', 'o') + lvl(2, 'bullet', '附：'),
      ) + num(1, 1);
    const body = [0, 1, 2].map((level) => p('项', inList(1, level))).join('');
    expect(await linesOf({ lists, body })).toEqual(['项', '项', '附：项']);
  });

  it('pass by paragraphs that nobody sees, and stand alone in empty cells', async () => {
    const lists = abstractNum(1, lvl(0, 'decimal', '%1')) + num(1, 1);
    const hidden = `<w:p><w:pPr>${inList(1, 0)}<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>`;
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const row = (words: string) => `<w:tr>${cell(p('', inList(1, 0)))}${cell(p(words))}</w:tr>`;
    const body = `${hidden}<w:tbl>${row('甲')}${row('乙')}</w:tbl>`;
    expect(await linesOf({ lists, body })).toEqual(['1\t甲', '2\t乙']);
  });

  it('do not count text boxes and notes with the text around them', async () => {
    const lists = abstractNum(1, lvl(0, 'decimal', '%1.')) + num(1, 1);
    const item = p('项', inList(1, 0));
    const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${item}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
    expect(await linesOf({ lists, body: item + box + item })).toEqual(['1. 项', '1. 项', '2. 项']);
  });

  it('of an unknown format are written in digits, and that is told', async () => {
    const lists = abstractNum(1, lvl(0, 'thaiLetters', '%1.')) + num(1, 1);
    const docx = await makeDocx({ body: p('项', inList(1, 0)), numbering: lists });
    const { text, doubts } = await readDocx(docx, READING_LIMITS);
    expect(text).toBe('1. 项');
    expect(doubts).toEqual([expect.stringContaining('自动编号格式无法识别')]);
  });
});

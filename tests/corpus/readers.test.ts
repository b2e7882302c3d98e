import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/corpus/readers/read-document.ts';
import { UserFacingError } from '../../src/errors.ts';
import { sliceOf } from '../../src/text/span.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (file: string, text: string) => readDocument(file, encode(text));

describe('plain text', () => {
  it.each([
    [
      'a picture that conversion left',
      '平台建设。\n[image: IMG_262]\n（三）',
      '平台建设。\n（三）',
    ],
    ['a bookmark before a sentence', '[bookmark: _GoBack]中央组织部', '中央组织部'],
    ['artefacts inside a line', '加强[Image: 图 1]管理[footnote: 2]', '加强管理'],
    ['stray leading spaces', ' 二、甲\n 　（二）乙\n\t三、丙', '二、甲\n（二）乙\n三、丙'],
    ['trailing spaces and blank lines', '甲  \n\n\n乙　\n', '甲\n乙'],
    ['a byte-order mark', '\uFEFF规划', '规划'],
    ['a byte-order mark inside', '规\uFEFF划', '规划'],
    ['Windows line ends', '甲\r\n\r\n乙\r\n', '甲\n乙'],
    ['old line ends', '甲\r乙', '甲\n乙'],
    ['zero-width characters', '干\u200B部\u200C教\u200D育\u2060培\u00AD训', '干部教育培训'],
    ['marks of direction', '干\u200E部\u202A教\u202C育\u2066培\u2069训', '干部教育培训'],
    ['control characters', '干部\u0007教\u001B育\u0085', '干部教育'],
  ])('is rid of %s', async (_name, raw, expected) => {
    expect((await read('notice.txt', raw)).text).toBe(expected);
  });

  it.each([
    '甲　乙 丙\t丁',
    '[注释]保留，[附件1: 名单]也保留',
    '“引号”、《书名》、2023—2027年、1/3',
    '２０２３年，全角照旧',
    '幹部教育訓練',
    '表情😀和生僻字𠮷',
  ])('is otherwise left as it is: %s', async (text) => {
    expect((await read('notice.txt', text)).text).toBe(text);
  });

  it('has its outline counted in the clean text', async () => {
    const { text, outline } = await read(
      'notice.TXT',
      '\uFEFF 通知\r\n [bookmark: a]一、要求\r\n抓好落实。',
    );
    expect(outline.map(({ place, body }) => [place, sliceOf(text, body)])).toEqual([
      ['标题', '通知'],
      ['一', '抓好落实。'],
    ]);
  });
});

describe('Markdown', () => {
  const guide = [
    '# 研讨指引',
    '',
    '前言一句，',
    '分两行写。',
    '',
    '## 分组',
    '按**人数**分组，见[说明](https://example.invalid)，用`便签`。',
    '### （一）人数',
    '每组八人。',
    '## 二、角色',
    '一、这一行没有标记，不是标题。',
    '',
    '1. 主持人',
    '2. 记录人',
    '',
    '- 观察员',
    '  列席',
    '',
    '> 引用的话',
    '',
    '```',
    '代码',
    '```',
    '',
    '<div>隐藏</div>',
    '',
    '![图片说明](picture.png)',
    '[bookmark: _GoBack]结束。&amp;',
  ].join('\n');

  it('is read as plain lines, one block a line, without its marks', async () => {
    expect((await read('guide.md', guide)).text.split('\n')).toEqual([
      '研讨指引',
      '前言一句，分两行写。',
      '分组',
      '按人数分组，见说明，用便签。',
      '（一）人数',
      '每组八人。',
      '二、角色',
      '一、这一行没有标记，不是标题。',
      '1. 主持人',
      '2. 记录人',
      '观察员列席',
      '引用的话',
      '代码',
      '结束。&',
    ]);
  });

  it('takes its outline from its marked headings alone', async () => {
    const { outline } = await read('guide.md', guide);
    expect(outline.map(({ place, headings }) => [place, ...headings])).toEqual([
      ['标题'],
      ['前言'],
      ['分组', '分组'],
      ['（一）', '分组', '人数'],
      ['二', '角色'],
    ]);
  });

  it('may begin with a numbered heading, which is no title', async () => {
    const { text, outline } = await read(
      'rules.md',
      '# 一、总则\n\n正文甲。\n\n# 二、附则\n\n正文乙。',
    );
    expect(outline.map(({ place, body }) => [place, sliceOf(text, body)])).toEqual([
      ['一', '正文甲。'],
      ['二', '正文乙。'],
    ]);
  });

  it('joins Latin words over a line break with a space, and Chinese without', async () => {
    expect((await read('a.md', '干部\n教育 learn\nmore\n内容')).text).toBe(
      '干部教育 learn more内容',
    );
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['of an unknown format', 'notice.csv', encode('通知'), '暂不支持读取“notice.csv”'],
    ['without an extension', 'notice', encode('通知'), '暂不支持读取“notice”'],
    [
      'cut inside a character',
      'notice.txt',
      encode('通知').slice(0, 5),
      '看不懂“notice.txt”的文字编码',
    ],
    ['with zeros in it', 'notice.md', encode('通知\u0000'), '“notice.md”不是文本文件'],
    ['of nothing but blanks', 'notice.txt', encode(' \n　\n[image: 1]\n'), '没有可以读取的文字'],
    ['empty', 'notice.txt', encode(''), '“notice.txt”是空文件'],
  ])('is refused in one line that says what to do: %s', async (_name, file, bytes, reason) => {
    const refused = readDocument(file, bytes);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.toThrow(/请[^\n]*。$/u);
  });
});

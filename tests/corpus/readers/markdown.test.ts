import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/corpus/readers/markdown.ts';

describe('tables in Markdown', () => {
  it('are read row by row', () => {
    const { text, tables } = readMarkdown(
      '任务分工如下：\n\n| 任务 | 单位 |\n|:--|--:|\n| **师资** | 组织部 \\| 党校 |\n| `经费` | |\n\n完。',
    );
    expect(text.split('\n')).toEqual([
      ...['任务分工如下：', '任务\t单位', '师资\t组织部 | 党校', '经费', '完。'],
    ]);
    expect(tables).toBe(1);
  });

  it('may follow a line and stand without edges', () => {
    const { text, tables } = readMarkdown('分工\n任务 | 单位\n--- | ---\n师资 | 党校');
    expect(text.split('\n')).toEqual(['分工', '任务\t单位', '师资\t党校']);
    expect(tables).toBe(1);
  });

  it('are none where the dashes do not fit the head', () => {
    const { tables } = readMarkdown('任务 | 单位 | 时限\n--- | ---\n师资 | 党校');
    expect(tables).toBe(0);
  });
});

describe('what is left out of Markdown', () => {
  it('is told and looked through', () => {
    const { text, leftOut, aside } = readMarkdown(
      [
        ...[
          '---',
          'author: 某某',
          '---',
          '# 指引',
          '',
          '![流程图](a.png) 见<br>[说明](https://example.invalid/x)。',
        ],
        ...['', '<div>隐藏的话</div>', '', '[image: IMG_1]', '', '[甲]: https://example.invalid/y'],
      ].join('\n'),
    );
    expect(text).toBe('指引\n见说明。');
    expect(leftOut.map(({ what, count, sample }) => [what, count, sample])).toEqual([
      ['文件头的设置', 1, 'author: 某某 ---'],
      ['格式转换留下的标记', 1, '[image: IMG_1]'],
      ['图片', 1, '流程图'],
      ['网页代码', 2, '<br>'],
      ['链接地址', 2, 'https://example.invalid/x'],
    ]);
    for (const words of ['某某', '隐藏的话', 'IMG_1', '流程图']) expect(aside).toContain(words);
  });

  it('is not a footnote', () => {
    const { text } = readMarkdown('学员[^1]参加培训。\n\n[^1]: 指在职干部。');
    expect(text).toBe('学员[^1]参加培训。\n[^1]: 指在职干部。');
  });

  it('is nothing where there is nothing', () => {
    expect(readMarkdown('# 指引\n\n正文。').leftOut).toEqual([]);
  });

  it('tells of what nobody could see', () => {
    const { text, doubts } = readMarkdown('干\u200B部\u200B教\u202E育');
    expect(text).toBe('干部教育');
    expect(doubts).toEqual([
      expect.stringContaining('零宽字符 2 个'),
      expect.stringContaining('控制字符 1 个'),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { fileNameFor } from '../../../../src/channels/telegram/reply/file-name.ts';

describe('a file name', () => {
  it.each([
    ['对话记录.txt', '对话记录.txt'],
    ['研讨方案（第一期）.docx', '研讨方案(第一期).docx'],
    ['《规划》学习、研讨；记录.txt', '规划学习-研讨-记录.txt'],
    ['a/b\\c|d:e.txt', 'a-b-c-d-e.txt'],
    ['名\r\n称"引"\u0000.txt', '名称引.txt'],
    [' .隐藏. .txt', '隐藏.txt'],
    ['《》“”.pdf', '文件.pdf'],
    ['', '文件'],
    ['🙂', '文件'],
    [`${'长'.repeat(80)}.docx`, `${'长'.repeat(64)}.docx`],
  ])('%j arrives as %s', (name, arrives) => {
    expect(fileNameFor(name)).toBe(arrives);
  });
});

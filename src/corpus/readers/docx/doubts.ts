import type { Findings } from './story.ts';

interface Doubtful extends Omit<Findings, 'tables'> {
  readonly deletions: number;
  readonly hasBrokenFields: boolean;
}

/** What whoever approves a Word file should look at once more, one sentence each. */
export function doubtsOf(found: Doubtful): string[] {
  const { notes, insertions, deletions, formulas, unseen, unknownFormats } = found;
  const doubts: [boolean, string][] = [
    [
      insertions + deletions > 0,
      `文件带有修订记录：插入 ${insertions} 处，已收入正文；删去 ${deletions} 处，未收入正文。请确认修订已经定稿。`,
    ],
    [notes > 0, `脚注、尾注共 ${notes} 条，放在所注段落之后，以“注：”开头，请核对位置。`],
    [formulas > 0, `公式共 ${formulas} 处，按先后写成一行，请对照原文件核对。`],
    [unseen > 0, `有 ${unseen} 处文字为白色或者极小，页面上看不见，已收入正文，请核对。`],
    [unknownFormats.size > 0, '有的自动编号格式无法识别，已写成阿拉伯数字，请对照原文件核对编号。'],
    [found.hasBrokenFields, '文件中有的域不完整，目录等可能混入正文，请核对。'],
  ];
  return doubts.flatMap(([isSo, words]) => (isSo ? [words] : []));
}

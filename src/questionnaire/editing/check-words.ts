import {
  LONGEST_INTRODUCTION,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  LONGEST_TITLE,
  MOST_OPTIONS,
} from '../questionnaire.ts';

/** Characters. */
export const LONGEST_HINT = 200;

export const FEWEST_OPTIONS = 2;

/** Null where a text may stand for what it is called; else what is wrong with it. */
function problemOfLength(text: string, what: string, most: number): string | null {
  const length = [...text].length;
  if (length === 0) return `没有写${what}。`;
  return length > most
    ? `${what}最多 ${most} 个字，现在有 ${length} 个字，没有保存。请删减后再发。`
    : null;
}

export function problemOfTitle(text: string): string | null {
  return problemOfLength(text, '标题', LONGEST_TITLE);
}

export function problemOfQuestion(text: string): string | null {
  return problemOfLength(text, '题目', LONGEST_QUESTION);
}

/** May be empty. */
export function problemOfIntroduction(text: string): string | null {
  return text === '' ? null : problemOfLength(text, '填写说明', LONGEST_INTRODUCTION);
}

/** May be empty. */
export function problemOfHint(text: string): string | null {
  return text === '' ? null : problemOfLength(text, '提示', LONGEST_HINT);
}

export function problemOfOptions(options: readonly string[]): string | null {
  if (options.length < FEWEST_OPTIONS) return '至少要有两个选项。请一行写一个选项。';
  if (options.length > MOST_OPTIONS) {
    return `最多 ${MOST_OPTIONS} 个选项，现在有 ${options.length} 个，没有保存。请合并相近的选项，或者分成几道题。`;
  }
  const long = options.findIndex((option) => [...option].length > LONGEST_OPTION);
  if (long >= 0) {
    const length = [...(options[long] ?? '')].length;
    return `第 ${long + 1} 个选项有 ${length} 个字，最多 ${LONGEST_OPTION} 个字，没有保存。请写短一些；一行是一个选项。`;
  }
  if (options.includes('')) return '有选项没有写内容。请一行写一个选项。';
  const twice = options.find((option, at) => options.indexOf(option) !== at);
  return twice === undefined ? null : `选项“${twice}”写了两次，没有保存。请去掉重复的。`;
}

import { JSONParser } from '@streamparser/json';

/** Characters. A hundred items with forty options of sixty characters are a fourth of it. */
const LONGEST_FILE = 1_000_000;

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** The value of a JSON text; where it is broken, the line at which it breaks. */
export function parseJson(raw: string): ParsedJson {
  const json = raw.replace(/^\uFEFF/u, '');
  if (json.trim() === '') return { ok: false, problem: '文件是空的，请选择问卷文件。' };
  if (json.length > LONGEST_FILE) {
    return {
      ok: false,
      problem: `文件有 ${json.length} 个字符，最多 ${LONGEST_FILE} 个，请核对是否选错了文件。`,
    };
  }
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch {
    return { ok: false, problem: faultOf(json) };
  }
}

/** `JSON.parse` does not always tell where; a parser that is fed line by line does. */
function faultOf(json: string): string {
  let isBroken = false;
  const parser = new JSONParser();
  parser.onValue = () => {};
  parser.onError = () => {
    isBroken = true;
  };
  const lines = json.split('\n');
  for (const [index, line] of lines.entries()) {
    parser.write(`${line}\n`);
    if (isBroken) return describeFault(index + 1, line);
  }
  return `文件不完整，到第 ${json.trimEnd().split('\n').length} 行就断了，请补全结尾的括号或者重新导出。`;
}

function describeFault(number: number, line: string): string {
  const hasWide = /[“”‘’：，｛｝［］]/u.test(line.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""'));
  const advice = hasWide
    ? '引号、冒号、逗号和括号要用半角'
    : '请检查这一行和上一行的引号、逗号和括号，最后一项后面不加逗号';
  return `文件不是有效的 JSON：第 ${number} 行读不下去（${line.trim().slice(0, 40)}）。${advice}，改正后重试。`;
}

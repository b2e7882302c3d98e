import { parse } from 'csv-parse/sync';
import { decodeText } from '../../text/decode-text.ts';
import type { Answer, Answers } from '../answers.ts';
import { isQuestion, type QuestionItem, type Questionnaire } from '../questionnaire.ts';
import { fold, readCell, readMark } from './read-cell.ts';

/** Something to check in a file of responses; the rest of its row counts. */
export interface ResponseRemark {
  /** As a spreadsheet counts them, both from 1. */
  readonly row: number;
  readonly column: number;
  readonly problem: string;
}

export type ReadResponses =
  | {
      readonly ok: true;
      readonly responses: readonly Answers[];
      readonly remarks: readonly ResponseRemark[];
    }
  | { readonly ok: false; readonly problem: string };

const LARGEST_BYTES = 50 * 1024 * 1024;
const DELIMITERS = [',', '\t', ';', '，'];
const LONGEST_NAMED = 20;
const ADVICE = '请在 WPS 或者 Excel 中另存为 CSV（不加密）后再试。';

/**
 * Responses from a CSV file: a column an item by its id, `id.importance` and `id.competence` for a
 * scale pair (`id.before` and `id.after` for one of change), a row a response. Never throws.
 */
export function readResponses(bytes: Uint8Array, questionnaire: Questionnaire): ReadResponses {
  if (bytes.length === 0) return { ok: false, problem: '答卷文件是空的，请检查后重新选择。' };
  if (bytes.length > LARGEST_BYTES) {
    return { ok: false, problem: '答卷文件超过 50 MB，请分成几个文件，或者只保留题目各列。' };
  }
  const text = decodeText(bytes);
  if (text === null || /[\u0000-\u0008]/u.test(text)) {
    return { ok: false, problem: `看不懂答卷文件的格式。${ADVICE}` };
  }
  const rows = rowsOf(text);
  if (rows === null) return { ok: false, problem: `答卷文件的引号不成对，不能读取。${ADVICE}` };
  return fromRows(rows, questionnaire);
}

/** Rows and where each stands; null where quotes are broken. */
function rowsOf(text: string): readonly string[][] | null {
  const [head = ''] = text.split(/\r?\n|\r/u, 1);
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
  try {
    return parse(text, {
      delimiter,
      ...{ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
    });
  } catch {
    return null;
  }
}

type Part = 'whole' | 'importance' | 'competence';

interface Source {
  readonly item: QuestionItem;
  readonly columns: Readonly<Partial<Record<Part, number>>>;
}

function fromRows(rows: readonly string[][], questionnaire: Questionnaire): ReadResponses {
  const remarks: ResponseRemark[] = [];
  const sources = sourcesOf(rows[0] ?? [], questionnaire, remarks);
  if (sources.length === 0) {
    const names = questionnaire.items.filter(isQuestion).slice(0, 3);
    const examples = names.map(({ id, type }) =>
      type === 'scale-pair' ? `“${id}.importance”“${id}.competence”` : `“${id}”`,
    );
    const problem = `表头中没有本问卷的题号。请在第一行写问卷文件中各题的编号（id），例如${examples.join('')}；双项评分题分两列，写“编号.importance”和“编号.competence”。改好以后再重新读取。`;
    return { ok: false, problem };
  }
  const responses: Answers[] = [];
  rows.forEach((cells, at) => {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) return;
    responses.push(readRow(cells, at + 1, sources, remarks));
  });
  return { ok: true, responses, remarks };
}

function sourcesOf(
  header: readonly string[],
  { items }: Questionnaire,
  remarks: ResponseRemark[],
): readonly Source[] {
  const asking = new Map(items.filter(isQuestion).map((item) => [item.id, item]));
  const sources = new Map<string, { item: QuestionItem; columns: Partial<Record<Part, number>> }>();
  header.forEach((cell, column) => {
    const name = fold(cell);
    const tell = (problem: string) => remarks.push({ row: 1, column: column + 1, problem });
    if (name === '') return;
    const { id, part } = partOf(name, asking);
    const item = asking.get(id);
    if (item === undefined || (item.type === 'scale-pair') !== (part !== 'whole')) {
      tell(`“${name.slice(0, LONGEST_NAMED)}”不是本问卷的题号，这一列没有读取。`);
      return;
    }
    const own = sources.get(id) ?? { item, columns: {} };
    sources.set(id, own);
    if (own.columns[part] === undefined) own.columns[part] = column;
    else tell(`“${name.slice(0, LONGEST_NAMED)}”这一列重复，只读取前一列。`);
  });
  for (const { item } of sources.values()) asking.delete(item.id);
  for (const { id } of asking.values()) {
    remarks.push({
      row: 1,
      column: 0,
      problem: `缺少题目“${id.slice(0, LONGEST_NAMED)}”的列，按没有作答处理。`,
    });
  }
  return [...sources.values()];
}

const PARTS: Readonly<Record<string, Part>> = {
  importance: 'importance',
  competence: 'competence',
  before: 'importance',
  after: 'competence',
};

function partOf(
  name: string,
  asking: ReadonlyMap<string, QuestionItem>,
): { readonly id: string; readonly part: Part } {
  if (asking.has(name)) return { id: name, part: 'whole' };
  const dot = name.lastIndexOf('.');
  const word = name
    .slice(dot + 1)
    .trim()
    .toLowerCase();
  const part = dot > 0 && Object.hasOwn(PARTS, word) ? PARTS[word] : undefined;
  return part === undefined ? { id: name, part: 'whole' } : { id: name.slice(0, dot).trim(), part };
}

function readRow(
  cells: readonly string[],
  row: number,
  sources: readonly Source[],
  remarks: ResponseRemark[],
): Answers {
  const answers: [string, Answer][] = [];
  for (const { item, columns } of sources) {
    const tell = (column: number | undefined, problem: string) =>
      remarks.push({ row, column: (column ?? -1) + 1, problem });
    if (item.type === 'scale-pair') {
      const answer = readPair(cells, columns, tell);
      if (answer !== null) answers.push([item.id, answer]);
      continue;
    }
    const { answer, problem } = readCell(item, cells[columns.whole ?? -1] ?? '');
    if (problem !== null) tell(columns.whole, problem);
    if (answer !== null) answers.push([item.id, answer]);
  }
  return Object.fromEntries(answers);
}

function readPair(
  cells: readonly string[],
  { importance, competence }: Source['columns'],
  tell: (column: number | undefined, problem: string) => void,
): Answer | null {
  const read = (column: number | undefined) => {
    const mark = readMark(cells[column ?? -1] ?? '');
    if (mark === 'wrong') tell(column, '应当是 1 到 5 的整数或者“不适用”，没有计入，请核对。');
    return mark;
  };
  const marks = [read(importance), read(competence)] as const;
  if (marks.includes('not-applicable')) return { kind: 'not-applicable' };
  const [first, second] = marks.map((mark) => (typeof mark === 'number' ? mark : null));
  if (first === null && second === null) return null;
  return { kind: 'scale-pair', importance: first ?? null, competence: second ?? null };
}

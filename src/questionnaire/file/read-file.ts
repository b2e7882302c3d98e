import type { z } from 'zod';
import {
  type Item,
  isQuestion,
  MOST_ITEMS,
  QUESTIONNAIRE_KINDS,
  type Questionnaire,
} from '../questionnaire.ts';
import { nameItem, problemsAmong } from './across-items.ts';
import { itemFrom } from './item-from.ts';
import { parseJson } from './parse-json.ts';
import { cleanLine, cleanLines, isPlain, type Plain, plainItem } from './plain-item.ts';
import { FILE_ITEMS, fileHead, fileItem } from './questionnaire-file.ts';

export type ReadFile =
  | {
      readonly ok: true;
      readonly questionnaire: Questionnaire;
      /** Fields that say nothing to this reader, and so were left out; each a sentence. */
      readonly notes: readonly string[];
    }
  /** All that is wrong, each naming the item and saying what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** A questionnaire from the text of a file, as it may be sent and published. */
export function readQuestionnaireFile(json: string): ReadFile {
  const opened = open(json);
  if (!opened.ok) return opened;
  const { head, raw, plain, items } = opened;
  const problems = [
    ...faultsOf(fileHead.safeParse(head)).map(({ message }) => `${message}。`),
    ...(raw === 0 ? ['问卷没有题目（items 是空的），请至少加一道题。'] : []),
    ...(raw > MOST_ITEMS
      ? [
          `问卷有 ${raw} 项，最多 ${MOST_ITEMS} 项，请删减或者分成几份问卷；下面只查前 ${MOST_ITEMS} 项。`,
        ]
      : []),
    ...plain.flatMap((item, index) =>
      [...itemProblems(item), ...problemsAmong(items, index)].map(
        (problem) => `${nameItem(index, item.id)}：${problem}。`,
      ),
    ),
    ...(raw === 0 || items.some(isQuestion)
      ? []
      : ['问卷只有段落说明，没有题目，请至少加一道题。']),
  ];
  if (problems.length > 0) return { ok: false, problems: [...new Set(problems)] };
  return { ok: true, questionnaire: whole(head, items), notes: plain.flatMap(unusedFields) };
}

/** As `readQuestionnaireFile`, with all the faults that the lint tells of left in. */
export function readForLint(
  json: string,
): { readonly ok: true; readonly questionnaire: Questionnaire } | Extract<ReadFile, { ok: false }> {
  const opened = open(json);
  if (!opened.ok) return opened;
  const { head, plain, items } = opened;
  const withRows = items.map((item, index) => keepRows(item, plain[index]?.options));
  return { ok: true, questionnaire: whole(head, withRows) };
}

/** A grid that someone wrote as one pair with many lines keeps them, so that the lint can tell of it. */
function keepRows(item: Item, rows: unknown): Item {
  if (item.type !== 'scale-pair' || !Array.isArray(rows)) return item;
  const grid = { ...item, options: rows.map(String) };
  return grid;
}

interface OpenedFile {
  readonly ok: true;
  readonly head: Plain;
  /** How many items the file has; no more than `MOST_ITEMS` of them are read. */
  readonly raw: number;
  readonly plain: readonly Plain[];
  readonly items: readonly Item[];
}

function open(json: string): OpenedFile | Extract<ReadFile, { ok: false }> {
  const parsed = parseJson(json);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const { value } = parsed;
  if (!isPlain(value)) {
    return { ok: false, problems: ['文件里不是一份问卷，应当写成 {"title": "…", "items": […]}。'] };
  }
  if (!Array.isArray(value.items)) {
    return {
      ok: false,
      problems: ['没有找到题目，请把各题放在 items 里，写成 {"title": "…", "items": […]}。'],
    };
  }
  const entries: unknown[] = value.items.slice(0, MOST_ITEMS);
  const strangers = entries.flatMap((entry, index) =>
    isPlain(entry)
      ? []
      : [`${nameItem(index, null)}：不是一道题，请写成 {"id": …, "type": …, "text": …}。`],
  );
  if (strangers.length > 0) return { ok: false, problems: strangers };
  const plain = withIds(entries.filter(isPlain).map(plainItem));
  return {
    ok: true,
    head: headOf(value),
    raw: value.items.length,
    plain,
    items: plain.map(itemFrom),
  };
}

/** An item without an id is called by its number. */
function withIds(items: readonly Plain[]): Plain[] {
  const taken = new Set(items.map((item) => item.id));
  return items.map((item, index) => {
    if (item.id !== undefined) return item;
    let id = `q${index + 1}`;
    while (taken.has(id)) id += '-1';
    taken.add(id);
    return { ...item, id };
  });
}

function headOf(value: Plain): Plain {
  const line = (one: unknown) => (typeof one === 'string' ? cleanLine(one) : (one ?? undefined));
  const { introduction } = value;
  return {
    title: line(value.title),
    kind: line(value.kind),
    audience: line(value.audience),
    introduction: typeof introduction === 'string' ? cleanLines(introduction) : line(introduction),
  };
}

function whole(head: Plain, items: readonly Item[]): Questionnaire {
  const words = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    kind: QUESTIONNAIRE_KINDS.find((kind) => kind === head.kind) ?? 'needs',
    title: words(head.title),
    introduction: words(head.introduction),
    audience: words(head.audience),
    items,
  };
}

function itemProblems(item: Plain): string[] {
  return faultsOf(fileItem.safeParse(item)).map(({ message, path }) => {
    const [field, at] = path;
    return field === 'options' && typeof at === 'number' ? `第 ${at + 1} 个${message}` : message;
  });
}

function faultsOf(parsed: z.ZodSafeParseResult<unknown>): readonly z.core.$ZodIssue[] {
  return parsed.success ? [] : parsed.error.issues;
}

function unusedFields(item: Plain, index: number): string[] {
  const known = Object.entries(FILE_ITEMS).find(([type]) => type === item.type)?.[1];
  if (known === undefined) return [];
  const unused = Object.keys(item).filter((name) => !Object.hasOwn(known.shape, name));
  if (unused.length === 0) return [];
  return [`${nameItem(index, item.id)}：没有用到 ${unused.join('、').slice(0, 80)}，已略过。`];
}

import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, UserFacingError } from '../errors.ts';
import type { LexicalDocument } from '../retrieval/lexical/types.ts';
import { splitTrailingPlace } from '../text/references.ts';

const passageSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  text: z.string(),
  section: z.string().optional(),
});
const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  gold: z.array(z.string()).min(1),
});
const unanswerableSchema = questionSchema.pick({ id: true, question: true });

export type PassageLine = z.infer<typeof passageSchema>;
export type QuestionLine = z.infer<typeof questionSchema>;
export type UnanswerableLine = z.infer<typeof unanswerableSchema>;

/** Each reads a JSONL file line by line; throws UserFacingError naming the line that is wrong. */
export const readPassages = (path: string): Generator<PassageLine> =>
  readLines(path, passageSchema);
export const readQuestions = (path: string): Generator<QuestionLine> =>
  readLines(path, questionSchema);
export const readUnanswerable = (path: string): Generator<UnanswerableLine> =>
  readLines(path, unanswerableSchema);

/**
 * A passage as the index takes it. Where the collection knows sections, or the title names a place,
 * the passage is a unit of its document; else it was cut by length from what shares its title.
 */
export function toLexicalDocument(
  { title, text, section }: PassageLine,
  collectionHasSections: boolean,
): LexicalDocument {
  const { place } = splitTrailingPlace(title);
  const headings = section ? section.split(/\s*\/\s*/).filter((heading) => heading !== '') : [];
  const isPiece = !collectionHasSections && place === undefined && title !== '';
  return {
    text,
    title,
    headings,
    ...(place === undefined ? {} : { place }),
    ...(isPiece ? { parent: title } : {}),
  };
}

function* readLines<Line>(path: string, schema: z.ZodType<Line>): Generator<Line> {
  let number = 0;
  for (const line of linesOf(path)) {
    number++;
    if (line.trim() === '') continue;
    yield parseLine(line, schema, `${path} 第 ${number} 行`);
  }
  if (number === 0) throw new UserFacingError(`文件是空的：${path}，请给出每行一条 JSON 的文件。`);
}

function parseLine<Line>(line: string, schema: z.ZodType<Line>, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserFacingError(`${where}不是完整的 JSON，请改正后再运行。`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') || '整行';
  throw new UserFacingError(`${where}的 ${field} 缺失或类型不对，请改正后再运行。`);
}

const CHUNK_BYTES = 1 << 20;

// A collection may be larger than a string can be, so it is read a megabyte at a time.
function* linesOf(path: string): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  const chunk = new Uint8Array(CHUNK_BYTES);
  const file = open(path);
  let rest = '';
  try {
    for (let bytes = read(file, chunk, path); bytes > 0; bytes = read(file, chunk, path)) {
      const lines = (rest + decoder.decode(chunk.subarray(0, bytes), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.decode();
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new UserFacingError(`无法读取 ${path}（${messageOf(error)}），请检查路径。`);
  }
}

function read(file: number, chunk: Uint8Array, path: string): number {
  try {
    return readSync(file, chunk);
  } catch (error) {
    throw new UserFacingError(`无法读取 ${path}（${messageOf(error)}），请检查路径。`);
  }
}

import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from '../app.ts';
import { calendarDay } from '../clock.ts';
import { messageOf, UsageError, UserFacingError } from '../errors.ts';
import type { DocumentHead } from '../seminar/documents/document-head.ts';
import { kitDocx } from '../seminar/documents/kit-docx.ts';
import { kitText } from '../seminar/documents/kit-text.ts';
import { questionSlides } from '../seminar/documents/question-slides.ts';
import type { Sheet } from '../seminar/documents/sheet.ts';
import type { Kit } from '../seminar/kit.ts';
import { makeKit } from '../seminar/make-kit.ts';
import type { SeminarOrder } from '../seminar/order.ts';
import { withUsual } from '../seminar/reading/missing-pieces.ts';
import { NO_PIECES, type OrderPieces, type PieceReading } from '../seminar/reading/piece.ts';
import { readMethod } from '../seminar/reading/read-method.ts';
import { readMinutes } from '../seminar/reading/read-minutes.ts';
import { readOrder } from '../seminar/reading/read-order.ts';
import { readPeople } from '../seminar/reading/read-people.ts';
import { readAudience, readSituation, readTopic } from '../seminar/reading/read-words.ts';
import type { Command } from './command.ts';
import { improveKitByCommand } from './improve-kit.ts';

const SHEETS: Readonly<Record<string, Sheet>> = {
  研讨方案: 'plan',
  题目清单: 'questions',
  记录表: 'record',
};
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** What a kit is written as, by the ending of the file's name. */
const WRITERS: Readonly<Record<string, Writer>> = {
  '.docx': kitDocx,
  '.html': questionSlides,
  '.txt': kitText,
};

type Writer = (
  kit: Kit,
  head: DocumentHead,
  sheets: readonly Sheet[],
) => string | Uint8Array | Promise<Uint8Array>;

/**
 * `seminar "主题" [--audience …] [--people …] [--minutes …] [--method …] [--situation …] [--class …]
 * [--date …] [--sheets …] [--out FILE] [--json] [--with-model]`. Without options, the line may say all of it.
 */
export const seminar: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      audience: { type: 'string' },
      people: { type: 'string' },
      minutes: { type: 'string' },
      method: { type: 'string' },
      situation: { type: 'string' },
      class: { type: 'string', default: '' },
      date: { type: 'string', default: '' },
      sheets: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      'with-model': { type: 'boolean', default: false },
    },
  });
  const order = orderFrom(positionals.join(' '), values, output.note);
  const head: DocumentHead = { className: values.class, date: readDate(values.date) };
  // What cannot be written is told before anything is made, and before a model is paid for it.
  const sheets = values.sheets === undefined ? Object.values(SHEETS) : readSheets(values.sheets);
  const write = values.out === undefined ? null : writerFor(values.out);
  if (values.sheets !== undefined && write !== kitDocx) {
    throw new UsageError(
      '--sheets 只用于 Word 文件，请加 --out，文件名以 .docx 结尾；投影和纯文本不分份，请去掉 --sheets。',
    );
  }
  const index = await app.index(output.progress);
  const begun = performance.now();
  const made = makeKit(index, order);
  const milliseconds = Math.round((performance.now() - begun) * 100) / 100;
  const kit = values['with-model'] ? await improved(made, app, output.note) : made;
  if (kit.grounding !== 'full') output.note(kit.groundingNote);
  if (values.out !== undefined && write !== null) {
    await keepFile(values.out, await write(kit, head, sheets));
    output.note(`已写入 ${values.out}。`);
  }
  if (values.json) output.line(JSON.stringify(describe(kit, milliseconds)));
  else if (values.out === undefined) output.line(kitText(kit, head));
  return 0;
};

async function improved(kit: Kit, app: App, note: (text: string) => void): Promise<Kit> {
  const { kit: written, remark } = await improveKitByCommand(kit, app);
  note(remark);
  return written;
}

type Options = Partial<Record<keyof SeminarOrder, string>>;

function orderFrom(line: string, options: Options, note: (text: string) => void): SeminarOrder {
  const names: (keyof SeminarOrder)[] = ['audience', 'people', 'minutes', 'method', 'situation'];
  const isApart = names.some((name) => options[name] !== undefined);
  const pieces = isApart ? piecesApart(line, options) : piecesOf(line, note);
  const order = withUsual(pieces);
  if (order === null) {
    throw new UsageError('没有看到研讨主题。例如：seminar "训前需求调研走过场" --people 40');
  }
  return order;
}

function piecesOf(line: string, note: (text: string) => void): OrderPieces {
  const { pieces, problems, notes } = readOrder(line);
  const [first] = problems;
  if (first !== undefined) throw new UsageError(first.problem);
  for (const one of notes) note(one);
  return pieces;
}

/** With options, the line is the topic and nothing else. */
function piecesApart(line: string, options: Options): OrderPieces {
  const read = <Value>(text: string | undefined, reader: (text: string) => PieceReading<Value>) => {
    if (text === undefined) return null;
    const reading = reader(text);
    if (!reading.ok) throw new UsageError(reading.problem);
    return reading.value;
  };
  return {
    ...NO_PIECES,
    topic: read(line, readTopic),
    audience: read(options.audience, readAudience),
    people: read(options.people, readPeople),
    minutes: read(options.minutes, readMinutes),
    method: read(options.method, readMethod),
    situation: read(options.situation, readSituation),
  };
}

function readSheets(text: string): Sheet[] {
  return text.split(/[,，、\s]+/u).map((name) => {
    const sheet = SHEETS[name];
    if (sheet === undefined) {
      throw new UsageError(`没有“${name}”这份材料，可选：${Object.keys(SHEETS).join('、')}。`);
    }
    return sheet;
  });
}

function readDate(text: string): string {
  if (text === '') return '';
  const found = DAY.exec(text);
  if (found === null) throw new UsageError('日期请写成 2026-12-01 的形式。');
  const [, year, month, day] = found.map(Number);
  if (calendarDay(year ?? 0, month ?? 0, day ?? 0) === null) {
    throw new UsageError(`日历上没有 ${text} 这一天，请核对日期，写成 2026-12-01 的形式。`);
  }
  return text;
}

function writerFor(path: string): Writer {
  const writer = WRITERS[extname(path).toLowerCase()];
  if (writer !== undefined) return writer;
  throw new UsageError('--out 的文件名以 .docx（三份材料）、.html（投影）或 .txt（纯文本）结尾。');
}

async function keepFile(path: string, made: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, made);
  } catch (error) {
    throw new UserFacingError(`写不了文件 ${path}，请检查文件夹和权限（${messageOf(error)}）。`);
  }
}

/** The shape that programs read; see the README. */
function describe({ order, version: _, ...kit }: Kit, milliseconds: number) {
  return { ...order, ...kit, milliseconds };
}

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Answer } from '../answering/answer.ts';
import { answerQuestion } from '../answering/answer-question.ts';
import { answerText, methodsText } from '../answering/answer-text.ts';
import { readQuestion } from '../answering/question-input.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { Command, CommandContext } from './command.ts';

const batchLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** `ask "…" [--json] [--without-faq]`, `ask --batch FILE --json [--without-faq]`. */
export const ask: Command = async (args, context) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      batch: { type: 'string' },
      'without-faq': { type: 'boolean', default: false },
    },
  });
  const options = { withoutFaq: values['without-faq'] };
  if (values.batch !== undefined) return askBatch(values.batch, options, context);
  const input = readQuestion(positionals.join(' '));
  if (!input.ok) throw new UsageError(input.problem);
  const index = await context.app.index(context.output.progress);
  const begun = performance.now();
  const answer = answerQuestion(index, input.text, options);
  const { line } = context.output;
  if (values.json) line(JSON.stringify(describeAnswer(answer, performance.now() - begun)));
  else line(readable(answer));
  return 0;
};

async function askBatch(
  file: string,
  options: { withoutFaq: boolean },
  { app, output }: CommandContext,
): Promise<number> {
  const lines = await readBatch(file);
  const index = await app.index(output.progress);
  for (const { id, question } of lines) {
    const begun = performance.now();
    const answer = answerOrExplain(index, question, options);
    output.line(JSON.stringify({ id, ...describeAnswer(answer, performance.now() - begun) }));
  }
  return 0;
}

/** A line that holds no question is refused in its place, so that results stay in order. */
function answerOrExplain(
  index: CorpusIndex,
  question: string,
  options: { withoutFaq: boolean },
): Answer {
  const input = readQuestion(question);
  if (input.ok) return answerQuestion(index, input.text, options);
  const nothing = { quotes: [], nearest: [], methods: [], related: [] };
  return { question, outcome: 'out-of-scope', lead: input.problem, ...nothing };
}

async function readBatch(file: string): Promise<z.infer<typeof batchLine>[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UserFacingError(`读不到文件 ${file}，请检查路径。`);
  });
  return text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), number: at + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => readBatchLine(line, number));
}

function readBatchLine(line: string, number: number): z.infer<typeof batchLine> {
  try {
    return batchLine.parse(JSON.parse(line));
  } catch {
    throw new UserFacingError(
      `第 ${number} 行不是 {"id": …, "question": "…"} 形式的 JSON，请更正后重试。`,
    );
  }
}

/** The shape that programs read; see the README. */
function describeAnswer(answer: Answer, milliseconds: number): Record<string, unknown> {
  const { question, outcome, quotes, nearest, related, methods } = answer;
  return {
    question,
    outcome,
    answer: answerText(answer),
    quotes,
    nearest,
    related,
    methods,
    milliseconds: Math.round(milliseconds * 100) / 100,
  };
}

function readable(answer: Answer): string {
  const related = answer.related.map((question) => `  · ${question}`);
  const blocks = [answerText(answer), methodsText(answer)];
  if (related.length > 0) blocks.push(['相关问题：', ...related].join('\n'));
  return blocks.filter((block) => block !== '').join('\n\n');
}

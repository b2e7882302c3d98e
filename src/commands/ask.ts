import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Answer } from '../answering/answer.ts';
import { type AnswerOptions, answerQuestion } from '../answering/answer-question.ts';
import { answerText, methodsText } from '../answering/answer-text.ts';
import { answerAlone } from '../answering/drafting/answer-alone.ts';
import { type DraftedAnswer, modelsPart } from '../answering/drafting/drafted-answer.ts';
import { draftedText } from '../answering/drafting/drafted-text.ts';
import { readQuestion } from '../answering/question-input.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import type { Command, CommandContext } from './command.ts';
import { limitsForOne, requiredModel } from './model-for-command.ts';
import { servingIndex } from './serving-index.ts';

const batchLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** Answers one question in the way that was asked for. */
type AnswerOne = (text: string) => Promise<Answer | DraftedAnswer>;

/** `ask "…" [--json] [--without-faq] [--with-model]`, `ask --batch FILE --json …`. */
export const ask: Command = async (args, context) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      batch: { type: 'string' },
      'without-faq': { type: 'boolean', default: false },
      'with-model': { type: 'boolean', default: false },
    },
  });
  const lines = values.batch === undefined ? null : await readBatch(values.batch);
  const { output } = context;
  const index = await servingIndex(context);
  const options = { withoutFaq: values['without-faq'] };
  const one: AnswerOne = values['with-model']
    ? await byModel(context, options)
    : async (text) => answerQuestion(index, text, options);
  if (lines !== null) return askBatch(lines, one, context);
  const input = readQuestion(positionals.join(' '));
  if (!input.ok) throw new UsageError(input.problem);
  const begun = performance.now();
  const answer = await one(input.text);
  if (values.json) output.line(JSON.stringify(describeAnswer(answer, performance.now() - begun)));
  else output.line(readable(answer));
  return 0;
};

async function byModel({ app }: CommandContext, options: AnswerOptions): Promise<AnswerOne> {
  const { path } = await requiredModel(app);
  return async (text) => {
    const { index, release } = await app.serving.borrowServing();
    const { limits, close } = limitsForOne(app.config);
    try {
      return await answerAlone(path, index, text, limits, options);
    } finally {
      close();
      release();
    }
  };
}

async function askBatch(
  lines: readonly z.infer<typeof batchLine>[],
  one: AnswerOne,
  { output }: CommandContext,
): Promise<number> {
  for (const { id, question } of lines) {
    const begun = performance.now();
    const answer = await answerOrExplain(question, one);
    output.line(JSON.stringify({ id, ...describeAnswer(answer, performance.now() - begun) }));
  }
  return 0;
}

/** A line that holds no question is refused in its place, so that results stay in order. */
async function answerOrExplain(question: string, one: AnswerOne): Promise<Answer> {
  const input = readQuestion(question);
  if (input.ok) return one(input.text);
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
function describeAnswer(
  answer: Answer | DraftedAnswer,
  milliseconds: number,
): Record<string, unknown> {
  const { question, outcome, quotes, nearest, related, methods } = answer;
  return {
    question,
    outcome,
    answer: answerText(answer),
    quotes,
    nearest,
    related,
    methods,
    ...('course' in answer ? { claims: answer.claims, course: answer.course } : {}),
    milliseconds: Math.round(milliseconds * 100) / 100,
  };
}

function readable(answer: Answer | DraftedAnswer): string {
  const related = answer.related.map((question) => `  · ${question}`);
  const [before, after] = 'course' in answer ? [answer.remark, modelsPart(answer)] : ['', ''];
  const isDrafted = 'course' in answer && answer.claims.length > 0;
  const told = isDrafted ? draftedText(answer) : answerText(answer);
  const blocks = [before, told, after, methodsText(answer)];
  if (related.length > 0) blocks.push(['相关问题：', ...related].join('\n'));
  return blocks.filter((block) => block !== '').join('\n\n');
}

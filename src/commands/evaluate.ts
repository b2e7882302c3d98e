import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../answering/answer-question.ts';
import { readQuestion } from '../answering/question-input.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { readAnswerCases } from '../evaluation/answer-cases.ts';
import { type AnswerReport, reportAnswers } from '../evaluation/answers.ts';
import { evaluateRetrieval } from '../evaluation/retrieval.ts';
import type { Command, CommandContext } from './command.ts';

/** `evaluate answers …` and `evaluate retrieval …`; see the README for their files. */
export const evaluate: Command = async ([what, ...rest], context) => {
  if (what === 'answers') return evaluateAnswers(rest, context);
  if (what === 'retrieval') return evaluateRetrievalFiles(rest, context);
  throw new UsageError(
    '用法：evaluate answers --questions 文件，或 evaluate retrieval --passages 文件 --questions 文件',
  );
};

async function evaluateAnswers(
  args: readonly string[],
  { app, output }: CommandContext,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { questions: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const file = required(values.questions, '--questions');
  const cases = readAnswerCases(await read(file));
  const index = await app.index(output.progress);
  const judge = (withoutFaq: boolean): AnswerReport =>
    reportAnswers(
      cases.map((wanted) => {
        const input = readQuestion(wanted.question);
        if (!input.ok) throw new UserFacingError(`题目 ${wanted.id} 无法作答：${input.problem}`);
        return { wanted, answer: answerQuestion(index, input.text, { withoutFaq }) };
      }),
    );
  const report = { withFaq: judge(false), withoutFaq: judge(true) };
  if (values.json) output.line(JSON.stringify(report));
  else printReports(report, output.line);
  return 0;
}

async function evaluateRetrievalFiles(
  args: readonly string[],
  { output }: CommandContext,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      passages: { type: 'string' },
      questions: { type: 'string' },
      unanswerable: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const report = await evaluateRetrieval({
    passages: required(values.passages, '--passages'),
    questions: required(values.questions, '--questions'),
    ...(values.unanswerable === undefined ? {} : { unanswerable: values.unanswerable }),
  });
  if (values.json) output.line(JSON.stringify(report));
  else
    for (const [name, value] of Object.entries(report)) output.line(`${name.padEnd(14)}${value}`);
  return 0;
}

function printReports(
  reports: Readonly<Record<string, AnswerReport>>,
  line: (text: string) => void,
): void {
  const percent = (share: number | null) => (share === null ? '  —  ' : share.toFixed(3));
  for (const [name, report] of Object.entries(reports)) {
    line(name === 'withFaq' ? '使用问答对：' : '不使用问答对：');
    for (const [kind, one] of [...Object.entries(report.kinds), ['合计', report.all] as const]) {
      line(
        `  ${kind.padEnd(16)} 题数 ${one.questions}  要点 ${percent(one.phrases)}  位置 ${percent(one.placeFirst)}` +
          `  拒答 ${percent(one.refusals)}  误拒 ${one.falseRefusals}  不当 ${one.forbidden}  引文平均 ${one.quotesMean ?? '—'} 字`,
      );
    }
    line(`  未达要求：${report.short.join(' ') || '无'}`);
  }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`缺少 ${option} 参数，请写明文件路径。`);
  return value;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UserFacingError(`读不到文件 ${file}，请检查路径。`);
  });
}

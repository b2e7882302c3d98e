import { parseArgs } from 'node:util';
import { answerQuestion } from '../answering/answer-question.ts';
import { answerAlone } from '../answering/drafting/answer-alone.ts';
import { readQuestion } from '../answering/question-input.ts';
import { UserFacingError } from '../errors.ts';
import { type AnswerCase, readAnswerCases } from '../evaluation/answer-cases.ts';
import { type AnswerReport, type AnswerScores, reportAnswers } from '../evaluation/answers.ts';
import {
  type JudgedDraft,
  type ModelReport,
  reportModel,
} from '../evaluation/answers-with-model.ts';
import type { CommandContext, Output } from './command.ts';
import { limitsForOne, requiredModel } from './model-for-command.ts';
import { readNamedFile, required } from './required.ts';

/** `evaluate answers --questions FILE [--with-model] [--json]`. */
export async function evaluateAnswers(
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      questions: { type: 'string' },
      'with-model': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { app, output } = context;
  const cases = readAnswerCases(await readNamedFile(required(values.questions, '--questions')));
  for (const { id, question } of cases) textOf(id, question);
  const index = await app.index(output.progress);
  const judge = (withoutFaq: boolean): AnswerReport =>
    reportAnswers(
      cases.map((wanted) => ({
        wanted,
        answer: answerQuestion(index, textOf(wanted.id, wanted.question), { withoutFaq }),
      })),
    );
  const report = { withFaq: judge(false), withoutFaq: judge(true) };
  const model = values['with-model'] ? await judgeModel(cases, context) : null;
  if (values.json) {
    output.line(JSON.stringify(model === null ? report : { ...report, withModel: model }));
  } else {
    printTable({ ...report, ...(model === null ? {} : { withModel: model.answers }) }, output);
    if (model !== null) printModel(model, output);
  }
  return 0;
}

async function judgeModel(
  cases: readonly AnswerCase[],
  { app, output }: CommandContext,
): Promise<ModelReport> {
  const { path } = await requiredModel(app);
  const { index, release } = await app.borrowIndex();
  const judged: JudgedDraft[] = [];
  let tokens = 0;
  try {
    // One after another, so that the times are those of a person who waits.
    for (const wanted of cases) {
      const one = limitsForOne(app.config);
      const begun = performance.now();
      const text = textOf(wanted.id, wanted.question);
      const answer = await answerAlone(path, index, text, one.limits);
      judged.push({ wanted, answer, milliseconds: performance.now() - begun });
      tokens += one.spent();
      one.close();
      output.progress(judged.length / cases.length);
    }
  } finally {
    release();
  }
  return reportModel(judged, tokens);
}

function textOf(id: string, question: string): string {
  const input = readQuestion(question);
  if (!input.ok) throw new UserFacingError(`题目 ${id} 无法作答：${input.problem}`);
  return input.text;
}

const NAMES = { withFaq: '使用问答对', withoutFaq: '不使用问答对', withModel: '使用模型' } as const;

/** Every path beside the others, a row a kind of question. */
function printTable(
  reports: Readonly<Partial<Record<keyof typeof NAMES, AnswerReport>>>,
  { line }: Output,
): void {
  const paths = Object.keys(reports) as (keyof typeof NAMES)[];
  const kinds = Object.keys(reports.withFaq?.kinds ?? {});
  for (const kind of [...kinds, null]) {
    line(kind ?? '合计');
    for (const path of paths) {
      const report = reports[path] as AnswerReport;
      const scores = kind === null ? report.all : report.kinds[kind];
      if (scores !== undefined) line(`  ${inColumns(NAMES[path], scores)}`);
    }
  }
  for (const path of paths)
    line(`${NAMES[path]}，未达要求：${reports[path]?.short.join(' ') || '无'}`);
}

function inColumns(name: string, one: AnswerScores): string {
  const percent = (share: number | null) => (share === null ? '  —  ' : share.toFixed(3));
  // A Chinese character is two columns wide.
  const padded = name + '　'.repeat(Math.max(0, 6 - name.length));
  return (
    `${padded}  题数 ${String(one.questions).padStart(3)}  要点 ${percent(one.phrases)}  位置 ${percent(one.placeFirst)}` +
    `  拒答 ${percent(one.refusals)}  误拒 ${one.falseRefusals}  不当 ${one.forbidden}  引文平均 ${one.quotesMean ?? '—'} 字`
  );
}

function printModel(
  { courses, findings, tokens, millisecondsMedian }: ModelReport,
  { line }: Output,
): void {
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${count}`)
      .join('，') || '无';
  line(`模型作答经过：${counts(courses)}`);
  line(`核对发现：${counts(findings)}`);
  line(`用量 ${tokens} 个 token，每题中位数 ${millisecondsMedian} 毫秒`);
}

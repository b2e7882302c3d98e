import { parseArgs } from 'node:util';
import { UsageError } from '../errors.ts';
import { evaluateRetrieval } from '../evaluation/retrieval.ts';
import type { Command, CommandContext } from './command.ts';
import { evaluateAnswers } from './evaluate-answers.ts';
import { required } from './required.ts';

/** `evaluate answers …` and `evaluate retrieval …`; see the README for their files. */
export const evaluate: Command = async ([what, ...rest], context) => {
  if (what === 'answers') return evaluateAnswers(rest, context);
  if (what === 'retrieval') return evaluateRetrievalFiles(rest, context);
  throw new UsageError(
    '用法：evaluate answers --questions 文件，或 evaluate retrieval --passages 文件 --questions 文件',
  );
};

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

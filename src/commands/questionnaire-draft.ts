import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dateIn } from '../clock.ts';
import { messageOf, UsageError, UserFacingError } from '../errors.ts';
import { orderProblems } from '../questionnaire/drafting/check-order.ts';
import { draftWithRemarks } from '../questionnaire/drafting/draft-questionnaire.ts';
import type { QuestionnaireOrder } from '../questionnaire/drafting/order.ts';
import { readOrder } from '../questionnaire/drafting/read-order.ts';
import { questionnaireText } from '../questionnaire/file/questionnaire-text.ts';
import { writeQuestionnaireFile } from '../questionnaire/file/write-file.ts';
import { QUESTIONNAIRE_KINDS } from '../questionnaire/questionnaire.ts';
import type { Command } from './command.ts';

/**
 * `questionnaire draft --audience … [--topic …]… [--purpose …] [--period …] [--kind needs|evaluation]
 * [--json] [--out FILE.json]`. Without options, a line may say all of it.
 */
export const draftByCommand: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      audience: { type: 'string' },
      topic: { type: 'string', multiple: true },
      purpose: { type: 'string' },
      period: { type: 'string' },
      kind: { type: 'string' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const year = Number(dateIn(app.config.zone, app.clock.now()).slice(0, 4));
  const said = readOrder(positionals.join(' '), year);
  const order: QuestionnaireOrder = {
    kind: values.kind === undefined ? (said.kind ?? 'needs') : kindOf(values.kind),
    audience: values.audience ?? said.audience ?? '',
    purpose: values.purpose ?? said.purpose ?? '',
    period: values.period ?? said.period ?? '',
    topics: values.topic ?? said.topics ?? [],
  };
  const problems = orderProblems(order);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  if (values.out !== undefined && !/\.json$/iu.test(values.out)) {
    throw new UsageError('--out 的文件名以 .json 结尾。');
  }
  const drafted = draftWithRemarks(order, await app.index(output.progress));
  for (const remark of drafted.remarks) output.note(remark);
  const json = JSON.stringify(writeQuestionnaireFile(drafted.questionnaire), null, 2);
  if (values.out !== undefined) {
    await keepFile(values.out, `${json}\n`);
    output.note(`已写入 ${values.out}。`);
  }
  if (values.json) output.line(json);
  else if (values.out === undefined) output.line(questionnaireText(drafted.questionnaire));
  return 0;
};

function kindOf(text: string): QuestionnaireOrder['kind'] {
  const kind = QUESTIONNAIRE_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new UsageError('--kind 写 needs（培训需求问卷）或 evaluation（班次评估问卷）。');
}

async function keepFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UserFacingError(`写不了文件 ${path}，请检查文件夹和权限（${messageOf(error)}）。`);
  }
}

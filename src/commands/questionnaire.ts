import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';

const USAGE = `用法：
  questionnaire draft --audience 对象 [--topic 主题]… [--purpose 用途] [--period 时间]
                      [--kind needs|evaluation] [--json] [--out 文件.json]
  questionnaire lint 文件.json [--json]
  questionnaire report 问卷.json --responses 答卷.csv [--invited 发放人数] [--json]
                       [--out 文件.docx|.html|.xlsx|.csv]`;

/** Loaded when named, as commands are. */
const ACTIONS: Readonly<Record<string, () => Promise<Command>>> = {
  draft: async () => (await import('./questionnaire-draft.ts')).draftByCommand,
  lint: async () => (await import('./questionnaire-lint.ts')).lintByCommand,
  report: async () => (await import('./questionnaire-report.ts')).reportByCommand,
};

/** `questionnaire draft | …`: 培训需求问卷 and 班次评估问卷. */
export const questionnaire: Command = async (args, context) => {
  const [action = '', ...rest] = args;
  const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (load === undefined) throw new UsageError(USAGE);
  return (await load())(rest, context);
};

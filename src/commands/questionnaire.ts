import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';

const USAGE = `用法：
  questionnaire draft --audience 对象 [--topic 主题]… [--purpose 用途] [--period 时间]
                      [--kind needs|evaluation] [--json] [--out 文件.json]
  questionnaire lint 文件.json [--json]`;

/** Loaded when named, as commands are. */
const ACTIONS: Readonly<Record<string, () => Promise<Command>>> = {
  draft: async () => (await import('./questionnaire-draft.ts')).draftByCommand,
  lint: async () => (await import('./questionnaire-lint.ts')).lintByCommand,
};

/** `questionnaire draft | …`: 培训需求问卷 and 班次评估问卷. */
export const questionnaire: Command = async (args, context) => {
  const [action = '', ...rest] = args;
  const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (load === undefined) throw new UsageError(USAGE);
  return (await load())(rest, context);
};

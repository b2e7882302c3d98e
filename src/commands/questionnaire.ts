import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';

const USAGE = `用法：`;

/** Loaded when named, as commands are. */
const ACTIONS: Readonly<Record<string, () => Promise<Command>>> = {};

/** `questionnaire draft | …`: 培训需求问卷 and 班次评估问卷. */
export const questionnaire: Command = async (args, context) => {
  const [action = '', ...rest] = args;
  const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (load === undefined) throw new UsageError(USAGE);
  return (await load())(rest, context);
};

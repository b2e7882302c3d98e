import { parseArgs } from 'node:util';
import { UsageError } from '../errors.ts';
import { audienceInWords } from '../people/audience/audience-in-words.ts';
import type { Command, CommandContext } from './command.ts';
import { createReminder } from './remind-create.ts';
import { confirmReminder, dropDraft, stopReminder } from './remind-decide.ts';
import { listReminders, reportReminder, showReminder } from './remind-show.ts';

const USAGE = `用法：
  remind create --text 内容 --audience class:编号 --when "每周三 9:30"
                [--kind study|class] [--until 2026-12-31] [--urgent] [--zone 时区]
  remind show | confirm | report | stop | drop 编号
  remind list | filters
都可以加 --json。不写 --kind 的是学习提醒（study），班务通知写 class。`;

const WITH_ID: Readonly<
  Record<string, (id: string, isJson: boolean, context: CommandContext) => Promise<number>>
> = {
  confirm: confirmReminder,
  stop: stopReminder,
  drop: dropDraft,
  show: showReminder,
  report: reportReminder,
};

/** `remind …`: 学习提醒 and 班务通知, drafts of the chat included; what is confirmed the service sends. */
export const remind: Command = async (args, context) => {
  const [action = '', ...rest] = args;
  if (action === 'create') return createReminder(rest, context);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [id] = positionals;
  const act = Object.hasOwn(WITH_ID, action) ? WITH_ID[action] : undefined;
  if (act !== undefined && id !== undefined && positionals.length === 1) {
    return act(id, values.json, context);
  }
  if (positionals.length === 0 && action === 'list') return listReminders(values.json, context);
  if (positionals.length === 0 && action === 'filters') return listFilters(values.json, context);
  throw new UsageError(USAGE);
};

async function listFilters(isJson: boolean, { app, output }: CommandContext): Promise<number> {
  const { reminders, people } = await app.records();
  const [filters, classes] = [await reminders.filters(), await people.classes()];
  if (isJson) output.line(JSON.stringify(filters));
  else if (filters.length === 0) output.line('还没有常用范围。在对话中选好范围以后可以保存。');
  else {
    for (const { id, name, audience } of filters) {
      output.line(`${id}  ${name}  ${audienceInWords(audience, classes)}`);
    }
  }
  return 0;
}

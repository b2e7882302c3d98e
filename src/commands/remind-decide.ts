import { UserFacingError } from '../errors.ts';
import { confirmAsSeen } from '../reminder/draft/confirm-as-seen.ts';
import { previewOf } from '../reminder/draft/preview.ts';
import { previewLines } from '../reminder/draft/preview-in-words.ts';
import type { Reminder } from '../reminder/reminder.ts';
import { confirmationOf, detailOf, sendsStill, stateOf } from '../reminder/reminder-in-words.ts';
import { auditedByOperator } from './audited.ts';
import type { CommandContext } from './command.ts';
import { OPERATOR } from './remind-create.ts';
import { namedReminder, previewFields, previewParts } from './remind-parts.ts';

/** `remind confirm 编号 [--json]`: the service sends it from now on. */
export async function confirmReminder(
  id: string,
  isJson: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const draft = await namedReminder(id, app);
  if (draft.state !== 'draft') throw new UserFacingError(noDraft(draft, app.config.zone));
  const now = app.clock.now();
  const preview = await previewOf(draft, await previewParts(app), now);
  const [problem] = preview.problems;
  if (problem !== undefined) throw new UserFacingError(problem.words);
  const { reminders, people } = await app.records();
  await reminders.change(confirmAsSeen(draft, OPERATOR, now));
  const detail = `${detailOf(draft, preview.classes)}，${preview.people} 人`;
  await people.change([auditedByOperator('确认发送', detail, now)]);
  if (isJson) {
    output.line(
      JSON.stringify({ id, kind: draft.kind, state: 'active', ...previewFields(preview) }),
    );
    return 0;
  }
  output.line('已确认，服务运行时按时发送。');
  for (const line of [...previewLines(draft, preview), ...preview.remarks]) output.line(line);
  output.line(`发送情况用 remind report ${id} 查看，停止用 remind stop ${id}。`);
  return 0;
}

/** `remind stop 编号 [--json]`: what has not gone yet does not go. */
export async function stopReminder(
  id: string,
  isJson: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const reminder = await namedReminder(id, app);
  if (reminder.state === 'draft') {
    throw new UserFacingError(`这一条还是草稿，没有发送。不要了用 remind drop ${id} 删除。`);
  }
  const { reminders, people, deliveries } = await app.records();
  if (!sendsStill(reminder, (await deliveries.report(id, null)).waiting)) {
    throw new UserFacingError(`这一条${stateOf(reminder, false)}，不用再停止。`);
  }
  const now = app.clock.now();
  await reminders.change([{ kind: 'stop-reminder', id, at: now.toISOString() }]);
  const detail = detailOf(reminder, await people.classes());
  await people.change([auditedByOperator('停止发送', detail, now)]);
  output.line(isJson ? JSON.stringify({ id, state: 'stopped' }) : '已停止，没有发出的不再发送。');
  return 0;
}

/** `remind drop 编号 [--json]`: deletes a draft. */
export async function dropDraft(
  id: string,
  isJson: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const draft = await namedReminder(id, app);
  if (draft.state !== 'draft') throw new UserFacingError(noDraft(draft, app.config.zone));
  const { reminders, people } = await app.records();
  await reminders.change([{ kind: 'drop-draft', id }]);
  const detail = detailOf(draft, await people.classes());
  await people.change([auditedByOperator('删除提醒草稿', detail, app.clock.now())]);
  output.line(isJson ? JSON.stringify({ id, state: null }) : '草稿已删除。');
  return 0;
}

function noDraft(reminder: Reminder, zone: string): string {
  const { id } = reminder;
  return `这一条已经${confirmationOf(reminder, zone)}，不是草稿了。查看用 remind show ${id}，停止用 remind stop ${id}。`;
}

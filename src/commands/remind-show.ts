import { FAILURE_REASONS, SKIP_REASONS } from '../delivery/delivery.ts';
import { MAILING_NAMES } from '../delivery/mailing.ts';
import { audienceInWords } from '../people/audience/audience-in-words.ts';
import { previewOf } from '../reminder/draft/preview.ts';
import { previewLines } from '../reminder/draft/preview-in-words.ts';
import { confirmationOf, lineOf, stateOf } from '../reminder/reminder-in-words.ts';
import { reportLines, unreachedLines } from '../reminder/report-in-words.ts';
import { dateInWords } from '../reminder/schedule/dates-in-words.ts';
import { nextSending } from '../reminder/schedule/next-sending.ts';
import { scheduleInWords } from '../reminder/schedule/timing-in-words.ts';
import type { CommandContext } from './command.ts';
import { namedReminder, previewFields, previewParts } from './remind-parts.ts';

/** `remind list [--json]`: drafts first. */
export async function listReminders(
  isJson: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const { reminders, people, deliveries } = await app.records();
  const [all, classes] = [await reminders.reminders(), await people.classes()];
  const [restDays, now] = [await app.restDays(), app.clock.now()];
  if (isJson) {
    const told = all.map((one) => ({
      ...{ id: one.id, kind: one.kind, state: one.state, text: one.text },
      ...{ audience: one.audience, timing: one.timing, zone: one.zone, isUrgent: one.isUrgent },
      whom: audienceInWords(one.audience, classes),
      when: scheduleInWords(one),
      next: nextSending(one, classes, restDays, now)?.toISOString() ?? null,
    }));
    output.line(JSON.stringify(told));
  } else if (all.length === 0) output.line('还没有通知提醒。');
  for (const one of isJson ? [] : all) {
    const waiting = one.state === 'ended' ? (await deliveries.report(one.id, null)).waiting : 0;
    output.line(`${one.id}  ${lineOf(one, classes, restDays, now, waiting)}`);
  }
  return 0;
}

/** `remind show 编号 [--json]`: a draft's preview, or what was confirmed. */
export async function showReminder(
  id: string,
  isJson: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const reminder = await namedReminder(id, app);
  const now = app.clock.now();
  const parts = await previewParts(app);
  const preview = await previewOf(reminder, parts, now);
  const isDraft = reminder.state === 'draft';
  const next = nextSending(reminder, preview.classes, parts.restDays, now);
  const problems = isDraft ? preview.problems.map(({ words }) => words) : [];
  if (isJson) {
    const fields = { ...previewFields(preview), problems, next: next?.toISOString() ?? null };
    output.line(JSON.stringify({ ...reminder, ...fields }));
    return 0;
  }
  output.line(`${MAILING_NAMES[reminder.kind]}（${stateOf(reminder, next !== null)}）`);
  output.line(isDraft ? preview.message : reminder.text);
  if (isDraft) for (const line of previewLines(reminder, preview)) output.line(line);
  else {
    output.line(`接收：${audienceInWords(reminder.audience, preview.classes)}`);
    output.line(`时间：${scheduleInWords(reminder)}`);
    output.line(`已${confirmationOf(reminder, reminder.zone)}`);
    if (next !== null) output.line(`下次发送：${dateInWords(reminder.zone, next)}`);
  }
  for (const line of isDraft ? [...preview.remarks, ...problems] : []) output.line(line);
  return 0;
}

/** `remind report 编号 [--json]`: of all its occurrences. */
export async function reportReminder(
  id: string,
  isJson: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const { kind } = await namedReminder(id, app);
  const { deliveries } = await app.records();
  const report = await deliveries.report(id, null);
  const unreached = kind === 'study' ? [] : await deliveries.unreached(id, null);
  if (isJson) {
    const { sent, uncertain, skipped, opened, waiting } = report;
    const failed = named(report.failed, FAILURE_REASONS);
    const skippedBy = named(report.skippedBy, SKIP_REASONS);
    const byName = unreached.map(({ name, unit, state, reason }) => ({
      ...{ name, unit, state, reason: reason === null ? null : FAILURE_REASONS[reason] },
    }));
    output.line(
      JSON.stringify({
        ...{ sent, failed, uncertain, skipped, opened, waiting, skippedBy },
        unreached: byName,
      }),
    );
    return 0;
  }
  for (const line of [...reportLines(report, kind), ...unreachedLines(unreached, kind)]) {
    output.line(line);
  }
  return 0;
}

/** Reasons as people read them. */
function named<Reason extends string>(
  reasons: readonly { readonly reason: Reason; readonly count: number }[],
  names: Readonly<Record<Reason, string>>,
): { readonly reason: string; readonly count: number }[] {
  return reasons.map(({ reason, count }) => ({ reason: names[reason], count }));
}

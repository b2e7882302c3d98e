import { parseArgs } from 'node:util';
import { makeId } from '../conversation/ids.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import type { Audience } from '../people/audience/audience.ts';
import { readAudience } from '../people/audience/read-audience.ts';
import { newDraft } from '../reminder/draft/new-draft.ts';
import { previewOf } from '../reminder/draft/preview.ts';
import { previewLines } from '../reminder/draft/preview-in-words.ts';
import { readTemplate } from '../reminder/draft/template.ts';
import { readTiming } from '../reminder/reading/read-timing.ts';
import type { Reminder, ReminderKind } from '../reminder/reminder.ts';
import { detailOf } from '../reminder/reminder-in-words.ts';
import type { Timing } from '../reminder/timing.ts';
import { auditedByOperator } from './audited.ts';
import type { CommandContext } from './command.ts';
import { previewFields, previewParts } from './remind-parts.ts';

/** Who the operator is to those who read who wrote a notice. */
export const OPERATOR = '运维';

/** Makes a draft, where nothing keeps it from being confirmed. */
export async function createReminder(
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  const { app, output } = context;
  const { values } = parseArgs({
    args: [...args],
    options: {
      text: { type: 'string' },
      audience: { type: 'string', multiple: true },
      when: { type: 'string' },
      kind: { type: 'string', default: 'study' },
      zone: { type: 'string', default: app.config.zone },
      until: { type: 'string' },
      urgent: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const kind = kindOf(values.kind);
  const zone = zoneOf(values.zone);
  if (values.urgent && kind === 'study') {
    throw new UsageError('学习提醒不能加急，早晚和休息日都不发。要加急的请用 --kind class。');
  }
  const now = app.clock.now();
  const said = {
    text: needed(values.text, '--text'),
    audience: needed(values.audience, '--audience').join(','),
    when: needed(values.when, '--when'),
  };
  const timing = timingOf(said.when, values.until, now, zone);
  const audience = await audienceOf(said.audience, context);
  const text = textOf(said.text, audience);
  const fields = { id: makeId(), kind, text, audience, timing, zone, isUrgent: values.urgent };
  const draft = newDraft(fields, { id: null, name: OPERATOR }, now);
  return keep(draft, values.json, context).then((line) => {
    output.line(line);
    return 0;
  });
}

async function keep(draft: Reminder, isJson: boolean, context: CommandContext): Promise<string> {
  const { app } = context;
  const now = app.clock.now();
  const preview = await previewOf(draft, await previewParts(app), now);
  const [problem] = preview.problems;
  if (problem !== undefined) throw new UserFacingError(problem.words);
  const { reminders, people } = await app.records();
  await reminders.change([{ kind: 'add-reminder', reminder: draft }]);
  await people.change([auditedByOperator('新建提醒', detailOf(draft, preview.classes), now)]);
  if (isJson) {
    return JSON.stringify({ id: draft.id, kind: draft.kind, ...previewFields(preview) });
  }
  return [
    preview.message,
    '',
    ...previewLines(draft, preview),
    ...preview.remarks,
    '',
    `已存为草稿，编号 ${draft.id}，还没有发送。确认发送用 remind confirm ${draft.id}，不要了用 remind drop ${draft.id}。`,
  ].join('\n');
}

function needed<Value>(value: Value | undefined, option: string): Value {
  if (value !== undefined) return value;
  throw new UsageError(
    `缺少 ${option}。例如：remind create --text "请完成本周学习" --audience class:编号 --when "每周三 9:30"`,
  );
}

function kindOf(text: string): ReminderKind {
  if (text === 'study' || text === 'class') return text;
  throw new UsageError('--kind 应当是 study（学习提醒）或者 class（班务通知）。');
}

function zoneOf(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(`没有“${text}”这个时区，请写成 Asia/Shanghai 的形式。`);
  }
}

function timingOf(when: string, until: string | undefined, now: Date, zone: string): Timing {
  const read = readTiming(until === undefined ? when : `${when}，截止 ${until}`, now, zone);
  if (!read.ok) throw new UserFacingError(read.problem);
  return read.timing;
}

async function audienceOf(text: string, { app }: CommandContext): Promise<Audience> {
  const { people, reminders } = await app.records();
  const read = readAudience(text, await people.classes(), await reminders.filters());
  if (!read.ok) throw new UserFacingError(read.problem);
  return read.audience;
}

function textOf(raw: string, audience: Audience): string {
  const read = readTemplate(raw, audience);
  if (!read.ok) throw new UserFacingError(read.problem);
  return read.text;
}

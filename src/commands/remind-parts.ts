import type { App } from '../app.ts';
import { UserFacingError } from '../errors.ts';
import type { Preview, PreviewParts } from '../reminder/draft/preview.ts';
import type { Reminder } from '../reminder/reminder.ts';

export async function previewParts(app: App): Promise<PreviewParts> {
  const { people, reminders, deliveries } = await app.records();
  const { zone, telegram } = app.config;
  return {
    people,
    reminders,
    deliveries,
    restDays: await app.restDays(),
    zone,
    hasBot: telegram !== null,
  };
}

/** @throws UserFacingError where there is none */
export async function namedReminder(id: string, app: App): Promise<Reminder> {
  const reminder = await (await app.records()).reminders.reminder(id);
  if (reminder !== null) return reminder;
  throw new UserFacingError(`没有编号为“${id}”的通知提醒，请用 remind list 查看。`);
}

/** What programs read of a preview. */
export function previewFields({ people, optedIn, first, message, remarks }: Preview) {
  return { people, optedIn, first: first.map(({ at }) => at.toISOString()), message, remarks };
}

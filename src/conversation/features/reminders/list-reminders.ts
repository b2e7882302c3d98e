import { can } from '../../../people/abilities.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { lineOf } from '../../../reminder/reminder-in-words.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { rightOn } from './opened-reminder.ts';

const PAGE = 8;

/** Drafts, what is being sent, and what is over: all of it, or a trainer's classes' notices. */
export async function listReminders(
  { from }: Pick<DeedOf<'list-reminders'>, 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const all = await ownReminders(on);
  const page = all.slice(from, from + PAGE);
  const classes = await on.people.classes();
  const waiting = await Promise.all(
    page.map(async ({ id, state }) =>
      state === 'ended' ? (await on.deliveries.report(id, null)).waiting : 0,
    ),
  );
  const lines = page.map(
    (one, at) => `${from + at + 1}. ${lineOf(one, classes, on.restDays, on.now, waiting[at])}`,
  );
  const opened = page.map(
    ({ id }, at): Button => [`查看第 ${from + at + 1} 条`, { kind: 'open-reminder', reminder: id }],
  );
  const more: Button[] =
    all.length > from + PAGE ? [['下一页', { kind: 'list-reminders', from: from + PAGE }]] : [];
  return {
    placement: 'turn',
    blocks: [
      lead(all.length === 0 ? '还没有通知提醒。' : `通知提醒共 ${all.length} 条`),
      ...(lines.length === 0 ? [] : [plain(lines.join('\n'))]),
      ...(page.some(({ state }) => state === 'draft') ? [remark('草稿确认以后才发送。')] : []),
      choices('通知提醒', ...opened, ...more, ['新建', { kind: 'new-reminder' }]),
    ],
  };
}

/** Drafts first; then what still sends; the newest first. */
async function ownReminders(on: PersonalOccasion): Promise<readonly Reminder[]> {
  const all = await on.reminders.reminders();
  const rights = can(on.person.role, 'manage-reminders')
    ? null
    : await Promise.all(all.map((one) => rightOn(one, on)));
  const own = all.filter((_, at) => rights === null || rights[at] !== null);
  const rank = ({ state }: Reminder) => (state === 'draft' ? 0 : state === 'active' ? 1 : 2);
  return own.toSorted((one, other) => rank(one) - rank(other));
}

import { can } from '../../../people/abilities.ts';
import { canIn, type Person } from '../../../people/person.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { confirmationOf } from '../../../reminder/reminder-in-words.ts';
import { choices, lead } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';

const NOT_THERE =
  '没有找到这条通知提醒，或者它不由您办理。发送“提醒管理”可以查看您能办理的通知提醒。';

/**
 * What someone may do with a reminder. An administrator: everything. A trainer: everything with notices
 * that they or other trainers of their classes wrote to those classes; what somebody else sends to
 * them they may see, though not its draft.
 */
export async function rightOn(
  reminder: Reminder,
  { person, people }: Pick<PersonalOccasion, 'person' | 'people'>,
): Promise<'manage' | 'see' | null> {
  if (can(person.role, 'manage-reminders')) return 'manage';
  if (!isWithinClassesOf(person, reminder)) return null;
  if (reminder.author === person.id) return 'manage';
  const author = reminder.author === null ? null : await people.person(reminder.author);
  const isColleague =
    author !== null && author.role !== 'admin' && isWithinClassesOf(author, reminder);
  if (isColleague) return 'manage';
  return reminder.state === 'draft' ? null : 'see';
}

function isWithinClassesOf(person: Person, { kind, audience }: Reminder): boolean {
  return (
    kind === 'class' &&
    audience.length > 0 &&
    audience.every(({ classId }) => classId !== null && canIn(person, 'notify-class', classId))
  );
}

/** Goes on with a reminder that the person may see. */
export async function withReminder(
  id: string,
  on: PersonalOccasion,
  then: (reminder: Reminder, right: 'manage' | 'see') => SoonReplied,
): Promise<FeatureReply> {
  const reminder = await on.reminders.reminder(id);
  const right = reminder === null ? null : await rightOn(reminder, on);
  if (reminder === null || right === null) return say(NOT_THERE);
  return then(reminder, right);
}

/** Goes on with a reminder that the person may change or stop. */
export function withOwnReminder(
  id: string,
  on: PersonalOccasion,
  then: (reminder: Reminder) => SoonReplied,
): Promise<FeatureReply> {
  return withReminder(id, on, (reminder, right) =>
    right === 'manage'
      ? then(reminder)
      : say('这条通知由管理员办理，您可以查看，不能修改或者停止。'),
  );
}

/** Goes on with a draft; what is confirmed changes no more. */
export function withDraft(
  id: string,
  on: PersonalOccasion,
  then: (draft: Reminder) => SoonReplied,
): Promise<FeatureReply> {
  return withOwnReminder(id, on, (reminder) =>
    reminder.state === 'draft' ? then(reminder) : noDraftAnyMore(reminder, on),
  );
}

/** Who was faster, and what can be done now. */
function noDraftAnyMore(reminder: Reminder, { zone }: PersonalOccasion): FeatureReply {
  const { id } = reminder;
  return {
    placement: 'turn',
    blocks: [
      lead(`这一条已经${confirmationOf(reminder, zone)}，不能再修改，刚才的操作没有生效。`),
      choices(
        '通知提醒',
        ['查看这一条', { kind: 'open-reminder', reminder: id }],
        ['新建', { kind: 'new-reminder' }],
      ),
    ],
  };
}

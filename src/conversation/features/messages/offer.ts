import type { Button } from '../../blocks.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** What the first words say of messages and 学习提醒, where there is something to say. */
export interface Offered {
  readonly remarks: readonly string[];
  readonly buttons: readonly Button[];
}

const MAY_BE_REMINDED =
  '想按自己定的时间收到学习提醒的，可以发送“学习提醒”开启，自愿，随时可以停止。';

/** Messages that wait; and study reminders to a learner who has never chosen anything of them. */
export async function offerMessages(on: PersonalOccasion): Promise<Offered> {
  const { person, deliveries, reminders } = on;
  const unread = await deliveries.unread(person.id);
  const isNew = person.role === 'learner' && (await reminders.wishes(person.id)) === null;
  return {
    remarks: [
      ...(unread > 0 ? [`您有 ${unread} 条未读消息。`] : []),
      ...(isNew ? [MAY_BE_REMINDED] : []),
    ],
    buttons: [
      ...(unread > 0 ? ([['消息', { kind: 'list-messages', before: null }]] as const) : []),
      ...(isNew ? ([['学习提醒', { kind: 'open-wishes' }]] as const) : []),
    ],
  };
}

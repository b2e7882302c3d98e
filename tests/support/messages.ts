import type { NewDelivery } from '../../src/delivery/delivery.ts';
import type { Mailing } from '../../src/delivery/mailing.ts';
import type { DeliveryChange } from '../../src/delivery/store.ts';
import type { Reminder } from '../../src/reminder/reminder.ts';
import type { StudyWishes } from '../../src/reminder/wishes.ts';

const AT = '2026-03-05T08:00:00.000Z';

/** A message of a class, of no reminder; a test gives what it is about. */
export function mailingOf(id: string, fields: Partial<Mailing> = {}): Mailing {
  return {
    ...{ id, kind: 'class', source: `test:${id}`, reminder: null, title: `标题${id}` },
    ...{ buttons: [], isUrgent: false, dueAt: AT, createdAt: AT },
    ...fields,
  };
}

export function deliveryTo(
  person: string,
  mailing: string,
  fields: Partial<NewDelivery> = {},
): NewDelivery {
  return {
    ...{ id: `${mailing}-${person}`, person, text: `给${person}的${mailing}` },
    ...{ notBefore: AT, notAfter: null },
    ...fields,
  };
}

export function addMailing(mailing: Mailing, people: readonly string[]): DeliveryChange {
  const deliveries = people.map((person) =>
    deliveryTo(person, mailing.id, { notBefore: mailing.dueAt }),
  );
  return { kind: 'add-mailing', mailing, deliveries };
}

/** A draft of the operator's. */
export function reminderOf(id: string, fields: Partial<Reminder> = {}): Reminder {
  return {
    ...{ id, kind: 'class', text: `通知${id}`, zone: 'Asia/Shanghai', isUrgent: false },
    audience: [{ classId: 'c', unit: null, role: null }],
    timing: { kind: 'repeat', cron: '30 9 * * 3', endsOn: null, until: null },
    ...{ state: 'draft', author: null, authorName: '管理员', createdAt: AT },
    ...{ confirmedAt: null, confirmedByName: null, plannedUntil: null },
    ...fields,
  };
}

/** Of someone who is opted in. */
export function wishesOf(person: string, fields: Partial<StudyWishes> = {}): StudyWishes {
  return {
    ...{ person, isOn: true, days: [1, 4], time: '12:30', mostAWeek: 2, pause: null },
    ...{ channel: null, since: AT, plannedUntil: AT },
    ...fields,
  };
}

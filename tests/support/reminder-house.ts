import { makeId } from '../../src/conversation/ids.ts';
import { hashCode } from '../../src/people/invitation.ts';
import { holdBack } from '../../src/reminder/planning/hold-back.ts';
import type { PlanningParts } from '../../src/reminder/planning/parts.ts';
import { planDue } from '../../src/reminder/planning/plan-due.ts';
import { planOwn } from '../../src/reminder/planning/plan-own.ts';
import { releaseDue } from '../../src/reminder/planning/release-due.ts';
import type { Reminder } from '../../src/reminder/reminder.ts';
import type { StudyWishes } from '../../src/reminder/wishes.ts';
import { CLASS, type House, makeHouse, NOON } from './house.ts';

/** A house in which reminders are planned and released whenever a test says so. */
export interface ReminderHouse extends House {
  /**
   * Looks once at what is due, as the service does every few seconds.
   *
   * @throws what went wrong first, once all has been done
   */
  tick(changes?: Partial<PlanningParts>): Promise<void>;
  /** Adds a learner of the first class who has signed in on these channels. */
  learner(id: string, channels?: readonly ('telegram' | 'web')[]): Promise<void>;
  optIn(person: string, changes?: Partial<StudyWishes>): Promise<void>;
  /** A reminder that somebody has confirmed at noon of the house. */
  remind(changes: Partial<Reminder> & Pick<Reminder, 'timing'>): Promise<string>;
}

export async function makeReminderHouse(): Promise<ReminderHouse> {
  const house = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai' });
  const { app } = house;
  const records = await app.records();
  const parts: PlanningParts = {
    ...{ reminders: records.reminders, deliveries: records.deliveries, people: records.people },
    ...{ learning: records.learning, restDays: await app.restDays(), clock: app.clock },
    ...{ zone: app.config.zone, hasBot: true, recall: app.recall, newId: makeId },
    surveys: records.questionnaires,
    buttonsOf: () => [{ label: '收到', deed: { kind: 'cancel' } }],
  };
  return {
    ...house,
    tick: async (changes = {}) => {
      const now = { ...parts, ...changes };
      const steps = [planDue, planOwn, holdBack, releaseDue];
      const failures: unknown[] = [];
      for (const step of steps) {
        await step(now, new AbortController().signal).catch((error: unknown) => {
          failures.push(error);
        });
      }
      if (failures.length > 0) throw failures[0];
    },
    learner: async (id, channels = ['telegram']) => {
      await house.add(id, 'learner', 'learner');
      for (const channel of channels) {
        const code = `${channel} ${id}`;
        const invitation = {
          ...{ id: code, codeHash: hashCode(code), note: '', places: 1, role: 'learner' as const },
          ...{ classId: null, person: id, createdAt: NOON, expiresAt: '2028-01-01T00:00:00.000Z' },
        };
        await records.people.change([{ kind: 'invite', invitation }]);
        const account = { channel, key: `${channel}-${id}` };
        await records.people.redeem(hashCode(code), account, new Date(NOON), null);
      }
    },
    optIn: async (person, changes = {}) => {
      const wishes: StudyWishes = {
        ...{ person, isOn: true, days: [], time: '12:30', mostAWeek: 2, pause: null },
        ...{ channel: null, since: NOON, plannedUntil: NOON, ...changes },
      };
      await records.reminders.change([{ kind: 'set-wishes', wishes, at: NOON }]);
    },
    remind: async (changes) => {
      const id = makeId();
      const reminder: Reminder = {
        ...{ id, kind: 'class', text: '{姓名}同志：请按时到课。', isUrgent: false, state: 'draft' },
        audience: [{ classId: CLASS.id, unit: null, role: null }],
        ...{ zone: 'Asia/Shanghai', author: null, authorName: '', createdAt: NOON },
        ...{ confirmedAt: null, confirmedByName: null, plannedUntil: null },
        ...changes,
      };
      await records.reminders.change([
        { kind: 'add-reminder', reminder },
        { kind: 'confirm-reminder', id, text: reminder.text, byName: '管理员', at: NOON },
      ]);
      return id;
    },
  };
}

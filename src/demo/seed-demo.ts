import type { LearningEntry } from '../checkin/entry.ts';
import type { LearningStore } from '../checkin/store.ts';
import { addDays, dateIn } from '../clock.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { Role } from '../people/abilities.ts';
import { hashCode } from '../people/invitation.ts';
import type { Account, PeopleChange, PeopleStore } from '../people/store.ts';
import type { QuestionnaireStore } from '../questionnaire/store.ts';
import { newDraft } from '../reminder/draft/new-draft.ts';
import type { ReminderStore } from '../reminder/store.ts';
import { type DemoSurveys, invitationTo, seedSurveys } from './seed-surveys.ts';

/** Whom a newcomer may be in the demonstration. */
export const DEMO_ROLES = ['learner', 'trainer', 'admin'] as const satisfies readonly Role[];

export type DemoRole = (typeof DEMO_ROLES)[number];

/** Accounts of the demonstration are of this channel, with the role as their key. */
export const DEMO_CHANNEL = 'demo';

const CLASS = { id: 'demo-class', name: '演示班次：干部教育培训专题班' };
const NAMES = ['王芳', '李强', '张敏', '刘洋', '陈静', '杨帆', '赵磊', '周涛'];
const PEOPLE: Readonly<Record<DemoRole, string>> = {
  learner: '演示学员',
  trainer: '演示教师',
  admin: '演示管理员',
};
/** Made-up records: how many days ago, and what. */
const STUDIED: readonly (readonly [
  daysAgo: number,
  place: string,
  words: string,
  reflection: string,
])[] = [
  [0, '五（三）', '五（三）课程教材建设', '案例课程的比例要提前规划。'],
  [1, '五（二）', '五（二）师资队伍建设', ''],
  [2, '七（二）', '七（二）改进方式方法', '准备把结构化研讨用到下一期。'],
  [6, '三（二）', '三（二）突出“关键少数”政治训练', ''],
  [13, '六（一）', '六（一）推进网络培训平台建设', ''],
];
const DAY_MS = 86_400_000;

/** A notice that was confirmed this many days ago, and so has been sent by now. */
const NOTICE_DAYS_AGO = 8;
const NOTICE =
  '{姓名}同志：{班次}于{结业日期}结业。结业前安排一次交流，请准备一条学习体会，三五句话即可。';

export interface DemoRecords {
  readonly people: PeopleStore;
  readonly learning: LearningStore;
  readonly reminders: ReminderStore;
  readonly questionnaires: QuestionnaireStore;
  readonly deliveries: DeliveryStore;
}

export interface DemoFacts {
  /** Id of the material that was studied. */
  readonly material: string;
  readonly surveys: DemoSurveys;
  readonly zone: string;
  readonly now: Date;
}

/** Fills empty records with a class, its people, a little of what they studied, a notice, and surveys. */
export async function seedDemo(
  { people, learning, reminders, questionnaires, deliveries }: DemoRecords,
  { material, surveys, zone, now }: DemoFacts,
): Promise<void> {
  const today = dateIn(zone, now);
  const at = now.toISOString();
  const dates = { startsOn: addDays(today, -14), endsOn: addDays(today, 14) };
  await people.change([
    { kind: 'add-class', class: { ...CLASS, ...dates }, at },
    ...DEMO_ROLES.flatMap((role) => joining(role, PEOPLE[role], role, at)),
    ...NAMES.flatMap((name, place) => joining(`learner-${place}`, name, 'learner', at)),
  ]);
  const students = ['learner', ...NAMES.map((_, place) => `learner-${place}`)];
  for (const role of DEMO_ROLES)
    await signIn(people, role, { channel: DEMO_CHANNEL, key: role }, now);
  // Messages reach them as they reach whoever has signed in on the page.
  for (const key of [...students, 'trainer', 'admin']) {
    await signIn(people, key, { channel: 'web', key: `demo ${key}` }, now);
  }
  const entries = students.flatMap((student, rank) =>
    STUDIED.slice(0, rank === 0 ? STUDIED.length : 1 + (rank % 3)).map((one, number) =>
      entryOf(`demo-${student}`, one, number, {
        material,
        today,
        isShared: rank === 1 && number === 0,
      }),
    ),
  );
  await learning.change(entries.map((entry) => ({ kind: 'add-entry', entry })));
  await sendNotice(reminders, today, zone);
  const owner = { id: 'demo-trainer', name: PEOPLE.trainer };
  const asked = { classId: CLASS.id, people: students.map((student) => `demo-${student}`) };
  await seedSurveys(questionnaires, surveys, owner, asked, now);
  await deliveries.change([invitationTo(asked.people, surveys.evaluation, now)]);
}

async function sendNotice(reminders: ReminderStore, today: string, zone: string): Promise<void> {
  const day = addDays(today, -NOTICE_DAYS_AGO);
  const at = `${day}T00:00:00.000Z`;
  const notice = newDraft(
    {
      ...{ id: 'demo-notice', kind: 'class', zone, text: NOTICE },
      audience: [{ classId: CLASS.id, unit: null, role: null }],
      timing: { kind: 'once', at: `${addDays(day, 1)}T10:00`, until: null },
    },
    { id: 'demo-trainer', name: PEOPLE.trainer },
    new Date(at),
  );
  const { id, text } = notice;
  await reminders.change([
    { kind: 'add-reminder', reminder: notice },
    { kind: 'confirm-reminder', id, text, byName: PEOPLE.trainer, at },
  ]);
}

function joining(key: string, name: string, role: Role, at: string): PeopleChange[] {
  const person = `demo-${key}`;
  const added: PeopleChange = {
    kind: 'add-person',
    person: { id: person, name, unit: '演示单位', role },
    at,
  };
  const consent: PeopleChange = { kind: 'consent', person, at };
  if (role === 'admin') return [added, consent];
  const part = role === 'trainer' ? 'trainer' : 'learner';
  return [added, consent, { kind: 'join', person, classId: CLASS.id, part, at }];
}

async function signIn(
  people: PeopleStore,
  key: string,
  account: Account,
  now: Date,
): Promise<void> {
  const id = `demo-${account.channel}-${key}`;
  const role = isRole(key) ? key : 'learner';
  const codeHash = hashCode(id);
  const invitation = {
    ...{ id, codeHash, note: '演示', places: 1, role, classId: null },
    person: `demo-${key}`,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + DAY_MS).toISOString(),
  };
  await people.change([{ kind: 'invite', invitation }]);
  await people.redeem(codeHash, account, now, null);
}

function isRole(key: string): key is DemoRole {
  return (DEMO_ROLES as readonly string[]).includes(key);
}

function entryOf(
  person: string,
  [daysAgo, place, studied, reflection]: (typeof STUDIED)[number],
  number: number,
  { material, today, isShared }: { material: string; today: string; isShared: boolean },
): LearningEntry {
  const studiedOn = addDays(today, -daysAgo);
  return {
    ...{ id: `${person}-${number}`, person, studiedOn, isMadeUp: false, kind: 'place' },
    recordedAt: `${studiedOn}T12:0${number}:00.000Z`,
    ...{ material, place, chapter: place.slice(0, 1), studied, reflection, classId: null },
    ...{ sharedWith: isShared ? CLASS.id : null, revision: 1, withdrawnAt: null },
  };
}

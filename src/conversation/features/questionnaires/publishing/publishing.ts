import { can } from '../../../../people/abilities.ts';
import type { Audience } from '../../../../people/audience/audience.ts';
import { audienceInWords } from '../../../../people/audience/audience-in-words.ts';
import { peopleIn } from '../../../../people/audience/people-in.ts';
import { canIn } from '../../../../people/person.ts';
import { problemsOf } from '../../../../questionnaire/editing/problems-of.ts';
import { wholeMinutesOf } from '../../../../questionnaire/minutes.ts';
import { fingerprintOfPublishing } from '../../../../questionnaire/publishing/fingerprint-of-publishing.ts';
import { problemOfPeriod } from '../../../../questionnaire/publishing/problem-of-period.ts';
import type { Questionnaire } from '../../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../../questionnaire/store.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { allowedAt } from '../../../../reminder/schedule/sending-time.ts';
import type { PersonalOccasion } from '../../../feature.ts';
import type { Publishing } from '../../../state.ts';

/** What will be published, as it stands now. */
export interface Plan {
  readonly publishing: Publishing;
  readonly record: QuestionnaireRecord;
  /** Whom it goes to; none by a link. */
  readonly people: readonly string[];
  /** In words, such as “春季班”的学员. */
  readonly whom: string;
  /** The words above what every invitation says. */
  readonly invitation: string;
  /** Null for at once. */
  readonly opensAt: Date | null;
  /** When messages go; null by a link, and while the closing is not known. */
  readonly sentAt: Date | null;
  /** What keeps it from being published, each with what to do. */
  readonly problems: readonly string[];
  readonly fingerprint: string;
}

/** What is begun where nothing of it has been said: for the questionnaire's own class, if it has one. */
export function newPublishing(record: QuestionnaireRecord, on: PersonalOccasion): Publishing {
  const { id: questionnaire, classId } = record;
  const isTheirs = classId !== null && canIn(on.person, 'prepare-questionnaire', classId);
  return {
    questionnaire,
    audience: isTheirs ? [{ classId, unit: null, role: null }] : [],
    ...{ isByLink: false, opensAt: null, closesAt: null, invitation: null },
  };
}

export async function planOf(
  publishing: Publishing,
  record: QuestionnaireRecord,
  on: PersonalOccasion,
): Promise<Plan> {
  const { audience, isByLink } = publishing;
  const [everyone, classes] = [await on.people.people(), await on.people.classes()];
  const people = isByLink
    ? []
    : peopleIn(audience, everyone, classes, on.today, { withEnded: true }).map(
        ({ person }) => person.id,
      );
  // What was to begin at a time that has come since begins at once.
  const isAhead = publishing.opensAt !== null && new Date(publishing.opensAt) > on.now;
  const opensAt = isAhead ? new Date(publishing.opensAt as string) : null;
  const closesAt = publishing.closesAt === null ? null : new Date(publishing.closesAt);
  const sentAt = isByLink ? null : sendingFrom(opensAt ?? on.now, on);
  const invitation = publishing.invitation ?? usualInvitation(record.content);
  const problems = [
    ...problemsOf(record.content),
    ...problemOfAudience(publishing, people.length, on),
    ...problemOfTimes(opensAt ?? on.now, closesAt, sentAt, on),
  ];
  const fingerprint = fingerprintOfPublishing({
    ...publishing,
    ...{ version: record.version, invitation, people },
  });
  const whom = isByLink ? '凭链接填写，谁有链接谁就能填' : audienceInWords(audience, classes);
  return { publishing, record, people, whom, invitation, opensAt, sentAt, problems, fingerprint };
}

/** When what is a notice of a class may go, from an instant on. */
export function sendingFrom(instant: Date, { zone, restDays }: PersonalOccasion): Date {
  return allowedAt({ kind: 'class', isUrgent: false }, instant, zone, restDays);
}

function problemOfAudience(
  { audience, isByLink }: Publishing,
  people: number,
  on: PersonalOccasion,
): readonly string[] {
  if (isByLink) return [];
  if (audience.length === 0) return ['还没有选由谁填写。请点“改范围”。'];
  const problem = problemOfParts(audience, on);
  if (problem !== null) return [problem];
  return people === 0 ? ['这个范围里现在没有人。请点“改范围”。'] : [];
}

/** Null where the person may send a questionnaire to all of these; else whom to ask. */
export function problemOfParts(audience: Audience, { person }: PersonalOccasion): string | null {
  if (can(person.role, 'manage-questionnaires')) return null;
  const isOwn = ({ classId, unit, role }: Audience[number]) =>
    classId !== null &&
    unit === null &&
    (role === null || role === 'learner') &&
    canIn(person, 'prepare-questionnaire', classId);
  return audience.every(isOwn)
    ? null
    : '教师只能发给自己现在所带班次的学员，或者用链接。要发给单位、其他班次和其他人员的，请联系管理员。';
}

function problemOfTimes(
  opensAt: Date,
  closesAt: Date | null,
  sentAt: Date | null,
  { now, zone }: PersonalOccasion,
): readonly string[] {
  if (closesAt === null) return ['还没有定截止时间。请点“改截止时间”。'];
  const problem = problemOfPeriod(opensAt, closesAt, now);
  if (problem !== null) return [problem];
  if (sentAt === null || sentAt < closesAt) return [];
  return [
    `截止以前没有可以发消息的时间：早晚和休息日不发，最早要到${dateInWords(zone, sentAt)}。请把截止时间改晚一些。`,
  ];
}

function usualInvitation({ title }: Questionnaire): string {
  return `请您填写“${title}”。填写自愿、不记名，您的意见用来改进培训。`;
}

/** The message to each of them. */
export function messageOf(
  words: string,
  content: Questionnaire,
  closesAt: string,
  { zone }: PersonalOccasion,
): string {
  const until = dateInWords(zone, new Date(closesAt));
  return `${words}\n\n约 ${wholeMinutesOf(content)} 分钟，${until}截止。点“填写问卷”开始，可以分几次填。`;
}

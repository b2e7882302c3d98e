import { dateIn } from '../../../../clock.ts';
import { reminderSource } from '../../../../delivery/survey-source.ts';
import type { Survey } from '../../../../questionnaire/survey.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { choices, decision, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import { audited } from '../../people/audited.ts';
import { withPublished } from '../opened-questionnaire.ts';
import { mailingOf } from '../publishing/confirm-publishing.ts';
import { messageOf, problemOfParts, sendingFrom } from '../publishing/publishing.ts';
import { surveyStateOf } from './survey-words.ts';

const MOST_REMINDERS = 3;

/** A reminder that may be sent. */
interface Remindable {
  /** Counts from 1. */
  readonly number: number;
  readonly people: readonly string[];
  readonly sentAt: Date;
  readonly text: string;
}

export function confirmReminding(
  { published }: DeedOf<'ask-remind-respondents'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublished(published, on, async (survey) => {
    const found = await remindable(survey, on);
    if (typeof found === 'string') return notNow(found, published);
    return {
      placement: 'turn',
      blocks: [
        lead(`提醒还没有提交的人？（第 ${found.number} 次，最多 ${MOST_REMINDERS} 次）`),
        plain(found.text),
        remark(
          `${whenInWords(found, on)}系统只发给还没有提交的人，不显示是谁；发出以前提交了的，不再收到。`,
        ),
        decision(
          '确认提醒',
          ['确认提醒', { kind: 'remind-respondents', published }],
          ['不提醒', { kind: 'open-published', published }],
        ),
      ],
    };
  });
}

export function remindRespondents(
  { published }: DeedOf<'remind-respondents'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublished(published, on, async (survey) => {
    const found = await remindable(survey, on);
    if (typeof found === 'string') return notNow(found, published);
    const { number, people } = found;
    return {
      placement: 'turn',
      changes: [
        mailingOf(survey, reminderSource(published, number), people, found, on),
        audited('提醒填写问卷', survey.content.title, on),
      ],
      blocks: [
        lead('已安排提醒。'),
        remark(whenInWords(found, on)),
        choices('问卷', ['填写情况', { kind: 'open-published', published }]),
      ],
    };
  });
}

function notNow(problem: string, published: string): FeatureReply {
  return {
    placement: 'turn',
    blocks: [lead(problem), choices('问卷', ['填写情况', { kind: 'open-published', published }])],
  };
}

function whenInWords({ sentAt }: Remindable, { zone, now }: PersonalOccasion): string {
  return sentAt > now
    ? `早晚和休息日不发，${dateInWords(zone, sentAt)}发出。`
    : '马上发出，一般几分钟内送到。';
}

/** What may be sent now; in words why nothing may. */
async function remindable(survey: Survey, on: PersonalOccasion): Promise<Remindable | string> {
  const { id, content, closesAt, code, audience } = survey;
  if (code !== null) return '凭链接填写的问卷不知道该由谁填，不能提醒。可以把链接再发一次。';
  const state = surveyStateOf(survey, on.now);
  if (state !== 'open') {
    return state === 'not-open' ? '还没有开始填写，不用提醒。' : '已经截止，不能再提醒。';
  }
  const lost = problemOfParts(audience, on);
  if (lost !== null) return `您现在不能提醒他们：${lost}`;
  const sources = Array.from({ length: MOST_REMINDERS }, (_, at) => reminderSource(id, at + 1));
  const sent = await on.deliveries.mailingsFrom(sources);
  if (sent.length >= MOST_REMINDERS) {
    return `已经提醒过 ${MOST_REMINDERS} 次，不能再提醒了。填写是自愿的。`;
  }
  const isSentToday = sent.some(
    ({ createdAt, dueAt }) =>
      dateIn(on.zone, new Date(createdAt)) === on.today ||
      dateIn(on.zone, new Date(dueAt)) >= on.today,
  );
  if (isSentToday)
    return '今天已经提醒过一次，或者上一次提醒还没有发出。一天最多提醒一次，请明天再看。';
  const people = await on.questionnaires.notSubmitted(id);
  if (people.length === 0) return '都已经提交了，不用提醒。';
  const sentAt = sendingFrom(on.now, on);
  if (sentAt >= new Date(closesAt)) {
    return `截止以前没有可以发消息的时间：早晚和休息日不发，最早要到${dateInWords(on.zone, sentAt)}。需要的，可以先延期。`;
  }
  const words = `“${content.title}”还没有收到您的答卷。填写自愿、不记名；已经打算不填的，不用理会。`;
  const number = sent.length + 1;
  return { number, people, sentAt, text: messageOf(words, content, closesAt, on) };
}

import type { LearningEntry } from '../../../checkin/entry.ts';
import { problemOfDate, readStudyDate } from '../../../checkin/study-date.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { askForConsent } from './ask-for-consent.ts';
import { offerCheckIn } from './check-in.ts';
import { whenStudied } from './entry-words.ts';
import { entryButtons } from './share.ts';
import { type Study, studyAt, studyInWords } from './study.ts';

const PLACE_GONE = '资料已经更新，没有这个位置了。请重新选择，或者直接写一句学习内容。';

export async function recordPlace(
  { material, place, on: day }: DeedOf<'record-place'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const study = await studyAt(material, place, on);
  return study === null ? say(PLACE_GONE) : keep(study, day, on);
}

export async function recordSession(
  { classId, on: day }: DeedOf<'record-session'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say('这个班次已经不在了，请直接写一句学习内容。');
  const nowhere = { material: null, place: null, chapter: null };
  return keep({ kind: 'session', studied: `${found.name}课程`, classId, ...nowhere }, day, on);
}

/** `五（二）`, `昨天 听了专题讲座`: a line of one's own, with a day before it or without. */
export async function recordText(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  if (on.person.consentedAt === null) return askForConsent('check-in', on, text);
  const read = readStudyDate(text, on.today);
  if (!read.ok) return { ...say(read.problem), state: { ...on.state, ...on.pending } };
  const day = read.date ?? (on.pending.expecting === 'study' ? on.pending.on : null);
  if (read.rest === '') return offerCheckIn(day, on);
  return keep(await studyInWords(read.rest.replace(/^学了/u, '') || read.rest, on), day, on);
}

/** Kept at once; everything else can be added to it. */
async function keep(study: Study, day: string | null, on: PersonalOccasion): Promise<FeatureReply> {
  const studiedOn = day ?? on.today;
  const problem = problemOfDate(studiedOn, on.today);
  if (problem !== null) return say(problem);
  const entry: LearningEntry = {
    id: makeId(),
    person: on.person.id,
    studiedOn,
    recordedAt: on.now.toISOString(),
    isMadeUp: studiedOn < on.today,
    ...study,
    ...{ reflection: '', sharedWith: null, revision: 1, withdrawnAt: null },
  };
  const before = await on.learning.days(on.person.id, `${on.today.slice(0, 8)}01`);
  const isThisMonth = studiedOn.slice(0, 7) === on.today.slice(0, 7);
  const times = before.reduce((sum, one) => sum + one.entries, isThisMonth ? 1 : 0);
  return {
    placement: 'turn',
    changes: [{ of: 'learning', change: { kind: 'add-entry', entry } }],
    blocks: [
      lead(`已记录：${entry.studied}（${whenStudied(entry, on.today)}）。`),
      remark(`${times > 0 ? `本月学了 ${times} 次。` : ''}只有您本人能看到这条记录。`),
      choices('接下来', ...recallButton(entry), ...entryButtons(entry, on.person)),
    ],
  };
}

function recallButton({ material, place }: LearningEntry): Button[] {
  return [['做一道回忆题', { kind: 'ask-recall', material, place }]];
}

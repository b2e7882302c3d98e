import { can } from '../../../people/abilities.ts';
import type { TrainingClass } from '../../../people/person.ts';
import { fingerprintOf } from '../../../reminder/draft/fingerprint.ts';
import { newDraft } from '../../../reminder/draft/new-draft.ts';
import { readNoticeLine } from '../../../reminder/reading/read-notice-line.ts';
import type { Reminder, ReminderKind } from '../../../reminder/reminder.ts';
import { detailOf } from '../../../reminder/reminder-in-words.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { audited } from '../people/audited.ts';
import { CLASS_GONE } from '../people/classes.ts';
import { classesWhere } from '../people/classes-where.ts';
import { findClass } from '../people/find-class.ts';
import { audiencePage } from './audience.ts';
import { keepText, offerTemplates } from './text.ts';

const MOST_CLASSES = 12;
const NO_CLASS = '您还没有可以发通知的班次。教师只能给自己的班次发通知。';

/** 学习提醒 or 班务通知 for an administrator; for a trainer, a notice to one of their classes. */
export async function newReminder(on: PersonalOccasion): Promise<FeatureReply> {
  if (!can(on.person.role, 'manage-reminders')) return chooseClass(on);
  return {
    placement: 'turn',
    blocks: [
      lead('要新建哪一种？'),
      remark(
        '学习提醒：只发给自己开启了学习提醒的人，每周次数按本人的意愿，早 8 点以前、晚 8 点以后和休息日不发。\n班务通知：开班、调训、补训、问卷等，发给接收范围内的每个人；早晚和休息日顺延，标为加急的除外。',
      ),
      choices(
        '新建',
        ['学习提醒', { kind: 'draft-reminder', of: 'study' }],
        ['班务通知', { kind: 'draft-reminder', of: 'class' }],
        ['返回列表', { kind: 'list-reminders', from: 0 }],
      ),
    ],
  };
}

async function chooseClass(on: PersonalOccasion): Promise<FeatureReply> {
  const classes = await classesWhere('notify-class', on);
  const [only] = classes;
  if (only === undefined) return say(NO_CLASS);
  if (classes.length === 1) return draftNotice({ classId: only.id }, on);
  return {
    placement: 'turn',
    blocks: [lead('给哪个班次发通知？'), choices('班次', ...classButtons(classes))],
  };
}

function classButtons(classes: readonly TrainingClass[]): Button[] {
  return classes
    .slice(0, MOST_CLASSES)
    .map(({ id, name }) => [name, { kind: 'draft-notice', classId: id }]);
}

/** A draft whose audience is still to be chosen. */
export async function draftReminder(
  { of }: Pick<DeedOf<'draft-reminder'>, 'of'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { draft, changes } = await begin(of, [], on);
  return { ...(await audiencePage(draft, on)), changes };
}

/** A draft of a notice to one class, whose words are still to be chosen. */
export async function draftNotice(
  { classId }: Pick<DeedOf<'draft-notice'>, 'classId'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const { draft, changes } = await begin('class', [{ classId, unit: null, role: null }], on);
  return { ...offerTemplates(draft, on), changes };
}

/** A notice whose class and words are known. */
export async function writeNotice(
  { classId, text, when }: Omit<DeedOf<'write-notice'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const { draft, changes } = await begin('class', [{ classId, unit: null, role: null }], on);
  const reply = await keepText(draft, text, when, on);
  return { ...reply, changes: [...changes, ...(reply.changes ?? [])] };
}

/** A notice in a line: 给任职培训班发通知：明天上午9点在一号教室开班. */
export async function noticeInLine(line: string, on: PersonalOccasion): Promise<FeatureReply> {
  const read = readNoticeLine(line);
  if (read === null) return newReminder(on);
  const found = await findClass(read.className, 'notify-class', on);
  if (found.ok) return writeNotice({ classId: found.class.id, text: read.text, when: null }, on);
  const classes = found.several.length > 0 ? found.several : await classesWhere('notify-class', on);
  const buttons = classes.slice(0, MOST_CLASSES).map(({ id, name }): Button => {
    return [name, { kind: 'write-notice', classId: id, text: read.text, when: null }];
  });
  return {
    placement: 'turn',
    blocks: [
      lead(found.problem),
      ...(buttons.length === 0
        ? []
        : [remark('也可以直接点选班次，您写的内容不用重写。'), choices('班次', ...buttons)]),
    ],
  };
}

interface Begun {
  readonly draft: Reminder;
  readonly changes: readonly Change[];
}

/** A new draft, or the person's own that was begun likewise and has no words yet. */
async function begin(
  kind: ReminderKind,
  audience: Reminder['audience'],
  on: PersonalOccasion,
): Promise<Begun> {
  const { person, now, zone } = on;
  const author = { id: person.id, name: person.name };
  const draft = newDraft({ id: makeId(), kind, audience, zone }, author, now);
  const all = await on.reminders.reminders();
  const empty = all.find(
    (one) =>
      one.state === 'draft' &&
      one.author === person.id &&
      fingerprintOf(one) === fingerprintOf(draft),
  );
  if (empty !== undefined) return { draft: empty, changes: [] };
  return {
    draft,
    changes: [
      { of: 'reminder', change: { kind: 'add-reminder', reminder: draft } },
      audited('新建提醒', detailOf(draft, await on.people.classes()), on),
    ],
  };
}

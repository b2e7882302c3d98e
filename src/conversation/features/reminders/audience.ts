import { can } from '../../../people/abilities.ts';
import type { Audience } from '../../../people/audience/audience.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import {
  audienceInFull,
  HOW_TO_WRITE_PARTS,
  PARTS_ON_PAGE,
  partsBy,
  withoutPart,
  withParts,
} from '../people/audience-parts.ts';
import { classesWhere } from '../people/classes-where.ts';
import { changeDraft } from './change-draft.ts';
import { withDraft } from './opened-reminder.ts';
import { waitFor } from './wait-for.ts';

const PAGE = PARTS_ON_PAGE;

/** Who is to get it. A trainer's notice goes to one of their classes as a whole. */
export function chooseAudience(
  { reminder }: DeedOf<'choose-audience'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (draft) =>
    can(on.person.role, 'manage-reminders') ? audiencePage(draft, on) : chooseOtherClass(draft, on),
  );
}

/** The parts that are chosen, and ways to add to them; a text is read as a part too. */
export async function audiencePage(
  draft: Reminder,
  on: PersonalOccasion,
  said: string | null = null,
  more: readonly Button[] = [],
): Promise<FeatureReply> {
  const { audience } = draft;
  return {
    placement: 'turn',
    state: waitFor(draft, 'audience', on),
    blocks: [
      ...(said === null ? [] : [lead(said)]),
      ...(audience.length === 0
        ? [lead('发给谁？')]
        : [lead(`现在的范围：${await audienceInFull(audience, on)}`)]),
      remark(HOW_TO_WRITE_PARTS),
      choices(
        '接收范围',
        ...chosen(draft),
        ...(await waysToAdd(draft, on)),
        ...afterwards(draft),
        ...more,
      ),
    ],
  };
}

async function waysToAdd({ id }: Reminder, on: PersonalOccasion): Promise<Button[]> {
  const by = (label: string, what: DeedOf<'list-audience'>['by']): Button => [
    label,
    { kind: 'list-audience', reminder: id, by: what, from: 0 },
  ];
  const filters = await on.reminders.filters();
  return [
    by('按班次', 'class'),
    by('按单位', 'unit'),
    by('按角色', 'role'),
    ...(filters.length === 0 ? [] : [by('常用范围', 'filter')]),
  ];
}

function chosen({ id, audience }: Reminder): Button[] {
  return audience.length === 0 ? [] : [['范围选好了', { kind: 'open-reminder', reminder: id }]];
}

function afterwards({ id, audience }: Reminder): Button[] {
  if (audience.length === 0) return [['删除草稿', { kind: 'ask-drop-reminder', reminder: id }]];
  return [
    ['保存为常用范围', { kind: 'write-in-reminder', reminder: id, what: 'filter' }],
    ...audience.map(
      (part, at): Button => [
        audience.length === 1 ? '重新选' : `去掉第 ${at + 1} 项`,
        { kind: 'drop-part', reminder: id, part },
      ],
    ),
  ];
}

/** Classes, units, roles or saved audiences to choose from. */
export function listAudience(
  { reminder, by, from }: DeedOf<'list-audience'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async () => {
    const all = await optionsOf(by, reminder, on);
    const page = all.slice(from, from + PAGE);
    if (page.length === 0) return say('这里还没有可以选的。请换一种方式选择，或者直接写出范围。');
    const more: Button[] =
      all.length > from + PAGE
        ? [['下一页', { kind: 'list-audience', reminder, by, from: from + PAGE }]]
        : [];
    return {
      placement: 'turn',
      state: waitFor({ id: reminder }, 'audience', on),
      blocks: [
        lead('请选择'),
        choices('接收范围', ...page, ...more, ['返回', { kind: 'choose-audience', reminder }]),
      ],
    };
  });
}

async function optionsOf(
  by: DeedOf<'list-audience'>['by'],
  reminder: string,
  on: PersonalOccasion,
): Promise<Button[]> {
  switch (by) {
    case 'class':
    case 'unit':
    case 'role':
      return (await partsBy(by, await classesWhere('notify-class', on), on)).map(
        ([label, part]): Button => [label, { kind: 'add-part', reminder, part }],
      );
    case 'filter':
      return (await on.reminders.filters()).map(
        ({ id, name }): Button => [name, { kind: 'use-filter', reminder, filter: id }],
      );
    default:
      return by satisfies never;
  }
}

export function addPart(
  { reminder, part }: DeedOf<'add-part'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (draft) => addParts(draft, [part], on));
}

/** Parts that are there already stay as they are. */
export async function addParts(
  before: Reminder,
  parts: Audience,
  on: PersonalOccasion,
  more: readonly Button[] = [],
): Promise<FeatureReply> {
  const { draft, change } = changeDraft(before, { audience: withParts(before.audience, parts) });
  return { ...(await audiencePage(draft, on, null, more)), changes: [change] };
}

export function dropPart(
  { reminder, part }: DeedOf<'drop-part'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (before) => {
    const audience = withoutPart(before.audience, part);
    const { draft, change } = changeDraft(before, { audience });
    return { ...(await audiencePage(draft, on)), changes: [change] };
  });
}

async function chooseOtherClass(
  { id, audience }: Reminder,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const others = (await classesWhere('notify-class', on)).filter(
    (one) => !audience.some(({ classId }) => classId === one.id),
  );
  const back: Button = ['返回预览', { kind: 'open-reminder', reminder: id }];
  const deeds = others
    .slice(0, PAGE)
    .map((one): Button => [one.name, { kind: 'move-notice', reminder: id, classId: one.id }]);
  return {
    placement: 'turn',
    blocks: [
      lead(others.length === 0 ? '您只有这一个班次，范围不能改。' : '改为发给哪个班次？'),
      plain('教师的通知发给整个班次的学员。要发给其他人的，请联系管理员。'),
      choices('班次', ...deeds, back),
    ],
  };
}

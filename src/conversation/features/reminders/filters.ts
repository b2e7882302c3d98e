import type { Reminder } from '../../../reminder/reminder.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { addParts, audiencePage } from './audience.ts';
import { withDraft } from './opened-reminder.ts';
import { waitFor } from './wait-for.ts';

const LONGEST_NAME = 30;
const FILTER_GONE = '这个常用范围已经删除。';

/** The name of an audience that is to be kept for other reminders. */
export async function saveFilter(
  draft: Reminder,
  words: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const name = words.replace(/\s+/gu, ' ').trim();
  const problem = await problemOf(name, draft, on);
  if (problem !== null) {
    return { placement: 'turn', state: waitFor(draft, 'filter', on), blocks: [lead(problem)] };
  }
  const filter = { id: makeId(), name, audience: draft.audience };
  const page = await audiencePage(draft, on, `已保存为常用范围“${name}”。`);
  return { ...page, changes: [{ of: 'reminder', change: { kind: 'save-filter', filter } }] };
}

async function problemOf(
  name: string,
  { audience }: Reminder,
  { reminders }: PersonalOccasion,
): Promise<string | null> {
  if (audience.length === 0) return '还没有选范围，没有保存。请先选范围，再保存。';
  if ([...name].length > LONGEST_NAME) return `名称最多 ${LONGEST_NAME} 个字，请写短一些。`;
  const isTaken = (await reminders.filters()).some((one) => one.name === name);
  return isTaken ? `已经有名为“${name}”的常用范围，请换一个名称。` : null;
}

export function askFilterName(draft: Reminder, on: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: waitFor(draft, 'filter', on),
    blocks: [
      lead('这个范围叫什么名称？'),
      remark('例如“各县干训干部”。以后新建时可以直接选用；改动它不影响已经确认的通知提醒。'),
      choices('常用范围', ['返回选范围', { kind: 'choose-audience', reminder: draft.id }]),
    ],
  };
}

/** Takes a saved audience into a draft. */
export function applyFilter(
  { reminder, filter }: Pick<DeedOf<'use-filter'>, 'reminder' | 'filter'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (draft) => {
    const found = (await on.reminders.filters()).find(({ id }) => id === filter);
    if (found === undefined) return audiencePage(draft, on, FILTER_GONE);
    return addParts(draft, found.audience, on, [
      [`删除常用范围“${found.name}”`, { kind: 'ask-drop-filter', reminder, filter }],
    ]);
  });
}

export async function confirmDroppingFilter(
  { reminder, filter }: DeedOf<'ask-drop-filter'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = (await on.reminders.filters()).find(({ id }) => id === filter);
  if (found === undefined) return say(FILTER_GONE);
  return {
    placement: 'turn',
    blocks: [
      lead(`删除常用范围“${found.name}”？`),
      remark('只删除这个名称，已经写好和正在发送的通知提醒不受影响。'),
      choices(
        '确认删除',
        ['确定删除', { kind: 'drop-filter', reminder, filter }],
        ['不删除', { kind: 'choose-audience', reminder }],
      ),
    ],
  };
}

export function dropFilter(
  { reminder, filter }: DeedOf<'drop-filter'>,
  _on: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    changes: [{ of: 'reminder', change: { kind: 'drop-filter', id: filter } }],
    blocks: [
      lead('已删除这个常用范围。'),
      choices('接收范围', ['返回选范围', { kind: 'choose-audience', reminder }]),
    ],
  };
}

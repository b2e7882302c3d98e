import type { EntryFields } from '../../../checkin/store.ts';
import { problemOfDate } from '../../../checkin/study-date.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { entryLine, whenStudied } from './entry-words.ts';
import { ENTRY_GONE, entryButtons } from './share.ts';
import { studyAt, studyInWords } from './study.ts';

export async function offerEditing(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  return {
    placement: 'turn',
    blocks: [
      lead(`修改：${entryLine(entry)}`),
      choices(
        '修改什么',
        ['改学习内容', { kind: 'write-study', entry: id }],
        ['改日期', { kind: 'choose-day', entry: id }],
        ['改体会', { kind: 'write-reflection', entry: id }],
      ),
    ],
  };
}

export async function askForStudy(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'study-again', entry: id },
    blocks: [
      lead('请写新的学习内容，或者从资料中选择。'),
      remark(`现在是：${entry.studied}。发送“取消”不作修改。`),
      choices('学习内容', [
        '资料章节',
        { kind: 'choose-place', material: null, chapter: null, on: null, entry: id },
      ]),
    ],
  };
}

export async function askForReflection(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  const now = entry.reflection === '' ? '' : `现在是：${entry.reflection}\n`;
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'reflection', entry: id },
    blocks: [lead('请写一句体会。'), remark(`${now}最多 1000 个字，发送“取消”不写。`)],
  };
}

export async function changeStudy(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  return change(on.pending.entry, await studyInWords(text, on), on);
}

export async function changeReflection(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  return change(on.pending.entry, { reflection: text }, on);
}

export async function movePlace(
  { entry, material, place }: DeedOf<'move-place'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const study = await studyAt(material, place, on);
  return study === null
    ? say('资料已经更新，没有这个位置了，没有修改。')
    : change(entry, study, on);
}

export async function moveDay(
  { entry, on: day }: DeedOf<'move-day'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const problem = problemOfDate(day, on.today);
  if (problem !== null) return say(problem);
  return change(entry, { studiedOn: day, isMadeUp: day < on.today }, on);
}

async function change(
  id: string | null,
  fields: EntryFields,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const before = id === null ? null : await on.learning.entry(on.person.id, id);
  if (before === null) return say(ENTRY_GONE);
  const entry = { ...before, ...fields };
  const changed: Change = {
    of: 'learning',
    change: { kind: 'change-entry', person: on.person.id, id: entry.id, fields },
  };
  const shared = entry.sharedWith === null ? '' : '这条记录已分享，教师看到的是修改后的内容。';
  return {
    placement: 'turn',
    changes: [changed],
    blocks: [
      lead(`已修改：${entry.studied}（${whenStudied(entry, on.today)}）。`),
      ...(entry.reflection === '' ? [] : [remark(`体会：${entry.reflection}`)]),
      ...(shared === '' ? [] : [remark(shared)]),
      choices('这条记录', ...entryButtons(entry, on.person)),
    ],
  };
}

/** Nothing is withdrawn before it is confirmed. */
export async function confirmWithdrawing(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  return {
    placement: 'turn',
    blocks: [
      lead(`撤回“${entryLine(entry)}”？`),
      remark('撤回后内容和体会一并删除，不能恢复。对话中的原话可以用“清除记录”删除。'),
      choices(
        '确认撤回',
        ['确定撤回', { kind: 'withdraw', entry: id }],
        ['不撤回', { kind: 'open-entry', entry: id }],
      ),
    ],
  };
}

export async function withdraw(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  const at = on.now.toISOString();
  return {
    ...say('已撤回，这条记录的内容已经删除。'),
    changes: [{ of: 'learning', change: { kind: 'withdraw-entry', person: on.person.id, id, at } }],
  };
}

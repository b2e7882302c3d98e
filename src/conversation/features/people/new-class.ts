import { readClassLine } from '../../../people/class-line.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { audited } from './audited.ts';

export function askNewClass({ state }: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: { ...state, expecting: 'new-class' },
    blocks: [
      lead('请发送班次名称和起止日期。'),
      plain('例如：2026年县处级干部任职培训班 2026-12-01 2026-12-10'),
      remark('只有一天的，写一个日期。发送“取消”不新建。'),
    ],
  };
}

export async function createClass(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const read = readClassLine(text);
  if (!read.ok) return { ...say(read.problem), state: { ...on.state, expecting: 'new-class' } };
  const created = { id: makeId(), ...read.class };
  const classId = created.id;
  const existing = (await on.people.classes()).some(({ name }) => name === created.name);
  return {
    placement: 'turn',
    changes: [
      { of: 'people', change: { kind: 'add-class', class: created, at: on.now.toISOString() } },
      audited('新建班次', created.name, on),
    ],
    blocks: [
      lead(`已新建班次“${created.name}”（${created.startsOn} 至 ${created.endsOn}）。`),
      ...(existing ? [remark('注意：已经有一个同名的班次。')] : []),
      choices(
        '接下来',
        ['邀请教师', { kind: 'invite-trainer', classId }],
        ['邀请学员', { kind: 'invite-learners', classId, places: 60 }],
        ['导入名单', { kind: 'ask-import', classId }],
      ),
    ],
  };
}

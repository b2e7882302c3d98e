import { nameOf } from '../../../people/person.ts';
import type { Kit } from '../../../seminar/kit.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock, TableBlock } from '../../reply.ts';
import { heldOnInWords } from './day-in-words.ts';
import { goneRemark, type OpenedKit, withKit } from './opened-kit.ts';
import { countsByStage } from './stages.ts';

export function openKit(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withKit(id, on, async (opened) => ({
    placement: 'turn',
    blocks: await kitBlocks(opened, on),
  }));
}

/** A kit in brief: what it is about and for whom, the times, and what can be done with it. */
export async function kitBlocks(opened: OpenedKit, on: PersonalOccasion): Promise<DraftBlock[]> {
  const { kit } = opened;
  return [
    heading(`研讨方案：${kit.order.topic}`),
    ...(kit.grounding === 'full' ? [] : [remark(kit.groundingNote)]),
    ...goneRemark(opened),
    lead(`聚焦问题：${kit.focus}`),
    plain((await factsOf(opened, on)).join('\n')),
    agendaTable(kit),
    choices('研讨方案', ...contentButtons(opened)),
  ];
}

async function factsOf({ record, kit, right }: OpenedKit, on: PersonalOccasion): Promise<string[]> {
  const { order, groups } = kit;
  const found = record.classId === null ? null : await on.people.class(record.classId);
  const day = record.heldOn === null ? '未定' : heldOnInWords(record.heldOn, on.today);
  const owner = right === 'own' ? null : await on.people.person(record.owner);
  const counts = countsByStage(kit).map(({ stage, count }) => `${stage} ${count}`);
  return [
    `对象：${order.audience}，${order.people} 人，分 ${groups.length} 组`,
    `方法：${order.method}，共 ${order.minutes} 分钟`,
    found === null && record.heldOn === null
      ? '班次和日期：未定'
      : `班次：${found === null ? '未定' : found.name}；日期：${day}`,
    `题目：${kit.questions.length} 道（${counts.join('，')}）`,
    `政策依据：${kit.basis.length === 0 ? '无' : `引文 ${kit.basis.length} 处`}`,
    `版本：第 ${record.version} 版`,
    ...(right === 'own' ? [] : [`共享人：${owner === null ? '已离开' : nameOf(owner)}`]),
  ];
}

/** 环节, with its time and tool, and the sum. */
export function agendaTable({ agenda }: Pick<Kit, 'agenda'>): TableBlock {
  const total = agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    kind: 'table',
    caption: '流程与时间',
    columns: ['环节', '时长', '工具'],
    rows: [
      ...agenda.map(({ step, minutes, tool }) => [step, `${minutes} 分钟`, tool]),
      ['合计', `${total} 分钟`, ''],
    ],
  };
}

function contentButtons({ record, kit, right }: OpenedKit): Button[] {
  const { id } = record;
  const common: Button[] = [
    ['题目', { kind: 'list-questions', kit: id, stage: 0 }],
    ...(kit.basis.length === 0
      ? []
      : ([['政策依据', { kind: 'show-basis', kit: id, from: 0 }]] as Button[])),
    ['Word 三份合一', { kind: 'export-kit', kit: id, as: 'all' }],
    ['其他导出', { kind: 'offer-export', kit: id }],
    ['开展研讨', { kind: 'open-sessions', kit: id }],
  ];
  if (right === 'read') return [...common, ['复制', { kind: 'ask-copy-kit', kit: id }]];
  return [
    ...common,
    ['修改', { kind: 'offer-kit-changes', kit: id }],
    ['班次和日期', { kind: 'choose-kit-class', kit: id }],
    ['版本和共享', { kind: 'offer-kit-affairs', kit: id }],
  ];
}

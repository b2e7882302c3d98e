import { choices, lead, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';

const ALREADY_GONE = '这份研讨方案已经删除，或者不是您做的。';

/** Nothing is deleted before it is confirmed. */
export async function confirmRemovingKit(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const record = await on.seminars.kit(id);
  if (record === null || record.owner !== on.person.id) return say(ALREADY_GONE);
  const readers = await on.seminars.readers(id);
  const lost = readers.length === 0 ? '' : `已共享给 ${readers.length} 人，对方也不能再看到。`;
  return {
    placement: 'turn',
    blocks: [
      lead('删除这份研讨方案？'),
      remark(`删除后各个版本一并删除，不能恢复。${lost}已经导出的文件和研讨记录不受影响。`),
      choices(
        '确认删除',
        ['确定删除', { kind: 'remove-kit', kit: id }],
        ['不删除', { kind: 'open-kit', kit: id }],
      ),
    ],
  };
}

export async function removeKit(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const record = await on.seminars.kit(id);
  if (record === null || record.owner !== on.person.id) return say(ALREADY_GONE);
  return {
    placement: 'turn',
    changes: [{ of: 'seminar', change: { kind: 'remove-kit', id } }],
    blocks: [
      lead('已删除。'),
      choices('研讨方案', ['我的研讨方案', { kind: 'list-kits', from: 0 }]),
    ],
  };
}

import { timeIn } from '../../../clock.ts';
import { heading, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';

const MOST_LINES = 30;

/** What administrators, trainers and the operator did, the newest first. */
export async function openAudit({ people, zone }: PersonalOccasion): Promise<FeatureReply> {
  const lines = await people.audit(MOST_LINES);
  if (lines.length === 0) return say('还没有操作记录。');
  const told = lines.map(({ at, actor, actorName, deed, detail }) => {
    const who = actor === null ? '运维（本机命令）' : (actorName ?? '');
    return `${timeIn(zone, new Date(at))} ${who || '未填姓名'} ${deed}：${detail}`;
  });
  return {
    placement: 'turn',
    blocks: [
      heading('操作记录'),
      plain(told.join('\n')),
      remark(`只列最近 ${MOST_LINES} 条；更早的由运维用 people audit 查看。`),
    ],
  };
}

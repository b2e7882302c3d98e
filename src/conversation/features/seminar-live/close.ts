import type { SeminarSession } from '../../../seminar/session/session.ts';
import { choices, lead, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { audited } from '../people/audited.ts';
import { mayClose, steering } from './access.ts';
import { SESSION_GONE, sessionName } from './words.ts';

const NOT_YOURS_TO_CLOSE = '这场研讨由他人主持，只有主持的教师和管理员可以结束。';
const CLOSED_ALREADY = '这场研讨已经结束。';

/** Nothing is ended before it is confirmed. */
export async function confirmClosing(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return toClose(id, on, (session) => {
    const isOwner = session.owner === on.person.id;
    return {
      placement: 'turn',
      blocks: [
        lead(`结束研讨${sessionName(session)}？`),
        remark(
          '结束以后不能再收集、投票，研讨码作废。谁参加、谁提的、谁投过票的记录和学员对话中的发言一律清除，不能恢复；意见、得分和记录表保留，责任主体、时限等仍可补充。',
        ),
        choices(
          '确认',
          ['确定结束', { kind: 'close-session', session: id }],
          ['不结束', isOwner ? { kind: 'open-panel', session: id } : { kind: 'cancel' }],
        ),
      ],
    };
  });
}

export async function closeSession(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return toClose(id, on, async (session) => {
    const at = on.now.toISOString();
    const change: Change = { of: 'seminar', change: { kind: 'close-session', session: id, at } };
    const people = await on.seminars.participants(id);
    const told = lead(`研讨${sessionName(session)}已经结束，结束时有 ${people} 人在研讨中。`);
    const wiped = remark('参加、发言、投票与人的对应关系已经清除。');
    if (session.owner !== on.person.id) {
      return {
        placement: 'turn',
        changes: [change, audited('结束研讨', sessionName(session), on)],
        blocks: [told, wiped],
      };
    }
    return steering(session, on, {
      changes: [change],
      blocks: [
        told,
        wiped,
        choices(
          '研讨',
          ['记录表', { kind: 'show-record', session: id }],
          ['我主持的研讨', { kind: 'list-sessions' }],
        ),
      ],
    });
  });
}

async function toClose(
  id: string,
  on: PersonalOccasion,
  act: (session: SeminarSession) => FeatureReply | Promise<FeatureReply>,
): Promise<FeatureReply> {
  const session = await on.seminars.session(id);
  if (session === null) return say(SESSION_GONE);
  if (!mayClose(session, on)) return say(NOT_YOURS_TO_CLOSE);
  return session.closedAt === null ? act(session) : say(CLOSED_ALREADY);
}

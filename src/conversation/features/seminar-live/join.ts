import { can } from '../../../people/abilities.ts';
import { readSessionCode } from '../../../seminar/session/session-code.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, type PersonalOccasion, say } from '../../feature.ts';
import { OUT_OF_SEMINAR } from '../../state.ts';
import type { Change } from '../../store.ts';
import { listKits } from '../seminar-kit/list-kits.ts';
import { inSession } from './access.ts';
import { listSessions } from './open-sessions.ts';
import { openPanel } from './panel.ts';
import { openSeat, seatBlocks } from './seat.ts';
import { sessionSays } from './speak.ts';
import { sessionName } from './words.ts';

/**
 * Takes part in the session of a code, or shows the one that the person is in.
 *
 * @param text the code; empty or anything else where it was left out
 */
export async function joinSession(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const code = readSessionCode(text);
  if (code === null) return text.trim() === '' ? whereIAm(on) : say(NO_CODE);
  const session = await on.seminars.sessionByCode(code);
  if (session === null) {
    return say(`没有研讨码为 ${code} 的研讨，或者研讨已经结束。请核对教师给出的六位数字。`);
  }
  if (session.owner === on.person.id) return openPanel(session.id, on);
  if (await on.seminars.takesPart(session.id, on.person.id)) return openSeat(session.id, on);
  const { id } = session;
  const change = { session: id, person: on.person.id };
  const joining: Change = { of: 'seminar', change: { kind: 'join', ...change } };
  return inSession(session, on, {
    changes: [joining],
    blocks: [
      lead(`已加入研讨${sessionName(session)}。`),
      remark(whatIsKept(on)),
      ...(await seatBlocks(session, on)),
    ],
  });
}

/** Sessions among which one is under way, where any is. */
const LATEST = 12;
const NO_CODE = '研讨码是六位数字，请写成“研讨 123456”的形式发送，号码由主持的教师给出。';

function whatIsKept({ carrier, model }: PersonalOccasion): string {
  const beyond = carrier === null ? '' : `${carrier} 聊天窗口中的消息请自行删除。`;
  const unsent =
    model === null ? '' : '研讨中的意见和投票不发送给模型服务，句末带问号的按提问答复。';
  return `发言和投票不显示姓名，教师也看不到；研讨结束后，谁参加、谁提的、谁投过票的记录一律清除，只留意见和得分，以后发来的话按提问答复。${unsent}${beyond}`;
}

/** Six digits alone: a code where an open session has it, and otherwise what they were before. */
export async function takeDigits(text: string, on: Occasion): Promise<FeatureReply> {
  const code = readSessionCode(text) ?? '';
  const isCode = (await on.seminars.sessionByCode(code)) !== null;
  if (isCode) return on.perform({ kind: 'intent', intent: 'join-session', text: code }, on);
  if (on.person !== null && on.state.seminar?.part === 'participant') {
    return sessionSays(text, { ...on, person: on.person });
  }
  return on.perform({ kind: 'intent', intent: 'ask', text }, on);
}

/** The session that texts belong to now, or those that there are. */
async function whereIAm(on: PersonalOccasion): Promise<FeatureReply> {
  const { seminar } = on.state;
  if (seminar !== null) {
    return seminar.part === 'owner'
      ? openPanel(seminar.session, on)
      : openSeat(seminar.session, on);
  }
  const joined = await on.seminars.joined(on.person.id);
  const only = joined[0];
  const steers = can(on.person.role, 'run-seminar');
  if (steers && only === undefined) {
    const own = await on.seminars.sessions(on.person.id, LATEST);
    const isUnderWay = own.some(({ closedAt }) => closedAt === null);
    return isUnderWay ? listSessions(on) : listKits(0, on);
  }
  if (only === undefined) return say(`您没有参加研讨。${NO_CODE}`);
  if (joined.length === 1 && !steers) return openSeat(only.id, on);
  const buttons = joined.map((one): readonly [string, Deed] => [
    sessionName(one),
    { kind: 'open-seat', session: one.id },
  ]);
  const own: (readonly [string, Deed])[] = steers
    ? [['我主持的研讨', { kind: 'list-sessions' }]]
    : [];
  return {
    placement: 'turn',
    blocks: [lead('您参加的研讨'), choices('研讨', ...buttons, ...own)],
  };
}

/** What was said stays without its writer; the code leads back. */
export async function leaveSession(id: string | null, on: PersonalOccasion): Promise<FeatureReply> {
  const { seminar } = on.state;
  const named = id ?? (seminar?.part === 'participant' ? seminar.session : null);
  const [first = null] = named === null ? await on.seminars.joined(on.person.id) : [];
  const session = named === null ? first : await on.seminars.session(named);
  const state = { ...on.state, ...OUT_OF_SEMINAR };
  const isIn = session !== null && (await on.seminars.takesPart(session.id, on.person.id));
  if (session === null || !isIn) return { ...say('您没有在参加研讨。'), state };
  const change = { kind: 'leave', session: session.id, person: on.person.id } as const;
  return {
    ...{ placement: 'turn', session: session.id, state },
    changes: [{ of: 'seminar', change }],
    blocks: [
      lead(`已退出研讨${sessionName(session)}。`),
      plain(
        `您提过的意见留在清单上，不再与您对应，也不能再撤回；投过的票仍然有效。要回来的，请发送“研讨 ${session.code}”。`,
      ),
    ],
  };
}

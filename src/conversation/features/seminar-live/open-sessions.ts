import { dateIn } from '../../../clock.ts';
import type { Kit } from '../../../seminar/kit.ts';
import { positionInWords } from '../../../seminar/session/next-phase.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { makeSessionCode } from '../../../seminar/session/session-code.ts';
import { choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';
import { type OpenedKit, withKit } from '../seminar-kit/opened-kit.ts';
import { openedPanel } from './panel.ts';
import { byGroup, nameOf } from './words.ts';

/** Sessions in a list, the newest first. */
const MOST_SESSIONS = 12;

/** The sessions of a kit, and new ones: one for the whole class, or one for each group. */
export function openSessions(kitId: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withKit(kitId, on, ({ kit }) => sessionsOf(kitId, kit, on));
}

async function sessionsOf(kitId: string, kit: Kit, on: PersonalOccasion): Promise<FeatureReply> {
  const all = await on.seminars.sessionsOfKit(kitId);
  const own = all
    .filter(({ owner }) => owner === on.person.id)
    .toSorted((one, other) => (one.openedAt === other.openedAt ? byGroup(one, other) : 0));
  const groups: (readonly [string, Deed])[] =
    kit.groups.length < 2
      ? []
      : [
          [
            `分组各一场（${kit.groups.length} 组）`,
            { kind: 'start-sessions', kit: kitId, inGroups: true },
          ],
        ];
  return {
    placement: 'turn',
    blocks: [
      heading(`开展研讨：${kit.order.topic}`),
      ...(await overview(own.slice(0, MOST_SESSIONS + kit.groups.length), on)),
      plain(
        '全班一场，大家用同一个研讨码，意见合在一起；分组各一场，每组一个研讨码，各组分别收集、投票，各有一份记录表。',
      ),
      decision(
        '新的研讨',
        ['全班一场', { kind: 'start-sessions', kit: kitId, inGroups: false }],
        ...groups,
      ),
    ],
  };
}

export function startSessions(
  { kit, inGroups }: DeedOf<'start-sessions'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withKit(kit, on, (opened) => started(opened, inGroups, on));
}

async function started(
  { record, kit }: OpenedKit,
  inGroups: boolean,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id: kitId } = record;
  const names = inGroups ? kit.groups.map(({ name }) => name) : [''];
  const codes = await freshCodes(names.length, on);
  const opened = names.map(
    (group, at): SeminarSession => ({
      ...{ id: makeId(), code: codes[at] as string, kitId, classId: record.classId, group },
      ...{ owner: on.person.id, topic: kit.order.topic, focus: kit.focus },
      ...{ round: 'problem', phase: 'collect', step: 0, timer: null },
      ...{ openedAt: on.now.toISOString(), closedAt: null },
    }),
  );
  const changes = opened.map(
    (session): Change => ({ of: 'seminar', change: { kind: 'open-session', session } }),
  );
  const only = opened[0];
  if (opened.length === 1 && only !== undefined) {
    return { ...openedPanel(only, on), changes };
  }
  return {
    placement: 'turn',
    changes,
    blocks: [
      lead(`已开始 ${opened.length} 场研讨，请把研讨码告诉各组。`),
      plain(opened.map(({ group, code }) => `${group}：发送“研讨 ${code}”`).join('\n')),
      remark('加入前须先登录。各组的进度点组名查看，由您分别操作。'),
      choices('各组', ...opened.map(panelButton), [
        '全部进度',
        { kind: 'open-sessions', kit: kitId },
      ]),
    ],
  };
}

/** Codes that no open session has; the records make sure of it once more. */
async function freshCodes(count: number, on: PersonalOccasion): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = makeSessionCode();
    if ((await on.seminars.sessionByCode(code)) === null) codes.add(code);
  }
  return [...codes];
}

/** All that the person steers or has steered, the newest first. */
export async function listSessions(on: PersonalOccasion): Promise<FeatureReply> {
  const sessions = await on.seminars.sessions(on.person.id, MOST_SESSIONS);
  if (sessions.length === 0) {
    return say(
      '您还没有主持过研讨。请先准备一份研讨方案，再从方案开展研讨；参加他人主持的研讨，请发送“研讨 123456”，号码由主持的教师给出。',
    );
  }
  return {
    placement: 'turn',
    blocks: [heading('我主持的研讨'), ...(await overview(sessions, on))],
  };
}

/** How far each has come, and a button to each. */
async function overview(
  sessions: readonly SeminarSession[],
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  if (sessions.length === 0) return [];
  const rows = await Promise.all(sessions.map((session) => progressOf(session, on)));
  return [
    {
      ...{ kind: 'table', caption: '已有的研讨', rows },
      columns: ['研讨', '研讨码', '进度', '参加'],
    },
    choices('打开', ...sessions.map(panelButton)),
  ];
}

async function progressOf(session: SeminarSession, on: PersonalOccasion): Promise<string[]> {
  const people = await on.seminars.participants(session.id);
  const day = dateIn(on.zone, new Date(session.openedAt));
  const name = session.group === '' ? `${session.topic}（${day}）` : `${session.group}（${day}）`;
  const { code, closedAt, round } = session;
  if (closedAt !== null) return [name, '—', '已结束', `${people} 人`];
  const said = (await on.seminars.contributions(session.id, round)).length;
  return [name, code, `${positionInWords(session)}，${nameOf(round)} ${said} 条`, `${people} 人`];
}

function panelButton(session: SeminarSession): readonly [string, Deed] {
  const { id, group, code, closedAt } = session;
  const name = group === '' ? '全班' : group;
  const label = closedAt === null ? `${name} ${code}` : `${name}（已结束）`;
  return [label, { kind: 'open-panel', session: id }];
}

import { can } from '../../../people/abilities.ts';
import { positionInWords } from '../../../seminar/session/next-phase.ts';
import { choicesWanted } from '../../../seminar/session/read-ballot.ts';
import { LONGEST_CONTRIBUTION } from '../../../seminar/session/read-contribution.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { standing } from '../../../seminar/session/standing.ts';
import { leading, tally } from '../../../seminar/session/tally.ts';
import { timerInWords } from '../../../seminar/session/timer.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { asParticipant, inSession } from './access.ts';
import { pickButtons } from './ballot-buttons.ts';
import { nameOf, numbersInWords, sessionName, tallyLines, taskOf, votableLine } from './words.ts';

export const REFRESH = '看看进行到哪一步';

/** Where a session stands and what to do now, as who takes part sees it. */
export async function openSeat(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) =>
    inSession(session, on, { blocks: await seatBlocks(session, on) }),
  );
}

export async function seatBlocks(
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const { timer } = session;
  const clock = timer === null ? [] : [`计时：${timerInWords(timer, on.now)}`];
  const about = [`研讨：${sessionName(session)}`, ...clock].join('\n');
  return [
    lead(positionInWords(session)),
    plain(about),
    ...(await whatToDo(session, on)),
    ...managing(session, on),
  ];
}

/** The way back to one's own; an administrator may end what its trainer has left open. */
function managing({ id }: SeminarSession, { person }: PersonalOccasion): DraftBlock[] {
  if (!can(person.role, 'run-seminar')) return [];
  const ending: (readonly [string, Deed])[] = can(person.role, 'administer')
    ? [['结束这场研讨', { kind: 'ask-close-session', session: id }]]
    : [];
  return [choices('主持', ['我主持的研讨', { kind: 'list-sessions' }], ...ending)];
}

async function whatToDo(session: SeminarSession, on: PersonalOccasion): Promise<DraftBlock[]> {
  switch (session.phase) {
    case 'collect':
      return collecting(session, on);
    case 'merge':
      return [
        plain(`${nameOf(session.round)}已经收齐，教师正在归并相同的意见。宣布投票后请再看。`),
        seatButtons(session),
      ];
    case 'vote':
      return voting(session, on);
    case 'result':
      return published(session, on);
    default:
      return session.phase satisfies never;
  }
}

async function collecting(session: SeminarSession, on: PersonalOccasion): Promise<DraftBlock[]> {
  const own = await on.seminars.own(session.id, session.round, on.person.id);
  const said = own.length === 0 ? '' : `您在本轮已提 ${own.length} 条。`;
  return [
    plain(
      `${taskOf(session)}直接发送即可，一条消息写一条，不超过 ${LONGEST_CONTRIBUTION} 个字。${said}`,
    ),
    remark(
      '这时各写各的，互相看不到；不批评、不打断、不重复。句末带问号的按提问答复，不记入研讨。收集时要用其他功能，请用“/”开头的命令，例如“/records”。',
    ),
    seatButtons(session, own.length),
  ];
}

async function voting(session: SeminarSession, on: PersonalOccasion): Promise<DraftBlock[]> {
  const { id, round } = session;
  if (await on.seminars.hasVoted(id, round, on.person.id)) {
    return [plain('您在本轮已经投票。公布结果后请再看。'), seatButtons(session)];
  }
  return [...(await ballotBlocks(session, on)), seatButtons(session)];
}

/** The list, and how to vote. */
export async function ballotBlocks(
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const contributions = await on.seminars.contributions(session.id, session.round);
  const wanted = choicesWanted(contributions);
  if (wanted === 0) return [plain('清单上没有意见，本轮不投票。')];
  const list = standing(contributions);
  const example = list
    .slice(0, wanted)
    .map(({ contribution }) => contribution.number)
    .join(' ');
  const buttons = pickButtons(session, list, []);
  const points = ['3', '3、2', '3、2、1'][wanted - 1];
  return [
    plain(list.map(votableLine).join('\n')),
    plain(
      `请按先后选 ${wanted} 条，依次得 ${points} 分，只能投一次。可以发送编号，例如“${example}”${buttons.length === 0 ? '' : '，也可以依次点下面的编号'}。`,
    ),
    ...buttons,
  ];
}

async function published(session: SeminarSession, on: PersonalOccasion): Promise<DraftBlock[]> {
  const { id, round } = session;
  const contributions = await on.seminars.contributions(id, round);
  const lines = tally(contributions, await on.seminars.votes(id, round));
  const first = leading(lines).map(({ contribution }) => contribution);
  const ballots = await on.seminars.ballots(id, round);
  const tie = first.length > 1 ? `${numbersInWords(first)}并列第一。` : '';
  return [
    plain(`${nameOf(round)}投票结果（${ballots} 人投票）：${tie}`),
    plain(lines.length === 0 ? '本轮没有意见。' : tallyLines(lines).join('\n')),
    seatButtons(session),
  ];
}

/** @param own how many contributions of one's own there are to look at */
export function seatButtons({ id: session }: SeminarSession, own = 0): DraftBlock {
  const mine: (readonly [string, Deed])[] =
    own === 0 ? [] : [['我提的意见', { kind: 'list-own', session }]];
  return choices('研讨', [REFRESH, { kind: 'open-seat', session }], ...mine, [
    '退出研讨',
    { kind: 'leave-session', session },
  ]);
}

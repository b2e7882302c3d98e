import { positionInWords } from '../../../seminar/session/next-phase.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { standing } from '../../../seminar/session/standing.ts';
import { timerInWords } from '../../../seminar/session/timer.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { asOwner, steering } from './access.ts';
import type { Counts } from './counts.ts';
import { stepButtons } from './panel-buttons.ts';
import { resultBlocks } from './result.ts';
import { nameOf, sessionName } from './words.ts';

/** Where a session stands, and everything that its trainer can do with it. */
export async function openPanel(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asOwner(id, on, (session) => panel(session, on));
}

/** The panel of a session as it is now, or will be once the reply is kept. */
export async function panel(
  session: SeminarSession,
  on: PersonalOccasion,
  told: readonly DraftBlock[] = [],
): Promise<FeatureReply> {
  if (session.closedAt !== null) return closedPanel(session, on, told);
  const { id, round } = session;
  const contributions = await on.seminars.contributions(id, round);
  const counts = {
    people: await on.seminars.participants(id),
    contributors: await on.seminars.contributors(id, round),
    contributions: contributions.length,
    standing: standing(contributions).length,
    ballots: await on.seminars.ballots(id, round),
  };
  const results = session.phase === 'result' ? await resultBlocks(session, on) : [];
  return steering(session, on, {
    blocks: [...told, ...headOf(session, counts, on), ...results, ...tailOf(session, counts)],
  });
}

/** Of a session that is about to be opened, which the records do not have yet. */
export function openedPanel(session: SeminarSession, on: PersonalOccasion): FeatureReply {
  return steering(session, on, {
    blocks: [...headOf(session, NOBODY, on), ...tailOf(session, NOBODY)],
  });
}

const NOBODY: Counts = { people: 0, contributors: 0, contributions: 0, standing: 0, ballots: 0 };

function headOf(session: SeminarSession, counts: Counts, { now }: PersonalOccasion): DraftBlock[] {
  const { code, focus, timer } = session;
  const lines = [
    `研讨：${sessionName(session)}`,
    `请学员先登录，再给本助手发送“研讨 ${code}”加入。`,
    ...(focus === '' ? [] : [`聚焦问题：${focus}`]),
    `现在：${positionInWords(session)}`,
    countsInWords(session, counts),
    ...(timer === null ? [] : [`计时：${timerInWords(timer, now)}`]),
  ];
  return [lead(`研讨码 ${code.slice(0, 3)} ${code.slice(3)}`), plain(lines.join('\n'))];
}

function countsInWords(
  { round, phase }: SeminarSession,
  { people, contributors, contributions, standing: left, ballots }: Counts,
): string {
  const joined = `已加入 ${people} 人`;
  const said = `${nameOf(round)} ${contributions} 条`;
  switch (phase) {
    case 'collect':
      return `${joined}，其中 ${contributors} 人已提意见；${said}。`;
    case 'merge':
      return `${joined}；${said}，归并后 ${left} 条。`;
    case 'vote':
      return `${joined}，已投票 ${ballots} 人；清单 ${left} 条。`;
    case 'result':
      return `${joined}，投票 ${ballots} 人；清单 ${left} 条。`;
    default:
      return phase satisfies never;
  }
}

function tailOf(session: SeminarSession, counts: Counts): DraftBlock[] {
  const { id } = session;
  return [
    remark(hintFor(session)),
    choices('下一步', ...stepButtons(session, counts)),
    choices('计时', ...timerButtons(session)),
    choices(
      '其他',
      ['刷新', { kind: 'open-panel', session: id }],
      ['查看清单', { kind: 'show-list', session: id }],
      ['记录表', { kind: 'show-record', session: id }],
      ['结束研讨', { kind: 'ask-close-session', session: id }],
    ),
  ];
}

/** What to do, and to say in the room: nothing is sent to participants by itself. */
function hintFor({ round, phase }: SeminarSession): string {
  switch (phase) {
    case 'collect':
      return '请学员各自写、一条消息写一条，互相看不到。写完由您结束收集。';
    case 'merge':
      return '点“归并建议”逐组确认，或者发送“合并 3 7 12”（并入第 3 条）；发送“拆出 7”恢复。归并好以后开始投票。';
    case 'vote':
      return '请宣布投票：每人点“看看进行到哪一步”，按先后选三条，得 3、2、1 分，只能投一次。选票计入以后，谁投给谁不留记录。';
    case 'result':
      return RESULT_HINTS[round];
    default:
      return phase satisfies never;
  }
}

const NOTES_HINT = '发送“分歧：……”“要点：……”记下不同意见和汇报要点。';
const RESULT_HINTS: Readonly<Record<SeminarSession['round'], string>> = {
  problem: `请选定聚焦问题；要换个说法的，发送“聚焦：……”。${NOTES_HINT}`,
  cause: `发送“原因4 归 制度”可以改类别。${NOTES_HINT}`,
  measure: `发送“对策3 责任：县委组织部 时限：2027年3月 可行性：高”补充要素。${NOTES_HINT}`,
};

function timerButtons({ id: session, timer }: SeminarSession): Button[] {
  const set = (act: 'start' | 'pause' | 'resume' | 'add' | 'stop', minutes = 0): Deed => ({
    ...{ kind: 'set-timer', session, act, minutes },
  });
  if (timer === null) {
    return [5, 10, 15].map((minutes): Button => [`计时${minutes}分`, set('start', minutes)]);
  }
  return [
    timer.state === 'running' ? ['暂停', set('pause')] : ['继续', set('resume')],
    ['加5分钟', set('add', 5)],
    ['停止计时', set('stop')],
  ];
}

async function closedPanel(
  session: SeminarSession,
  on: PersonalOccasion,
  told: readonly DraftBlock[],
): Promise<FeatureReply> {
  const { id } = session;
  const people = await on.seminars.participants(id);
  return steering(session, on, {
    blocks: [
      ...told,
      lead(`研讨${sessionName(session)}已经结束，共 ${people} 人参加。`),
      remark(`${RESULT_HINTS.measure}发送“原因4 归 制度”可以改类别。`),
      choices(
        '研讨',
        ['记录表', { kind: 'show-record', session: id }],
        ['我主持的研讨', { kind: 'list-sessions' }],
      ),
    ],
  });
}

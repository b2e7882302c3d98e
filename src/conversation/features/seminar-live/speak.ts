import { pointsOf, readContribution } from '../../../seminar/session/read-contribution.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { asParticipant, inSession } from './access.ts';
import { ballotText } from './ballot.ts';
import { REFRESH, seatBlocks, seatButtons } from './seat.ts';
import { nameOf } from './words.ts';

/** Enough for the most eager, and no flood. */
const MOST_OF_ONE = 30;

/** What someone says who takes part: a contribution, a ballot, or neither. */
export async function sessionSays(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const seat = on.state.seminar;
  const id = seat?.session ?? '';
  const session = id === '' ? null : await on.seminars.session(id);
  if (seat === null || session === null || session.closedAt !== null) return over(text, on);
  const speaking = () =>
    session.round === seat.round
      ? speakingNow(text, session, on)
      : inAnotherRound(text, session, on);
  return asParticipant(id, on, speaking, '这句话没有记入。');
}

function speakingNow(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  switch (session.phase) {
    case 'collect':
      return contributing(text, session, on);
    case 'vote':
      return ballotText(text, session, on);
    case 'merge':
    case 'result':
      return notNow(session, on);
    default:
      return session.phase satisfies never;
  }
}

/** What was said to a seminar is no question: it goes nowhere unless its writer says so. */
function over(text: string, on: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: { ...on.state, seminar: null },
    blocks: [
      lead('这场研讨已经结束，这句话没有记录。'),
      plain('要当作提问的，请点“作为提问”。以后发来的话都按提问答复。'),
      choices('这句话', ['作为提问', { kind: 'ask', question: text }]),
    ],
  };
}

/** Nobody's words stand under a round that they have not seen. */
async function inAnotherRound(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id, round, phase } = session;
  const name = nameOf(round);
  const putIn: (readonly [string, Deed])[] =
    phase === 'collect'
      ? [[`记入${name}`, { kind: 'put-in', session: id, round, texts: [oneLine(text)] }]]
      : [];
  return inSession(session, on, {
    blocks: [
      lead(`研讨已经进入${name}这一轮，这句话还没有记入。`),
      ...(putIn.length === 0 ? [] : [choices('这句话', ...putIn)]),
      ...(await seatBlocks(session, on)),
    ],
  });
}

async function notNow(session: SeminarSession, on: PersonalOccasion): Promise<FeatureReply> {
  return inSession(session, on, {
    blocks: [lead('现在不收集意见，这句话没有记入。'), ...(await seatBlocks(session, on))],
  });
}

async function contributing(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const points = pointsOf(text);
  if (points.length === 1) return record(session, points, on);
  const { id, round } = session;
  return inSession(session, on, {
    blocks: [
      lead(`这条消息里有 ${points.length} 点，还没有记入。`),
      remark('一点记一条，便于归并和投票。'),
      choices(
        '这条消息',
        [
          `分成 ${points.length} 条记入`,
          { kind: 'put-in', session: id, round, texts: [...points] },
        ],
        ['合成一条记入', { kind: 'put-in', session: id, round, texts: [points.join('；')] }],
        [REFRESH, { kind: 'open-seat', session: id }],
      ),
    ],
  });
}

function oneLine(text: string): string {
  const points = pointsOf(text);
  return points.join('；');
}

/** Records what was asked about before. */
export async function putIn(
  { session: id, round, texts }: DeedOf<'put-in'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    if (session.round !== round || session.phase !== 'collect') return notNow(session, on);
    return record(session, texts, on);
  });
}

async function record(
  session: SeminarSession,
  texts: readonly string[],
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id, round } = session;
  const own = await on.seminars.own(id, round, on.person.id);
  const said = new Set(own.map(({ text }) => text));
  const fresh: string[] = [];
  for (const text of texts) {
    const read = readContribution(text);
    if (!read.ok)
      return inSession(session, on, {
        blocks: [lead(read.problem), seatButtons(session, own.length)],
      });
    if (said.has(read.text)) continue;
    said.add(read.text);
    fresh.push(read.text);
  }
  if (fresh.length === 0) {
    const told = '这一条您已经提过，没有重复记入。';
    return inSession(session, on, { blocks: [lead(told), seatButtons(session, own.length)] });
  }
  if (said.size > MOST_OF_ONE) {
    const told = `每人每轮最多提 ${MOST_OF_ONE} 条，这次没有记入。可以先撤回不要的，再提新的。`;
    return inSession(session, on, { blocks: [lead(told), seatButtons(session, own.length)] });
  }
  return recorded(session, fresh, said.size, on);
}

function recorded(
  session: SeminarSession,
  fresh: readonly string[],
  total: number,
  on: PersonalOccasion,
): FeatureReply {
  const { id, round } = session;
  const shared = { session: id, person: on.person.id, round, at: on.now.toISOString() };
  const added = fresh.map((text) => ({ id: makeId(), text }));
  const changes = added.map(
    (one): Change => ({ of: 'seminar', change: { kind: 'contribute', ...shared, ...one } }),
  );
  const first = added[0];
  const told =
    added.length === 1
      ? `已记入，这是您在本轮提的第 ${total} 条。`
      : `已记入 ${added.length} 条，您在本轮共提了 ${total} 条。`;
  const withdrawing: (readonly [string, Deed])[] =
    added.length === 1 && first !== undefined
      ? [['撤回这一条', { kind: 'withdraw-own', session: id, contribution: first.id }]]
      : [];
  return inSession(session, on, {
    changes,
    blocks: [
      lead(told),
      choices(
        '研讨',
        ...withdrawing,
        ['我提的意见', { kind: 'list-own', session: id }],
        [REFRESH, { kind: 'open-seat', session: id }],
      ),
    ],
  });
}

/** One's own of the round, to be withdrawn while it is collected. */
export async function listOwn(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    const own = await on.seminars.own(id, session.round, on.person.id);
    if (own.length === 0) {
      return inSession(session, on, {
        blocks: [lead('您在本轮还没有提意见。'), seatButtons(session)],
      });
    }
    const lines = own.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
    const withdrawing =
      session.phase === 'collect'
        ? own.map(({ id: contribution }, at): readonly [string, Deed] => [
            `撤回 ${at + 1}`,
            { kind: 'withdraw-own', session: id, contribution },
          ])
        : [];
    return inSession(session, on, {
      blocks: [
        lead(`您在本轮提了 ${own.length} 条`),
        plain(lines),
        ...(withdrawing.length === 0 ? [] : [choices('撤回', ...withdrawing)]),
        seatButtons(session),
      ],
    });
  });
}

export async function withdrawOwn(
  { session: id, contribution }: DeedOf<'withdraw-own'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    const own = await on.seminars.own(id, session.round, on.person.id);
    const found = own.find((one) => one.id === contribution);
    const say = (told: string, left: number) => [lead(told), seatButtons(session, left)];
    if (found === undefined) {
      const told = '这一条已经撤回，或者不属于本轮。';
      return inSession(session, on, { blocks: say(told, own.length) });
    }
    if (session.phase !== 'collect') {
      const told = '本轮收集已经结束，不能再撤回。请在讨论时说明。';
      return inSession(session, on, { blocks: say(told, own.length) });
    }
    const change = { session: id, person: on.person.id, id: contribution };
    return inSession(session, on, {
      changes: [{ of: 'seminar', change: { kind: 'withdraw', ...change } }],
      blocks: say(`已撤回“${found.text}”。`, own.length - 1),
    });
  });
}

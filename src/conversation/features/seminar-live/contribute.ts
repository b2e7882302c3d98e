import { pointsOf, readContribution } from '../../../seminar/session/read-contribution.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { asParticipant, inSession } from './access.ts';
import { REFRESH, seatBlocks, seatButtons } from './seat.ts';

/** Enough for the most eager, and no flood. */
const MOST_OF_ONE = 30;

/** Puts a message on the list; one that is a list itself is asked about first. */
export async function contributing(
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

/** Says that a text was not put in, and where the session stands. */
export async function notNow(session: SeminarSession, on: PersonalOccasion): Promise<FeatureReply> {
  return inSession(session, on, {
    blocks: [lead('现在不收集意见，这句话没有记入。'), ...(await seatBlocks(session, on))],
  });
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
  const shared = { session: id, person: on.person.id, round };
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

import type { SeminarSession } from '../../../seminar/session/session.ts';
import { choices, remark } from '../../blocks.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { OUT_OF_SEMINAR } from '../../state.ts';
import { followedBy } from '../talk/answer-then.ts';
import { REFRESH } from './seat.ts';

const OVER = '研讨在答复时已经结束。';

/**
 * A question in the middle of a seminar is answered like any other, and told from a contribution. It
 * may say what a contribution says, so its turn is wiped with the others at the end; and since it may
 * have gone to a model, it is never put in as it stands.
 */
export async function askInSession(text: string, on: Occasion): Promise<FeatureReply> {
  const reply = await on.perform({ kind: 'intent', intent: 'ask', text }, on);
  const seat = on.state.seminar;
  if (seat === null) return reply;
  // It may end while a model takes its time; the answer is kept all the same.
  let isOver = false;
  const after = async () => {
    const session = await on.seminars.session(seat.session);
    isOver = session === null || session.closedAt !== null;
    return session === null || isOver ? [remark(OVER)] : inSessionStill(session);
  };
  return {
    ...reply,
    blocks: followedBy(reply.blocks, after),
    settle: () => {
      const settled = reply.settle?.() ?? {};
      if (!isOver) return { ...settled, session: seat.session };
      const state = settled.state ?? reply.state ?? on.state;
      return { ...settled, state: { ...state, ...OUT_OF_SEMINAR } };
    },
  };
}

function inSessionStill({ id, phase }: SeminarSession): DraftBlock[] {
  const how = phase === 'collect' ? '要作为意见提出的，请改成不带问号的一句话再发送。' : '';
  return [
    remark(`这句话按提问答复，没有记入研讨。${how}您仍在研讨中。`),
    choices('研讨', [REFRESH, { kind: 'open-seat', session: id }]),
  ];
}

import { LONGEST_CONTRIBUTION, pointsOf } from '../../../seminar/session/read-contribution.ts';
import { choices, remark } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { FeatureReply, Occasion, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { REFRESH } from './seat.ts';

/** A question in the middle of a seminar is answered like any other, and told from a contribution. */
export async function askInSession(text: string, on: Occasion): Promise<FeatureReply> {
  const reply = await on.perform({ kind: 'intent', intent: 'ask', text }, on);
  const seat = on.state.seminar;
  const session = seat === null ? null : await on.seminars.session(seat.session);
  if (session === null || session.closedAt !== null) return reply;
  const { id, round, phase } = session;
  const said = pointsOf(text).join('；');
  const mayPutIn = phase === 'collect' && [...said].length <= LONGEST_CONTRIBUTION;
  const putIn: (readonly [string, Deed])[] = mayPutIn
    ? [['记入研讨', { kind: 'put-in', session: id, round, texts: [said] }]]
    : [];
  const after: DraftBlock[] = [
    remark('这句话按提问答复，没有记入研讨。您仍在研讨中。'),
    choices('研讨', ...putIn, [REFRESH, { kind: 'open-seat', session: id }]),
  ];
  return { ...reply, blocks: followedBy(reply.blocks, after) };
}

async function* followedBy(
  blocks: FeatureReply['blocks'],
  after: readonly DraftBlock[],
): AsyncGenerator<DraftBlock | Working> {
  yield* blocks;
  yield* after;
}

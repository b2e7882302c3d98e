import { choices, remark } from '../../blocks.ts';
import type { FeatureReply, Occasion, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { ask } from '../talk/ask.ts';
import { PIECE_NAMES } from './draft-order.ts';

/** A question while a kit is being ordered: answered as ever, and the order goes on after it. */
export async function askAmidOrder(text: string, on: Occasion): Promise<FeatureReply> {
  const draft = on.state.seminarOrder;
  if (on.pending.expecting !== 'order-piece' || draft === null) return ask(text, on);
  const answered = await ask(text, { ...on, state: { ...on.state, expecting: 'order-piece' } });
  const asked = draft.asked ?? 'topic';
  const blocks = [
    remark(`研讨方案还在填写，下一项是${PIECE_NAMES[asked]}，直接发送即可；不做了，发送“取消”。`),
    choices(
      '研讨方案',
      ...(asked === 'topic'
        ? ([['以这句话为主题', { kind: 'answer-piece', piece: 'topic', value: text }]] as const)
        : []),
      ['继续填写', { kind: 'resume-order' }],
    ),
  ];
  return { ...answered, blocks: followedBy(answered.blocks, blocks) };
}

async function* followedBy(
  first: FeatureReply['blocks'],
  then: readonly DraftBlock[],
): AsyncGenerator<DraftBlock | Working> {
  yield* first;
  yield* then;
}

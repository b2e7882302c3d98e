import { choices, remark } from '../../blocks.ts';
import type { FeatureReply, Occasion, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { ask } from '../talk/ask.ts';
import { PIECE_NAMES } from './draft-order.ts';

/**
 * A question while a kit is being ordered, or words for one are waited for: answered as ever, and
 * what was waited for is waited for still.
 */
export async function askAmidOrder(text: string, on: Occasion): Promise<FeatureReply> {
  const { expecting, kitWords } = on.pending;
  const waiting = { ...on, state: { ...on.state, expecting, kitWords } };
  if (expecting === 'order-piece' && on.state.seminarOrder !== null) {
    const asked = on.state.seminarOrder.asked ?? 'topic';
    return followedBy(await ask(text, waiting), [
      remark(`研讨方案还在填写，下一项是${PIECE_NAMES[asked]}，直接发送即可；不做了，发送“取消”。`),
      choices(
        '研讨方案',
        ...(asked === 'topic'
          ? ([['以这句话为主题', { kind: 'answer-piece', piece: 'topic', value: text }]] as const)
          : []),
        ['继续填写', { kind: 'resume-order' }],
      ),
    ]);
  }
  if (expecting !== 'words-for-kit' || kitWords === null) return ask(text, on);
  return followedBy(await ask(text, waiting), [
    remark('研讨方案还在修改，请接着发送要改成的内容；不改了，发送“取消”。'),
    choices('研讨方案', ['返回方案', { kind: 'open-kit', kit: kitWords.kit }]),
  ]);
}

function followedBy(reply: FeatureReply, then: readonly DraftBlock[]): FeatureReply {
  return { ...reply, blocks: joined(reply.blocks, then) };
}

async function* joined(
  first: FeatureReply['blocks'],
  then: readonly DraftBlock[],
): AsyncGenerator<DraftBlock | Working> {
  yield* first;
  yield* then;
}

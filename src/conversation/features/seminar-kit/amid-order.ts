import { PIECE_NAMES } from '../../../seminar/reading/piece.ts';
import { choices, remark } from '../../blocks.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { waitedForInOrder } from '../questionnaires/drafting/order-words.ts';
import { followedBy } from '../talk/answer-then.ts';
import { ask } from '../talk/ask.ts';

/**
 * A question while a kit is being ordered, or words for one are waited for: answered as ever, and
 * what was waited for is waited for still.
 */
export async function askAmidOrder(text: string, on: Occasion): Promise<FeatureReply> {
  const { expecting, kitWords } = on.pending;
  const waiting = { ...on, state: { ...on.state, expecting, kitWords } };
  if (expecting === 'order-piece' && on.state.seminarOrder !== null) {
    const asked = on.state.seminarOrder.asked ?? 'topic';
    const answered = await ask(text, waiting);
    const after = () => [
      remark(`研讨方案还在填写，下一项是${PIECE_NAMES[asked]}，直接发送即可；不做了，发送“取消”。`),
      choices(
        '研讨方案',
        ...(asked === 'topic'
          ? ([['以这句话为主题', { kind: 'answer-piece', piece: 'topic', value: text }]] as const)
          : []),
        ['继续填写', { kind: 'resume-order' }],
      ),
    ];
    return { ...answered, blocks: followedBy(answered.blocks, after) };
  }
  if (expecting === 'questionnaire-piece' && on.state.questionnaireOrder !== null) {
    const waitedFor = waitedForInOrder(on.state.questionnaireOrder);
    const answered = await ask(text, waiting);
    const after = () => [
      remark(`${waitedFor}，直接发送即可；不做了，发送“取消”。`),
      choices('问卷', ['继续填写', { kind: 'resume-questionnaire-order' }]),
    ];
    return { ...answered, blocks: followedBy(answered.blocks, after) };
  }
  if (expecting !== 'words-for-kit' || kitWords === null) return ask(text, on);
  const answered = await ask(text, waiting);
  const after = () => [
    remark('研讨方案还在修改，请接着发送要改成的内容；不改了，发送“取消”。'),
    choices('研讨方案', ['返回方案', { kind: 'open-kit', kit: kitWords.kit }]),
  ];
  return { ...answered, blocks: followedBy(answered.blocks, after) };
}

import { againstReturning } from '../../../materials/ledger/rules.ts';
import { nameOf } from '../../../people/person.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { waitForTopic } from './draft-answer.ts';
import { dropStray } from './drop-stray.ts';
import { inLedger, keeperOf, type SeenTopic, stepOn } from './opened-topic.ts';
import { done, withSeen } from './seen-topic.ts';
import { tellOfTopic } from './tell-of-topic.ts';

/** Asks why an answer is given back. */
export function askReturnReason(
  seen: DeedOf<'ask-return-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstReturning, (topic) => ({
    placement: 'turn',
    state: waitForTopic(topic, 'return', on.state),
    blocks: [
      lead('退回答复：请写明原因和要改的地方，直接发给我。'),
      plain(`问题：${topic.question}`),
      remark('答复人会收到您写的原因，改好后可以再次提交。发送“取消”不退回。'),
      choices('退回', ['不退回', { kind: 'open-topic', topic: topic.id }]),
    ],
  }));
}

/** The next text, where the reason was asked for. */
export function returnAnswer(
  seen: SeenTopic,
  reason: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstReturning, async (topic) => {
    await dropStray(topic, on);
    const { name, person } = keeperOf(on);
    return done('已退回，答复人会收到消息。', topic, [
      inLedger({ kind: 'return-answer', ...stepOn(seen, on), by: { name, person }, reason }),
      audited('退回待答问题的答复', `${topic.question}，原因：${reason}`, on),
      ...tellOfTopic(
        topic,
        [topic.answeredBy?.person ?? null, topic.assignee],
        {
          ...{ did: 'return', title: '您的答复已退回' },
          text: `您提交的答复没有批准，请修改后再提交。审核人：${nameOf(on.person)}。原因：${reason}`,
        },
        on,
      ),
    ]);
  });
}

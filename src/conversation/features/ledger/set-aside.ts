import { againstPuttingBack, againstSettingAside } from '../../../materials/ledger/rules.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { waitForTopic } from './draft-answer.ts';
import { dropStray } from './drop-stray.ts';
import { inLedger, keeperOf, type SeenTopic, seenAs, stepOn } from './opened-topic.ts';
import { done, withSeen } from './seen-topic.ts';
import { tellOfTopic } from './tell-of-topic.ts';

/** What is usual, so that nobody has to write it. */
const USUAL = ['非培训政策', '属于个人事项', '资料中没有规定', '问题不清楚'] as const;

/** Asks why a question is not to be answered. */
export function askAsideReason(
  seen: DeedOf<'ask-set-topic-aside'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstSettingAside, (topic) => ({
    placement: 'turn',
    state: waitForTopic(topic, 'set-aside', on.state),
    blocks: [
      lead('不答复这个问题：请选原因，或者写明原因直接发给我。'),
      plain(`问题：${topic.question}`),
      remark('列为不答复以后不再催办，以后可以恢复。提问的人再问，仍按现有资料如实说明。'),
      choices(
        '不答复的原因',
        ...USUAL.map(
          (reason): Button => [reason, { kind: 'set-topic-aside', ...seenAs(topic), reason }],
        ),
        ['不改，返回', { kind: 'open-topic', topic: topic.id }],
      ),
    ],
  }));
}

export function setAside(
  seen: SeenTopic,
  reason: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstSettingAside, async (topic) => {
    await dropStray(topic, on);
    const { name, person } = keeperOf(on);
    return done(`已列为不答复，原因：${reason}。`, topic, [
      inLedger({ kind: 'set-topic-aside', ...stepOn(seen, on), by: { name, person }, reason }),
      audited('待答问题列为不答复', `${topic.question}，原因：${reason}`, on),
      ...tellOfTopic(
        topic,
        [topic.assignee],
        {
          ...{ did: 'set-aside', title: '待答问题不用答复' },
          text: `交给您的一个待答问题已列为不答复，不用再办。原因：${reason}`,
        },
        on,
      ),
    ]);
  });
}

export function putBack(
  seen: DeedOf<'put-topic-back'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstPuttingBack, (topic) => {
    const { name, person } = keeperOf(on);
    const by = { name, person };
    return done('已恢复，可以分派和答复。', topic, [
      inLedger({ kind: 'reopen-topic', ...stepOn(seen, on), by, reason: '恢复待答' }),
      audited('恢复待答问题', topic.question, on),
    ]);
  });
}

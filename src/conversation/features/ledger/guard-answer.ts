import { asAnswer } from '../../../materials/ledger/as-answer.ts';
import { goldenOfTopic } from '../../../materials/ledger/golden-of-topic.ts';
import { choices, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { keeperOf, TO_LIST, withTopic } from './opened-topic.ts';
import { notDone } from './seen-topic.ts';

const NO_ANSWER = '这个问题现在没有已批准的答复，不能收为把关题。';
const GUARDED_ALREADY = '这个问题已经是把关题，没有重复收。';

/** Makes a golden question of a topic with its approved answer. */
export function guardAnswer(
  named: DeedOf<'guard-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withTopic(named, on, async (topic) => {
    const { answer, pair } = topic;
    const shown = answer === null ? null : asAnswer(await on.index(), topic.question, answer);
    if (topic.state !== 'answered' || pair === null || shown === null) {
      return notDone(NO_ANSWER, topic, on);
    }
    const golden = goldenOfTopic(pair, shown);
    const isThere = (await on.companions.golden()).some(({ id }) => id === golden.id);
    if (isThere) return notDone(GUARDED_ALREADY, topic, on);
    const { name, person } = keeperOf(on);
    const written = await on.companions.keepGolden(golden, { name, person });
    if (written.kind === 'refused') return notDone(written.problem, topic, on);
    return {
      placement: 'turn',
      blocks: [
        lead('已收为把关题。'),
        plain(
          `问题：${topic.question}\n应引用：${golden.places.map(({ place }) => place).join('、')}，其中有“${golden.contains.join('”“')}”。`,
        ),
        choices('待答问题', ['打开问题', { kind: 'open-topic', topic: topic.id }], TO_LIST),
      ],
    };
  });
}

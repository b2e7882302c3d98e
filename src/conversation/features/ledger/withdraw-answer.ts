import { againstWithdrawing } from '../../../materials/ledger/rules.ts';
import { nameOf } from '../../../people/person.ts';
import { choices, decision, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { thenFresh } from '../materials/then-fresh.ts';
import { audited } from '../people/audited.ts';
import { waitForTopic } from './draft-answer.ts';
import { inLedger, keeperOf, type SeenTopic, seenAs, stepOn, TO_LIST } from './opened-topic.ts';
import { notDone, withSeen } from './seen-topic.ts';
import { tellOfTopic } from './tell-of-topic.ts';

const WHAT_FOLLOWS =
  '撤回以后，这个问题不再这样答复，重新列入待答；已经收到答复的人不再另行告知，问法和原来的答复都还在，可以改好再提交。';

/** Asks why an approved answer is to hold no more. */
export function askWithdrawReason(
  seen: DeedOf<'ask-withdraw-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstWithdrawing, (topic) => ({
    placement: 'turn',
    state: waitForTopic(topic, 'withdraw', on.state),
    blocks: [
      lead('撤回已批准的答复：请写明原因，直接发给我。'),
      plain(`问题：${topic.question}`),
      remark('写好以后还会请您确认。发送“取消”不撤回。'),
      choices('撤回', ['不撤回', { kind: 'open-topic', topic: topic.id }]),
    ],
  }));
}

/** The next text, where the reason was asked for: what follows is said before it is done. */
export function confirmWithdrawing(
  seen: SeenTopic,
  reason: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstWithdrawing, (topic) => ({
    placement: 'turn',
    blocks: [
      lead('撤回这个答复？'),
      plain(`问题：${topic.question}\n原因：${reason}`),
      plain(WHAT_FOLLOWS),
      decision(
        '确认撤回',
        ['确定撤回', { kind: 'withdraw-topic-answer', ...seenAs(topic), reason }],
        ['不撤回', { kind: 'open-topic', topic: topic.id }],
      ),
    ],
  }));
}

export function withdrawAnswer(
  { reason, ...seen }: DeedOf<'withdraw-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstWithdrawing, async (topic) => {
    const { pair } = topic;
    const isThere = pair !== null && (await on.companions.pairs()).includes(pair);
    const written = isThere ? await on.companions.dropPair(pair) : null;
    if (written?.kind === 'refused') return notDone(written.problem, topic, on);
    const { name, person } = keeperOf(on);
    return {
      placement: 'turn',
      changes: [
        inLedger({ kind: 'reopen-topic', ...stepOn(seen, on), by: { name, person }, reason }),
        audited('撤回待答问题的答复', `${topic.question}，原因：${reason}`, on),
        ...tellOfTopic(
          topic,
          [topic.answeredBy?.person ?? null, topic.assignee],
          {
            ...{ did: 'withdraw', title: '已批准的答复撤回' },
            text: `您答复的一个问题，答复已由${nameOf(on.person)}撤回，重新列入待答。原因：${reason}`,
          },
          on,
        ),
      ],
      blocks: thenFresh(
        [lead('已撤回，重新列入待答。'), plain(`问题：${topic.question}`)],
        { done: '现在起不再这样答复。', waits: '正在更新检索…' },
        async () => [
          choices('待答问题', ['打开问题', { kind: 'open-topic', topic: topic.id }], TO_LIST),
        ],
        on,
      ),
    };
  });
}

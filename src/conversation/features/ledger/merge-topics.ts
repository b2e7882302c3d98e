import { againstMerging } from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { likeness } from '../../../text/likeness.ts';
import { type Button, choices, decision, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { shortened } from '../../shortened.ts';
import { turnPages } from '../materials/turn-pages.ts';
import { audited } from '../people/audited.ts';
import { inLedger, seenAs, stepOn } from './opened-topic.ts';
import { done, notDone, withSeen } from './seen-topic.ts';

const PAGE = 8;
/** Those of most people; among more nobody would look for one. */
const LOOKED_THROUGH = 200;
const NO_OTHER = '现在没有其他可以并入的待答问题。';
const GONE = '要并入的问题已经不在，没有合并。请另选一个。';
/** Two that came near to one place speak of the same more likely than words tell. */
const SAME_PLACE = 0.3;

/** Other topics, the likest first, to choose the one that this one means too. */
export function askMergeInto(
  { from, ...seen }: DeedOf<'ask-merge-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(
    seen,
    on,
    () => null,
    async (topic) => {
      const { topics } = await on.ledger.topics({
        ...{ states: ['open', 'assigned', 'submitted'], assignee: null, from: 0 },
        limit: LOOKED_THROUGH,
      });
      const others = topics
        .filter((one) => againstMerging(topic, one) === null)
        .toSorted((one, other) => alike(topic, other) - alike(topic, one));
      if (others.length === 0) return notDone(NO_OTHER, topic, on);
      const shown = others.slice(from, from + PAGE);
      return {
        placement: 'turn',
        blocks: [
          lead('并入哪个问题？意思相同的才能合并。'),
          plain(`这个问题：${topic.question}`),
          plain(shown.map(({ question }, at) => `${from + at + 1}. ${question}`).join('\n')),
          choices(
            '并入',
            ...shown.map(
              (one, at): Button => [
                shortened(`${from + at + 1}. ${one.question}`),
                { kind: 'ask-merge-topics', ...seenAs(topic), into: one.id },
              ],
            ),
            ...turnPages({ kind: 'ask-merge-topic', ...seenAs(topic), from }, PAGE, others.length),
            ['不合并', { kind: 'open-topic', topic: topic.id }],
          ),
        ],
      };
    },
  );
}

function alike(one: Topic, other: Topic): number {
  const isNear =
    one.near !== null &&
    one.near.material === other.near?.material &&
    one.near.place === other.near.place;
  return likeness(one.question, other.question) + (isNear ? SAME_PLACE : 0);
}

/** Says what follows before two become one. */
export function confirmMerging(
  { into, ...seen }: DeedOf<'ask-merge-topics'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withBoth(seen, into, on, (topic, other) => ({
    placement: 'turn',
    blocks: [
      lead('把两个问题合并为一个？'),
      plain(`并入的：${topic.question}\n留下的：${other.question}`),
      remark('合并以后由留下的问题一并答复；并错的，可以在“问法和拆分”中拆出。'),
      decision(
        '合并',
        ['确定合并', { kind: 'merge-topics', ...seenAs(topic), into }],
        ['不合并', { kind: 'open-topic', topic: topic.id }],
      ),
    ],
  }));
}

export function mergeTopics(
  { into, ...seen }: DeedOf<'merge-topics'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withBoth(seen, into, on, (topic, other) =>
    done('已合并。', other, [
      inLedger({ kind: 'merge-topic', ...stepOn(seen, on), into }),
      audited('合并待答问题', `${topic.question}，并入：${other.question}`, on),
    ]),
  );
}

function withBoth(
  seen: { readonly topic: string; readonly revision: number },
  into: string,
  on: PersonalOccasion,
  then: (topic: Topic, other: Topic) => FeatureReply,
): Promise<FeatureReply> {
  return withSeen(
    seen,
    on,
    () => null,
    async (topic) => {
      const other = await on.ledger.topic(into);
      if (other === null) return notDone(GONE, topic, on);
      const problem = againstMerging(topic, other);
      return problem === null ? then(topic, other) : notDone(problem, topic, on);
    },
  );
}

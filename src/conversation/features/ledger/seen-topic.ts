import { againstRevision } from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { type Button, choices, lead, plain } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { type SeenTopic, TO_LIST, withTopic } from './opened-topic.ts';
import { topicBlocks } from './topic-page.ts';

/** Goes on with a topic against which nothing stands, and which is as it was looked at. */
export function withSeen(
  seen: SeenTopic,
  on: PersonalOccasion,
  against: (topic: Topic) => string | null,
  then: (topic: Topic) => SoonReplied,
): Promise<FeatureReply> {
  return withTopic(seen, on, (topic) => {
    const problem = against(topic) ?? againstRevision(topic, seen.revision);
    return problem === null ? then(topic) : notDone(problem, topic, on);
  });
}

/** Why nothing was done, with the topic as it stands. */
export async function notDone(
  problem: string,
  topic: Topic,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return { placement: 'turn', blocks: [lead(problem), ...(await topicBlocks(topic, on))] };
}

/**
 * What was done; how the topic stands then is known once the changes are kept, so it is opened by a
 * button.
 */
export function done(
  words: string,
  topic: Topic,
  changes: readonly Change[],
  ...buttons: readonly Button[]
): FeatureReply {
  return {
    placement: 'turn',
    changes,
    blocks: [
      lead(words),
      plain(`问题：${topic.question}`),
      choices(
        '待答问题',
        ...buttons,
        ['打开问题', { kind: 'open-topic', topic: topic.id }],
        TO_LIST,
      ),
    ],
  };
}

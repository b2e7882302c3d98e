import { asAnswer } from '../../../materials/ledger/as-answer.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { answerBlocks } from '../talk/answer-blocks.ts';
import { withTopic } from './opened-topic.ts';
import { mainButtons, rareButtons } from './topic-buttons.ts';
import {
  assigneeInWords,
  causeInWords,
  nearInWords,
  peopleInWords,
  STATE_NAMES,
  waitInWords,
} from './topic-words.ts';

const LISTED_WORDINGS = 4;
const NOT_SHOWN =
  '答复的引文现在不能在这里显示：所引资料可能是内部资料（请登录网页查看），也可能已经停用、失效或者改动。';

export function openTopic(
  named: DeedOf<'open-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withTopic(named, on, async (topic) => ({
    placement: 'turn',
    blocks: await topicBlocks(topic, on),
  }));
}

/** What is done with a topic more rarely, apart so that a phone shows at once what comes next. */
export function moreOfTopic(
  named: DeedOf<'more-of-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withTopic(named, on, (topic) => ({
    placement: 'turn',
    blocks: [
      heading('待答问题'),
      lead(topic.question),
      plain(`状态：${STATE_NAMES[topic.state]}`),
      choices('更多', ...rareButtons(topic, on)),
    ],
  }));
}

/** A topic as a whole, with what is done with it next; nothing in it tells who asked. */
export async function topicBlocks(topic: Topic, on: PersonalOccasion): Promise<DraftBlock[]> {
  const others = (await on.ledger.wordings(topic.id, 0, LISTED_WORDINGS)).filter(
    ({ text }) => text !== topic.question,
  );
  return [
    heading('待答问题'),
    lead(topic.question),
    plain((await factsOf(topic, on)).join('\n')),
    ...(others.length === 0
      ? []
      : [
          heading(`其他问法（共 ${topic.wordings} 种问法）`),
          plain(others.map((one) => `· ${one.text}（${causeInWords(one)}）`).join('\n')),
        ]),
    ...(await answerOf(topic, on)),
    choices('待答问题', ...mainButtons(topic, on)),
  ];
}

async function factsOf(topic: Topic, on: PersonalOccasion): Promise<readonly string[]> {
  const { state, reason, decidedBy } = topic;
  const near = nearInWords(topic, await on.index());
  const assignee = await assigneeInWords(topic, on);
  const isOver = state === 'answered' || state === 'set-aside';
  const wait = isOver ? null : waitInWords(topic, on.now);
  const why = decidedBy === null ? reason : `${reason}（${decidedBy.name}）`;
  return [
    `状态：${STATE_NAMES[state]}${wait === null ? '' : `，${wait}`}`,
    `提问：${peopleInWords(topic)}，${topic.wordings} 种问法`,
    ...(near === null ? [] : [`最接近的位置：${near}`]),
    ...(assignee === null ? [] : [`答复人：${assignee}`]),
    ...(reason === null || reason === '' ? [] : [`${REASON_NAMES[state]}：${why}`]),
  ];
}

const REASON_NAMES: Readonly<Record<Topic['state'], string>> = {
  ...{
    open: '退回或者重新列入的原因',
    assigned: '退回或者重新答复的原因',
    submitted: '以前退回的原因',
  },
  ...{ answered: '说明', 'set-aside': '不答复的原因' },
};

/** What was submitted last, where it can be shown here. */
async function answerOf(topic: Topic, on: PersonalOccasion): Promise<DraftBlock[]> {
  if (topic.answer === null) return [];
  const answer = asAnswer(await on.index(), topic.question, topic.answer);
  const by = topic.answeredBy === null ? '' : `（${topic.answeredBy.name}）`;
  const name = topic.state === 'answered' ? '答复' : `提交的答复${by}`;
  return [heading(name), ...(answer === null ? [remark(NOT_SHOWN)] : answerBlocks(answer))];
}

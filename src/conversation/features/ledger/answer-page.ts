import { spanOfQuote } from '../../../materials/ledger/as-answer.ts';
import { lacksWhatIsAsked } from '../../../materials/ledger/propose-answer.ts';
import { againstAnswering } from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { titlesOf } from '../../../retrieval/index/titles-of.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { DialogueState, DraftPairAnswer } from '../../state.ts';
import { againstSubmitting } from './against-submitting.ts';
import {
  completed,
  draftFor,
  isSameQuote,
  shownSentence,
  waitForTopic,
  withDraftKept,
} from './draft-answer.ts';
import { keeperOf, withTopic } from './opened-topic.ts';
import { searchBlocks } from './search-blocks.ts';
import { notDone } from './seen-topic.ts';
import { KIND_NAMES, LACKS_ASKED } from './topic-words.ts';

const HOW =
  '先选引文，再写答复句：答复句只能说引文说了的话。可以点下面找到的段落；也可以直接发来几个词、位置（如“五（四）”）或者从资料中复制的一段原文。';
const NOT_SHOWN = '（这段引文现在不在现行资料中，或者不能在这里显示，请去掉）';

/** Goes on with the draft of an answer, where the topic is the person's to answer. */
export function withDraftOf(
  named: { readonly topic: string },
  on: PersonalOccasion,
  then: (topic: Topic, draft: DraftPairAnswer) => SoonReplied,
): Promise<FeatureReply> {
  return withTopic(named, on, (topic) => {
    const problem = againstAnswering(topic, keeperOf(on));
    return problem === null ? then(topic, draftFor(topic, on.state)) : notDone(problem, topic, on);
  });
}

export function answerTopic(
  named: DeedOf<'answer-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic) => answerPage(topic, on));
}

/** The draft of an answer, with what is to be done next; the next text is looked for in the materials. */
export async function answerPage(
  topic: Topic,
  on: PersonalOccasion,
  { said, state = on.state }: { readonly said?: string; readonly state?: DialogueState } = {},
): Promise<FeatureReply> {
  const draft = draftFor(topic, state);
  return {
    placement: 'turn',
    state: waitForTopic(topic, 'search', withDraftKept(state, draft)),
    blocks: [
      ...(said === undefined ? [] : [lead(said)]),
      heading(`答复：${topic.question}`),
      ...(draft.quotes.length === 0
        ? await emptyBlocks(topic, on)
        : await draftBlocks(topic, draft, on, said)),
    ],
  };
}

async function emptyBlocks(topic: Topic, on: PersonalOccasion): Promise<DraftBlock[]> {
  return [
    plain(HOW),
    ...searchBlocks(await on.index(), { topic: topic.id, words: topic.question, from: 0 }),
    choices('答复', ['返回问题', { kind: 'open-topic', topic: topic.id }]),
  ];
}

async function draftBlocks(
  topic: Topic,
  draft: DraftPairAnswer,
  on: PersonalOccasion,
  said?: string,
): Promise<DraftBlock[]> {
  const index = await on.index();
  const titles = titlesOf(index.store);
  const answer = completed(index, topic, draft);
  const sentence = shownSentence(index, topic, draft);
  const lines = draft.quotes.map((quote, at) => {
    const isThere = spanOfQuote(index.store, quote) !== null;
    const title = withoutTitleMarks(titles.get(quote.material) ?? '');
    return `${at + 1}. ${isThere ? `「${quote.text}」——《${title}》${quote.place}` : NOT_SHOWN}`;
  });
  const problem = await againstSubmitting(answer, index, on);
  const named = { topic: topic.id };
  return [
    plain(`引文：\n${lines.join('\n')}`),
    plain(`答复句${draft.answer === null ? '（按引文拟的）' : ''}：${sentence}`),
    plain(`问的是：${KIND_NAMES[answer.kind]}${draft.kind === null ? '（按问题判断）' : ''}`),
    ...(problem === null || problem === said ? [] : [remark(problem)]),
    ...(lacksWhatIsAsked(topic.question, draft.quotes) ? [remark(LACKS_ASKED)] : []),
    choices(
      '答复',
      ['预览和提交', { kind: 'preview-topic-answer', ...named }],
      ['改答复句', { kind: 'ask-answer-sentence', ...named }],
      ...(draft.answer === null
        ? []
        : ([['用拟的答复句', { kind: 'use-proposed-sentence', ...named }]] as const)),
      ['再加引文', { kind: 'search-for-topic', ...named, words: '', from: 0 }],
      ...draft.quotes.map(
        (quote, at): Button => [
          `去掉引文 ${at + 1}`,
          { kind: 'drop-topic-quote', ...named, quote },
        ],
      ),
      ['改问的类型', { kind: 'ask-answer-kind', ...named }],
      ['返回问题', { kind: 'open-topic', ...named }],
    ),
  ];
}

export function dropQuote(
  { quote, ...named }: DeedOf<'drop-topic-quote'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic, draft) => {
    const quotes = draft.quotes.filter((one) => !isSameQuote(one, quote));
    const state = withDraftKept(on.state, { ...draft, quotes });
    return answerPage(topic, on, { said: '已去掉这段引文。', state });
  });
}

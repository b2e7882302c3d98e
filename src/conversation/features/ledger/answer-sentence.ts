import { ANSWER_KINDS } from '../../../corpus/faq.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { answerPage, withDraftOf } from './answer-page.ts';
import { shownSentence, waitForTopic, withDraftKept } from './draft-answer.ts';
import { KIND_NAMES } from './topic-words.ts';

const LONGEST_SENTENCE = 200;
const QUOTES_FIRST = '请先选引文，再写答复句：答复句要从引文里来。';

/** Asks for the sentence that leads the answer. */
export function askSentence(
  named: DeedOf<'ask-answer-sentence'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, async (topic, draft) => {
    if (draft.quotes.length === 0) return answerPage(topic, on, { said: QUOTES_FIRST });
    const sentence = shownSentence(await on.index(), topic, draft);
    return {
      placement: 'turn',
      state: waitForTopic(topic, 'sentence', on.state),
      blocks: [
        lead('请写一句直接回答问题的话，直接发给我。'),
        plain(`现在是：${sentence}`),
        remark(
          '只说引文说了的内容：数字、时间、单位和“要”“可以”“鼓励”等词语都与引文一致，不加引文没有的话。发送“取消”不改。',
        ),
        choices('答复', ['返回答复', { kind: 'answer-topic', topic: topic.id }]),
      ],
    };
  });
}

export function takeSentence(
  named: { readonly topic: string },
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic, draft) => {
    const answer = cleanWords(text).replace(/\s+/gu, ' ');
    const length = [...answer].length;
    if (length < 2 || length > LONGEST_SENTENCE) {
      const said = `答复句须在 2 到 ${LONGEST_SENTENCE} 个字之间，收到的有 ${length} 个字，没有改。`;
      return answerPage(topic, on, { said });
    }
    const state = withDraftKept(on.state, { ...draft, answer });
    return answerPage(topic, on, { said: '答复句已改。', state });
  });
}

export function useProposed(
  named: DeedOf<'use-proposed-sentence'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic, draft) =>
    answerPage(topic, on, {
      said: '已换成按引文拟的答复句。',
      state: withDraftKept(on.state, { ...draft, answer: null }),
    }),
  );
}

/** Asks what kind of thing the question wants: questions of another kind are not led to the answer. */
export function askKind(
  named: DeedOf<'ask-answer-kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic, draft) => ({
    placement: 'turn',
    state: withDraftKept(on.state, draft),
    blocks: [
      lead('这个问题问的是什么？'),
      plain(topic.question),
      choices(
        '问的类型',
        ...ANSWER_KINDS.map(
          (as): Button => [KIND_NAMES[as], { kind: 'set-answer-kind', topic: topic.id, as }],
        ),
        ['返回答复', { kind: 'answer-topic', topic: topic.id }],
      ),
    ],
  }));
}

export function setKind(
  { as, ...named }: DeedOf<'set-answer-kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic, draft) =>
    answerPage(topic, on, {
      said: `已定为：${KIND_NAMES[as]}。`,
      state: withDraftKept(on.state, { ...draft, kind: as }),
    }),
  );
}

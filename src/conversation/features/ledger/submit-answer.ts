import type { PairAnswer } from '../../../materials/faq/pairs.ts';
import { asAnswer } from '../../../materials/ledger/as-answer.ts';
import { againstAnswering } from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { nameOf } from '../../../people/person.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import { decision, heading, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { answerBlocks } from '../talk/answer-blocks.ts';
import { againstSubmitting, QUOTE_GONE } from './against-submitting.ts';
import { answerPage, withDraftOf } from './answer-page.ts';
import { completed, withDraftKept, withoutDraft } from './draft-answer.ts';
import { inLedger, keeperOf, seenAs, stepOn } from './opened-topic.ts';
import { done, withSeen } from './seen-topic.ts';
import { approversBesides, tellOfTopic } from './tell-of-topic.ts';

const NOBODY =
  '现在没有另一位管理员可以审核，答复先放着。请在“我的班次”中邀请一位管理员；本单位只有一人办理的，由维护人员设置。';

/** The answer as whoever asks will see it, once nothing stands against it. */
export function previewAnswer(
  named: DeedOf<'preview-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, async (topic, draft) => {
    const index = await on.index();
    const answer = completed(index, topic, draft);
    const shown = asAnswer(index, topic.question, answer);
    const follows = whatFollows(answer, index);
    const problem = await againstSubmitting(answer, index, on);
    if (problem !== null || shown === null) {
      return answerPage(topic, on, { said: problem ?? QUOTE_GONE });
    }
    return {
      placement: 'turn',
      state: withDraftKept(on.state, draft),
      blocks: [
        heading('预览：提问的人将看到'),
        plain(`问：${topic.question}`),
        ...answerBlocks(shown),
        remark(follows),
        decision(
          '提交答复',
          ['提交审核', { kind: 'submit-topic-answer', ...seenAs(topic), answer: plainly(answer) }],
          ['继续修改', { kind: 'answer-topic', topic: topic.id }],
        ),
      ],
    };
  });
}

function whatFollows({ quotes }: PairAnswer, { store }: CorpusIndex): string {
  const internal = store
    .materials()
    .some(({ id, openness }) => openness === '内部' && quotes.some((one) => one.material === id));
  const whom = internal ? '引文出自内部资料，批准后只有可以查看该资料的人员能得到这个答复。' : '';
  return `提交后由另一位管理员审核，批准后才用来答复。${whom}`;
}

function plainly({ answer, kind, quotes }: PairAnswer) {
  return { answer, kind, quotes: quotes.map((quote) => ({ ...quote })) };
}

/** Hands over the answer that was previewed. */
export function submitAnswer(
  { answer, ...seen }: DeedOf<'submit-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const against = (topic: Topic) => againstAnswering(topic, keeperOf(on));
  return withSeen(seen, on, against, async (topic) => {
    const problem = await againstSubmitting(answer, await on.index(), on);
    if (problem !== null) return answerPage(topic, on, { said: problem });
    const approvers = await approversBesides(on);
    const { name, person } = keeperOf(on);
    const told = approvers.length === 0 ? NOBODY : `已通知 ${approvers.length} 位管理员。`;
    return {
      ...done(
        on.oneMayApprove && approvers.length === 0 ? '已提交，请审核。' : `已提交审核。${told}`,
        topic,
        [
          inLedger({ kind: 'submit-answer', ...stepOn(seen, on), answer, by: { name, person } }),
          audited('提交待答问题的答复', topic.question, on),
          ...tellOfTopic(
            topic,
            approvers,
            {
              ...{ did: 'submit', title: '待答问题的答复待审核' },
              text: `${nameOf(on.person)}提交了一个待答问题的答复，请核对引文和答复句，批准或者退回。`,
            },
            on,
          ),
        ],
      ),
      state: withoutDraft(on.state, topic.id),
    };
  });
}

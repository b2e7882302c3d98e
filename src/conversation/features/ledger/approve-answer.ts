import type { ApprovedPair } from '../../../materials/faq/pairs.ts';
import { asAnswer } from '../../../materials/ledger/as-answer.ts';
import { pairIdOf, wordingsForPair } from '../../../materials/ledger/pair-of-topic.ts';
import { lacksWhatIsAsked } from '../../../materials/ledger/propose-answer.ts';
import { againstApproving, againstReturning } from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { nameOf } from '../../../people/person.ts';
import { choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { thenFresh } from '../materials/then-fresh.ts';
import { audited } from '../people/audited.ts';
import { answerBlocks } from '../talk/answer-blocks.ts';
import { againstSubmitting } from './against-submitting.ts';
import { dropUnapproved } from './drop-stray.ts';
import { inLedger, keeperOf, seenAs, stepOn, TO_LIST, withTopic } from './opened-topic.ts';
import { notDone, withSeen } from './seen-topic.ts';
import { tellOfTopic } from './tell-of-topic.ts';
import { KIND_NAMES, LACKS_ASKED } from './topic-words.ts';

const LISTED_WORDINGS = 10;
const NOT_READABLE =
  '答复的引文现在不能在这里显示，不能在这里审核：所引资料可能是内部资料（请登录网页审核），也可能已经停用、失效或者改动（请退回，由答复人另选引文）。';
const FINE = '核对：引文与现行资料一字不差，答复句没有超出引文。';

/** What somebody must see before they approve: the answer as it will be given, and what leads to it. */
export function reviewAnswer(
  named: DeedOf<'review-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withTopic(named, on, async (topic) => {
    const { answer } = topic;
    const notWaiting = againstReturning(topic);
    if (notWaiting !== null || answer === null) return notDone(notWaiting ?? '', topic, on);
    const index = await on.index();
    const shown = asAnswer(index, topic.question, answer);
    const problem =
      (shown === null ? NOT_READABLE : await againstSubmitting(answer, index, on)) ??
      againstApproving(topic, keeperOf(on), on);
    const seen = seenAs(topic);
    return {
      placement: 'turn',
      blocks: [
        heading('审核答复'),
        plain(`问：${topic.question}`),
        ...(shown === null ? [] : answerBlocks(shown)),
        plain(
          [
            `答复人：${topic.answeredBy?.name ?? '未记录'}`,
            `问的是：${KIND_NAMES[answer.kind]}`,
            ...(await otherWordings(topic, on)),
          ].join('\n'),
        ),
        problem === null ? plain(FINE) : remark(problem),
        ...(lacksWhatIsAsked(topic.question, answer.quotes) ? [remark(LACKS_ASKED)] : []),
        decision(
          '审核',
          ...(problem === null
            ? ([['批准', { kind: 'approve-topic-answer', ...seen }]] as const)
            : []),
          ['退回', { kind: 'ask-return-topic-answer', ...seen }],
          ...(topic.wordings > 1
            ? ([['全部问法', { kind: 'list-wordings', topic: topic.id, from: 0 }]] as const)
            : []),
          ['先不办', { kind: 'open-topic', topic: topic.id }],
        ),
      ],
    };
  });
}

/** They lead to the answer once it is approved: one that means something else must be split off first. */
async function otherWordings(topic: Topic, { ledger }: PersonalOccasion): Promise<string[]> {
  const all = await ledger.wordings(topic.id, 0, LISTED_WORDINGS + 1);
  const others = all.map(({ text }) => text).filter((text) => text !== topic.question);
  if (others.length === 0) return [];
  const shown = others.slice(0, LISTED_WORDINGS).map((text) => `· ${text}`);
  const more = topic.wordings - 1 > shown.length ? ['· ……（见“全部问法”）'] : [];
  return ['以下问法批准后也得到这个答复，意思不同的请先拆出：', ...shown, ...more];
}

/** Makes a pair of what was reviewed; done again after a stop in between, it does the same. */
export function approveAnswer(
  seen: DeedOf<'approve-topic-answer'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const against = (topic: Topic) => againstApproving(topic, keeperOf(on), on);
  return withSeen(seen, on, against, async (topic) => {
    const { answer } = topic;
    if (answer === null) return notDone(NOT_READABLE, topic, on);
    const problem = await againstSubmitting(answer, await on.index(), on);
    if (problem !== null) return notDone(problem, topic, on);
    const { name, person } = keeperOf(on);
    const pair: ApprovedPair = {
      ...{ ...answer, id: pairIdOf(topic) },
      questions: wordingsForPair(topic, await on.ledger.wordings(topic.id, 0, topic.wordings)),
      answeredBy: topic.answeredBy?.name ?? name,
      ...{ approvedBy: name, approvedAt: on.today },
    };
    const written = await on.companions.keepPair(pair);
    if (written.kind === 'refused') return notDone(written.problem, topic, on);
    return {
      placement: 'turn',
      undo: () => dropUnapproved(topic, on),
      changes: [
        inLedger({
          ...{ kind: 'approve-answer', ...stepOn(seen, on), by: { name, person } },
          pair: pair.id,
        }),
        audited('批准待答问题的答复', topic.question, on),
        ...tellOfTopic(
          topic,
          [topic.answeredBy?.person ?? null],
          {
            ...{ did: 'approve', title: '您的答复已批准' },
            text: `您提交的答复已由${nameOf(on.person)}批准，用来答复这个问题。`,
          },
          on,
        ),
      ],
      blocks: thenFresh(
        [lead('已批准，收为问答。'), plain(`问题：${topic.question}`)],
        { done: '现在起这样答复；提过这个问题的人会收到消息。', waits: '正在更新检索…' },
        async () => [
          remark('收为把关题以后，资料有变动时都检查这个答复有没有变差。'),
          choices(
            '待答问题',
            ['收为把关题', { kind: 'offer-golden', question: topic.question, golden: null }],
            ['问一遍看看', { kind: 'ask', question: topic.question }],
            TO_LIST,
          ),
        ],
        on,
      ),
    };
  });
}

import {
  againstAssigning,
  againstLeaving,
  againstTaking,
  againstTakingBack,
} from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { can, ROLE_NAMES } from '../../../people/abilities.ts';
import { nameOf, type Person } from '../../../people/person.ts';
import { type Button, choices, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { shortened } from '../../shortened.ts';
import { audited } from '../people/audited.ts';
import { turnPages } from '../turn-pages.ts';
import { answerPage } from './answer-page.ts';
import { inLedger, keeperOf, seenAs, stepOn } from './opened-topic.ts';
import { done, notDone, withSeen } from './seen-topic.ts';
import { approversBesides, tellOfTopic } from './tell-of-topic.ts';

const PAGE = 8;
const NOBODY =
  '除您以外，现在没有教师或者管理员可以答复。请先在“我的班次”中邀请，或者点“由我答复”。';
const NO_LONGER = '选的这位现在不是教师，也不是管理员，不能答复。没有分派，请另选一位。';

/** Who may answer, to choose one. */
export function askAssignee(
  { from, ...seen }: DeedOf<'ask-assign-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstAssigning, async (topic) => {
    const others = (await on.people.people())
      .filter(({ id, role }) => id !== on.person.id && can(role, 'answer-ledger'))
      .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'zh'));
    if (others.length === 0) return notDone(NOBODY, topic, on);
    const named = seenAs(topic);
    return {
      placement: 'turn',
      blocks: [
        lead('这个问题交给谁答复？'),
        plain(topic.question),
        choices(
          '答复人',
          ...others
            .slice(from, from + PAGE)
            .map(
              (one): Button => [
                shortened(inWords(one)),
                { kind: 'assign-topic', ...named, person: one.id },
              ],
            ),
          ...turnPages({ kind: 'ask-assign-topic', ...named, from }, PAGE, others.length),
          ['返回问题', { kind: 'open-topic', topic: topic.id }],
        ),
      ],
    };
  });
}

function inWords(person: Person): string {
  return `${nameOf(person)}（${person.unit === '' ? ROLE_NAMES[person.role] : person.unit}）`;
}

export function assignTopic(
  { person: id, ...seen }: DeedOf<'assign-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstAssigning, async (topic) => {
    const person = await on.people.person(id);
    if (person === null || !can(person.role, 'answer-ledger')) return notDone(NO_LONGER, topic, on);
    const name = nameOf(person);
    return done(`已交给${name}答复，并已发消息告知。`, topic, [
      inLedger({ kind: 'assign-topic', ...stepOn(seen, on), assignee: id }),
      audited('分派待答问题', `${topic.question}，交给${name}`, on),
      ...tellOfTopic(
        topic,
        [id, topic.assignee === id ? null : topic.assignee],
        {
          ...{ did: 'assign', title: '待答问题已分派' },
          text: `有一个待答问题由${nameOf(on.person)}分派给${name}答复，请从已批准的资料中找依据，提交后由管理员审核。`,
        },
        on,
      ),
    ]);
  });
}

/** Takes it oneself, and goes on to answer it. */
export function takeTopic(seen: DeedOf<'take-topic'>, on: PersonalOccasion): Promise<FeatureReply> {
  const against = (topic: Topic) => againstTaking(topic, keeperOf(on));
  return withSeen(seen, on, against, async (topic) => ({
    ...(await answerPage({ ...topic, state: 'assigned', assignee: on.person.id }, on, {
      said: '由您答复。',
    })),
    changes: [
      inLedger({ kind: 'assign-topic', ...stepOn(seen, on), assignee: on.person.id }),
      audited('认领待答问题', topic.question, on),
      ...tellOfTopic(
        topic,
        [topic.assignee],
        {
          ...{ did: 'assign', title: '待答问题已由他人答复' },
          text: `原来交给您的一个待答问题，已由${nameOf(on.person)}答复，不用再办。`,
        },
        on,
      ),
    ],
  }));
}

/** Why nobody can answer here; the first two are for a manager to set it aside. */
const LEAVING = ['非培训政策', '资料中没有依据', '不由我答复'] as const;

export function askLeavingReason(
  seen: DeedOf<'ask-leave-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const against = (topic: Topic) => againstLeaving(topic, keeperOf(on));
  return withSeen(seen, on, against, (topic) => ({
    placement: 'turn',
    blocks: [
      lead('退回分派：请选原因，管理员会收到。'),
      plain(topic.question),
      choices(
        '退回的原因',
        ...LEAVING.map(
          (reason): Button => [reason, { kind: 'leave-topic', ...seenAs(topic), reason }],
        ),
        ['不退回', { kind: 'open-topic', topic: topic.id }],
      ),
    ],
  }));
}

/** Gives it back to those who assign. */
export function leaveTopic(
  { reason, ...seen }: DeedOf<'leave-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const against = (topic: Topic) => againstLeaving(topic, keeperOf(on));
  return withSeen(seen, on, against, async (topic) =>
    done('已退回分派，不再由您答复。管理员会收到消息。', topic, [
      inLedger({ kind: 'assign-topic', ...stepOn(seen, on), assignee: null }),
      audited('退回待答问题', `${topic.question}，原因：${reason}`, on),
      ...tellOfTopic(
        topic,
        await approversBesides(on),
        {
          ...{ did: 'assign', title: '待答问题退回分派' },
          text: `${nameOf(on.person)}退回了一个待答问题，原因：${reason}。请另行分派，或者列为不答复。`,
        },
        on,
      ),
    ]),
  );
}

/** Has back what one submitted oneself, to change it. */
export function takeAnswerBack(
  seen: DeedOf<'take-answer-back'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const against = (topic: Topic) => againstTakingBack(topic, keeperOf(on));
  return withSeen(seen, on, against, (topic) =>
    done(
      '已收回，没有送审。改好以后请再次提交。',
      topic,
      [
        inLedger({
          ...{ kind: 'return-answer', ...stepOn(seen, on), by: keeperOf(on) },
          reason: '答复人收回修改',
        }),
        audited('收回待答问题的答复', topic.question, on),
      ],
      ['修改答复', { kind: 'answer-topic', topic: topic.id }],
    ),
  );
}

import { againstSplitting } from '../../../materials/ledger/rules.ts';
import type { Topic, Wording } from '../../../materials/ledger/topic.ts';
import { type Button, choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { shortened } from '../../shortened.ts';
import { turnPages } from '../materials/turn-pages.ts';
import { audited } from '../people/audited.ts';
import { inLedger, keeperOf, seenAs, stepOn, withTopic } from './opened-topic.ts';
import { done, notDone, withSeen } from './seen-topic.ts';
import { causeInWords } from './topic-words.ts';

const PAGE = 8;
const NOT_THERE = '这种问法已经不在这个问题里，没有拆分。请看现在的问法。';

/** In which words a topic was asked; who keeps the ledger may take one out. */
export function listWordings(
  { from, ...named }: DeedOf<'list-wordings'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withTopic(named, on, async (topic) => {
    const wordings = await on.ledger.wordings(topic.id, from, PAGE);
    const maySplit = keeperOf(on).isManager && againstSplitting(topic) === null;
    const lines = wordings.map(
      (one, at) => `${from + at + 1}. ${one.text}（${causeInWords(one)}）`,
    );
    const split = wordings.map(
      (one, at): Button => [
        shortened(`拆出 ${from + at + 1}`),
        { kind: 'ask-split-wording', topic: topic.id, wording: one.id },
      ],
    );
    return {
      placement: 'turn',
      blocks: [
        heading(`问法（共 ${topic.wordings} 种）`),
        plain(lines.join('\n')),
        ...(maySplit
          ? [remark('意思不同的问法可以拆出，另成一个待答问题。'), choices('拆出', ...split)]
          : []),
        choices(
          '问法',
          ...turnPages({ kind: 'list-wordings', topic: topic.id, from }, PAGE, topic.wordings),
          ['返回问题', { kind: 'open-topic', topic: topic.id }],
        ),
      ],
    };
  });
}

/** Says what follows before a wording is taken out. */
export function confirmSplitting(
  { wording, ...named }: DeedOf<'ask-split-wording'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withTopic(named, on, async (topic) => {
    const found = await wordingOf(topic, wording, on);
    const problem = found === null ? NOT_THERE : againstSplitting(topic);
    if (found === null || problem !== null) return notDone(problem ?? NOT_THERE, topic, on);
    return {
      placement: 'turn',
      blocks: [
        lead('把这种问法拆出，另成一个待答问题？'),
        plain(`拆出：${found.text}\n原来的问题：${topic.question}`),
        decision(
          '拆分',
          ['确定拆出', { kind: 'split-wording', ...seenAs(topic), wording }],
          ['不拆', { kind: 'list-wordings', topic: topic.id, from: 0 }],
        ),
      ],
    };
  });
}

export function splitWording(
  { wording, ...seen }: DeedOf<'split-wording'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSeen(seen, on, againstSplitting, async (topic) => {
    const found = await wordingOf(topic, wording, on);
    if (found === null) return notDone(NOT_THERE, topic, on);
    const into = makeId();
    return done(
      '已拆出，另成一个待答问题。',
      topic,
      [
        inLedger({ kind: 'split-wording', ...stepOn(seen, on), wording, into }),
        audited('拆分待答问题', `${topic.question}，拆出：${found.text}`, on),
      ],
      ['打开拆出的', { kind: 'open-topic', topic: into }],
    );
  });
}

async function wordingOf(
  topic: Topic,
  id: string,
  { ledger }: PersonalOccasion,
): Promise<Wording | null> {
  const all = await ledger.wordings(topic.id, 0, topic.wordings);
  return all.find((one) => one.id === id) ?? null;
}

import {
  againstAnswering,
  againstApproving,
  againstAssigning,
  againstLeaving,
  againstPuttingBack,
  againstReturning,
  againstSettingAside,
  againstTaking,
  againstTakingBack,
  againstWithdrawing,
} from '../../../materials/ledger/rules.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import type { Button } from '../../blocks.ts';
import type { PersonalOccasion } from '../../feature.ts';
import { keeperOf, seenAs, TO_LIST } from './opened-topic.ts';

/** What comes next with a topic, for whoever looks at it. */
export function mainButtons(topic: Topic, on: PersonalOccasion): readonly Button[] {
  const by = keeperOf(on);
  const seen = seenAs(topic);
  const named = { topic: topic.id };
  const buttons: Button[] = [];
  if (by.isManager && againstApproving(topic, by, { oneMayApprove: true }) === null) {
    buttons.push(['审核答复', { kind: 'review-topic-answer', ...named }]);
  }
  if (againstTakingBack(topic, by) === null) {
    buttons.push(['收回修改', { kind: 'take-answer-back', ...seen }]);
  }
  if (againstAnswering(topic, by) === null) {
    buttons.push(['答复', { kind: 'answer-topic', ...named }]);
  } else if (againstTaking(topic, by) === null) {
    buttons.push([by.isManager ? '由我答复' : '认领', { kind: 'take-topic', ...seen }]);
  }
  if (by.isManager && againstAssigning(topic) === null) {
    buttons.push(['交给别人', { kind: 'ask-assign-topic', ...seen, from: 0 }]);
  }
  if (topic.assignee === by.person && againstLeaving(topic, by) === null) {
    buttons.push(['退回分派', { kind: 'ask-leave-topic', ...seen }]);
  }
  if (topic.wordings > 1) buttons.push(['全部问法', { kind: 'list-wordings', ...named, from: 0 }]);
  if (by.isManager) buttons.push(...managing(topic));
  return [...buttons, TO_LIST];
}

function managing(topic: Topic): Button[] {
  const seen = seenAs(topic);
  const buttons: Button[] = [];
  if (againstPuttingBack(topic) === null) {
    buttons.push(['恢复待答', { kind: 'put-topic-back', ...seen }]);
  }
  if (againstWithdrawing(topic) === null) {
    buttons.push(
      ['撤回答复', { kind: 'ask-withdraw-topic-answer', ...seen }],
      ['收为把关题', { kind: 'offer-golden', question: topic.question, golden: null }],
    );
  }
  if (topic.state !== 'answered' && topic.state !== 'set-aside') {
    buttons.push(['更多', { kind: 'more-of-topic', topic: topic.id }]);
  }
  return buttons;
}

export function rareButtons(topic: Topic, _: PersonalOccasion): readonly Button[] {
  const seen = seenAs(topic);
  return [
    ...(againstSettingAside(topic) === null
      ? ([['不答复', { kind: 'ask-set-topic-aside', ...seen }]] as const)
      : []),
    ...(againstReturning(topic) === null
      ? ([['退回答复', { kind: 'ask-return-topic-answer', ...seen }]] as const)
      : ([['并入其他问题', { kind: 'ask-merge-topic', ...seen, from: 0 }]] as const)),
    ['问法和拆分', { kind: 'list-wordings', topic: topic.id, from: 0 }],
    ['返回问题', { kind: 'open-topic', topic: topic.id }],
  ];
}

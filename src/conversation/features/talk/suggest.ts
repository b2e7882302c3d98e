import { choices, plain } from '../../blocks.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';

const INVITATION =
  '请写下您的意见建议，下一条消息将直接转给维护人员，不附您的姓名和账号。请不要写涉密内容。';
const THANKS = '意见建议已经收到，维护人员可以看到。感谢您的帮助，请继续提问。';

/** Takes the next message as a 意见建议 for the operator. */
export function inviteSuggestion({ state }: Occasion): FeatureReply {
  return {
    placement: 'turn',
    state: { ...state, expecting: 'suggestion' },
    blocks: [
      { kind: 'text', tone: 'plain', text: INVITATION },
      {
        kind: 'buttons',
        role: 'choices',
        label: '不提了',
        buttons: [{ label: '取消', deed: { kind: 'cancel' } }],
      },
    ],
  };
}

/** @param text as `readText` gives it */
export function takeSuggestion(text: string, { now }: Occasion): FeatureReply {
  return {
    ...say(THANKS),
    suggestion: { id: makeId(), text, at: now.toISOString() },
  };
}

/** What was waited for is over; what has been done stays. */
export function cancel({ pending, state }: Occasion): FeatureReply {
  if (pending.expecting === 'order-piece') {
    return {
      ...say('好的，没有做研讨方案。需要时发送“研讨方案”。'),
      state: { ...state, seminarOrder: null },
    };
  }
  const reminder = pending.reminderWords?.reminder;
  if (reminder !== undefined) {
    return {
      placement: 'turn',
      blocks: [
        plain('好的，先不办了。草稿已经保存，没有发送。'),
        choices('通知提醒', ['打开草稿', { kind: 'open-reminder', reminder }]),
      ],
    };
  }
  const words = pending.questionnaireWords;
  if (pending.expecting === 'questionnaire-piece') {
    return {
      ...say('好的，没有做问卷。需要时发送“新建问卷”。'),
      state: { ...state, questionnaireOrder: null },
    };
  }
  if (words !== null) {
    return {
      placement: 'turn',
      blocks: [
        plain(words.of === 'questionnaire' ? '好的，没有修改。' : '好的，没有改动，也没有发布。'),
        choices(
          '问卷',
          words.of === 'closing'
            ? ['填写情况', { kind: 'open-published', published: words.published }]
            : ['返回问卷', { kind: 'open-questionnaire', questionnaire: words.questionnaire }],
        ),
      ],
    };
  }
  const material = pending.materialWords;
  if (material !== null) {
    const named = { material: material.material, version: material.version };
    return {
      placement: 'turn',
      blocks: [
        plain('好的，没有改动。'),
        choices('资料', ['返回资料', { kind: 'open-material', ...named }]),
      ],
    };
  }
  if (pending.gateWords !== null) {
    return {
      placement: 'turn',
      blocks: [
        plain('好的，没有启用，答复仍按原有资料给出。'),
        choices('把关', ['把关结果', { kind: 'open-gate' }]),
      ],
    };
  }
  const kit = pending.kitWords?.kit;
  if (kit === undefined) return say('好的，请继续提问。');
  return {
    placement: 'turn',
    blocks: [
      plain('好的，没有修改。'),
      choices('研讨方案', ['返回方案', { kind: 'open-kit', kit }]),
    ],
  };
}

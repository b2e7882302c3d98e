import { dateIn } from '../../../clock.ts';
import {
  groupedReceiptCode,
  hashReceiptCode,
  makeSuggestionId,
} from '../../../suggestion/receipt-code.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import { SUGGESTION_TURN } from '../../store.ts';
import { tellOfNew } from '../suggestions/tell.ts';

const INVITATION =
  '请写下您的意见建议，下一条消息将直接交给管理员办理，由办理的人署名答复。请不要写涉密内容。';
const NOT_KNOWN =
  '不附您的姓名和账号，存下的只有原文和日期；对话记录中不留原文，过一小时连提过意见这件事也不留。您在文中写明自己是谁、留了电话的，照原样转交。';
const WISHED =
  '已选“有答复时告诉我”：为此要记下这条意见是您提的，管理员看不到；您看过答复，或者不再需要时，随即删除，满三十天没有看的也删除。不选的，没有任何记录与您对应。';
const TOO_MANY = '一小时内提交的意见建议已经很多，这一条没有收下。请过一小时再发。';
/** What the history has in place of the words. */
const SAID = '意见建议';

/** Takes the next message as a 意见建议 for those who answer them. */
export function inviteSuggestion(
  { state, person }: Occasion,
  { isWished }: Pick<DeedOf<'invite-suggestion'>, 'isWished'> = { isWished: false },
): FeatureReply {
  const wishes = person !== null && isWished;
  const toldOrNot: Button = wishes
    ? ['不用告诉我', { kind: 'invite-suggestion', isWished: false }]
    : ['有答复时告诉我', { kind: 'invite-suggestion', isWished: true }];
  return {
    placement: 'turn',
    state: { ...state, expecting: 'suggestion', wishesAnswer: wishes },
    outcome: SUGGESTION_TURN,
    said: SAID,
    blocks: [
      plain(INVITATION),
      remark(wishes ? WISHED : NOT_KNOWN),
      choices('意见建议', ...(person === null ? [] : [toldOrNot]), ['取消', { kind: 'cancel' }]),
    ],
  };
}

/** @param text as `readText` gives it */
export async function takeSuggestion(text: string, on: Occasion): Promise<FeatureReply> {
  const code = on.receipts.issue(on.account);
  if (code === null) return { ...say(TOO_MANY), said: SAID, outcome: SUGGESTION_TURN };
  const grouped = groupedReceiptCode(code);
  const wisher = on.pending.wishesAnswer ? (on.person?.id ?? null) : null;
  return {
    placement: 'turn',
    said: SAID,
    outcome: SUGGESTION_TURN,
    // Else the history would say which one of them it was.
    secrets: [code, grouped],
    blocks: [
      lead('意见建议已经收到，管理员可以看到。感谢您的帮助，请继续提问。'),
      plain(`查询码：${grouped}`),
      remark(
        `请现在记下，查询码只显示这一次，忘了不能补。发送“查询意见 ${grouped}”查看办理情况和答复，用谁的账号、登录不登录都可以。${beyond(on)}`,
      ),
    ],
    suggestion: {
      ...{ id: makeSuggestionId(), text, day: dateIn(on.zone, on.now) },
      ...{ codeHash: hashReceiptCode(code), wisher },
    },
    changes: await tellOfNew(on),
  };
}

function beyond({ carrier }: Occasion): string {
  return carrier === null ? '' : `${carrier} 聊天窗口中的原话和查询码由您自己保存或者删除。`;
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
  if (pending.suggestionWords !== null) {
    const { suggestion } = pending.suggestionWords;
    return {
      placement: 'turn',
      blocks: [
        plain('好的，没有答复。'),
        choices('意见办理', ['返回', { kind: 'open-suggestion', suggestion }]),
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
  const asked = pending.ledgerWords;
  if (asked !== null) {
    return {
      placement: 'turn',
      blocks: [
        plain('好的，没有改动。做到一半的答复留着，可以接着做。'),
        choices('待答问题', ['返回问题', { kind: 'open-topic', topic: asked.topic }]),
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

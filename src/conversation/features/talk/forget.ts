import { type FeatureReply, notice, type Occasion } from '../../feature.ts';

const WARNING = '将删除本次对话的全部问答、评价和按钮，不能恢复。已提交的意见建议仍然保留。';
const IN_SEMINAR =
  '您正在研讨中：已提的意见和选票保留；清除以后要继续参加，请重新发送研讨码，否则发来的话按提问处理。';
const WITH_DRAFT =
  '没有提交的问卷草稿仍然保留：不要的，请先发送“问卷”打开，点“稍后再填”后选“删除草稿”。';

const WITH_CITED =
  '答复引用过哪些条文仍然保存，条文变动时据此告知您：不需要的，请在“我的数据”中删除引用记录。';

const WITH_QUESTIONS =
  '记入待答问题的提问仍然保存，有答复时据此告知您：不需要的，请在“我的数据”中删除待答问题。';

/** Nothing is deleted before it is confirmed. */
export async function confirmForgetting({
  carrier,
  state,
  person,
  isPublic,
  answerDays,
  ledger,
}: Occasion): Promise<FeatureReply> {
  const beyond = carrier === null ? '' : `${carrier} 聊天窗口中的消息请自行删除。`;
  const seminar = state.seminar === null ? '' : IN_SEMINAR;
  const draft = (state.answering?.survey ?? null) === null ? '' : WITH_DRAFT;
  const cited = person === null || isPublic || answerDays === 0 ? '' : WITH_CITED;
  const own = person === null || isPublic ? [] : await ledger.ownAsked(person.id);
  const questions = own.length === 0 ? '' : WITH_QUESTIONS;
  return {
    placement: 'turn',
    blocks: [
      {
        kind: 'text',
        tone: 'plain',
        text: `${WARNING}${seminar}${draft}${cited}${questions}${beyond}确定清除吗？`,
      },
      {
        kind: 'buttons',
        role: 'choices',
        label: '确认清除',
        buttons: [
          { label: '确定清除', deed: { kind: 'forget' } },
          { label: '不清除', deed: { kind: 'cancel' } },
        ],
      },
    ],
  };
}

export function forget(): FeatureReply {
  return { ...notice('记录已清除。'), forgets: true };
}

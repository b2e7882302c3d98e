import type { Answer } from '../../answering/answer.ts';
import { answerText } from '../../answering/answer-text.ts';
import { MAILING_NAMES } from '../../delivery/mailing.ts';

export const ANSWERED_TITLE = '待答问题有了答复';

/** What someone reads whose question is answered now; `answer` is null where it may not be in a message. */
export function answeredMessage(question: string, answer: Answer | null): string {
  const opening = `【${MAILING_NAMES.service}】您提过的问题现在有了答复。\n问题：${question}`;
  return answer === null
    ? `${opening}\n答复引用了内部资料，消息中不列原文。请登录网页，打开这条消息，点“再问一次”查看。`
    : `${opening}\n答复：${answerText(answer)}\n需要查看原文前后文的，请点“再问一次”。`;
}

import type { Suggestion } from '../../../suggestion/suggestion.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import { sentBlocks, shownOnce } from './sent-suggestion.ts';

const CHECK = '查询意见';
const TELL_ME = '有答复时告诉我';
const HOW =
  '请发送“查询意见”和提交时给出的查询码，例如“查询意见 ABCDE-23456”。查询码忘了的，不能补；可以重新提。';
const UNKNOWN =
  '没有这个查询码的意见建议，请核对后再发。查询码由十个字母和数字组成，没有 0、1、O、I、L。';
const TOO_MANY = '查询码不对的次数太多，请一小时后再试。';
const SIGN_IN =
  '要在有答复时收到消息，请先登录，再发送“有答复时告诉我”和查询码。现在可以凭查询码随时查看。';
const SETTLED = '这件意见建议已经有了答复，不用再等消息。';
const WILL_TELL =
  '有答复时发消息告诉您。为此记下了这条意见是您提的，管理员看不到；您看过答复，或者不再需要时，随即删除。';

/** What became of one, for whoever has its code. */
export function checkSuggestion(code: string, on: Occasion): Promise<FeatureReply> {
  return withReceipt(CHECK, code, on, (suggestion) => {
    const waits = suggestion.state === 'open' || suggestion.state === 'in-hand';
    const offer = waits && on.person !== null ? [remark(HOW_TO_BE_TOLD)] : [];
    return shownOnce(CHECK, [...sentBlocks(suggestion, on), ...offer]);
  });
}

const HOW_TO_BE_TOLD = '需要在有答复时收到消息的，发送“有答复时告诉我”和查询码。';

/** Whoever has its code is told of the answer. */
export async function wishAnswer(code: string, on: Occasion): Promise<FeatureReply> {
  const { person } = on;
  if (person === null) return say(SIGN_IN);
  return withReceipt(TELL_ME, code, on, ({ id, state }) => {
    if (state === 'answered' || state === 'declined') return shownOnce(TELL_ME, [plain(SETTLED)]);
    return {
      ...shownOnce(TELL_ME, [
        lead(WILL_TELL),
        choices('意见建议', ['不用告诉我', { kind: 'drop-own-wishes', of: 'all' }]),
      ]),
      changes: [
        {
          of: 'suggestion',
          change: { kind: 'wish-suggestion-answer', suggestion: id, person: person.id },
        },
      ],
    };
  });
}

async function withReceipt(
  said: string,
  code: string,
  on: Occasion,
  then: (suggestion: Suggestion) => FeatureReply,
): Promise<FeatureReply> {
  if (code.trim() === '') return say(HOW);
  const opened = await on.receipts.open(code, on.account);
  switch (opened.kind) {
    case 'found':
      return then(opened.suggestion);
    case 'unknown':
      return { ...say(UNKNOWN), said };
    case 'too-many-tries':
      return { ...say(TOO_MANY), said };
    default:
      return opened satisfies never;
  }
}

import type { MessageChannel } from '../../../reminder/wishes.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { CHANNEL_NAMES, whereInWords, whereSent } from './where-sent.ts';
import { setting, wishesOf } from './wishes.ts';

const EVERYTHING = '学习提醒和班务通知都按这个方式发送，同时保存在“消息”中。';
const ADD_TELEGRAM = '需要用 Telegram 接收的，请先在 Telegram 中用登录码登录。';

/** Where one's messages go. */
export async function chooseChannel(on: PersonalOccasion): Promise<FeatureReply> {
  const { channel } = await wishesOf(on);
  const where = await whereSent(on, channel);
  const buttons = where.open.map(
    (one): Button => [CHANNEL_NAMES[one], { kind: 'set-message-channel', channel: one }],
  );
  const mayAdd = on.hasBot && !where.open.includes('telegram') && !where.isTelegramShut;
  return {
    placement: 'turn',
    blocks: [
      lead('用什么方式接收消息？'),
      plain(`现在：${whereInWords(where)}`),
      remark(`${EVERYTHING}${mayAdd ? ADD_TELEGRAM : ''}`),
      choices('接收方式', ...buttons, ['学习提醒', { kind: 'open-wishes' }]),
    ],
  };
}

export async function setChannel(
  channel: MessageChannel,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const wishes = { ...(await wishesOf(on)), channel };
  const where = await whereSent(on, channel);
  const told =
    where.goesTo === channel
      ? `今后的消息发到：${whereInWords(where)}。`
      : `已选择${CHANNEL_NAMES[channel]}，但是您现在没有在那里登录；登录以前发到：${whereInWords(where)}。`;
  return {
    placement: 'turn',
    changes: [setting(wishes, on)],
    blocks: [
      lead(told),
      remark(EVERYTHING),
      choices('学习提醒', ['学习提醒', { kind: 'open-wishes' }]),
    ],
  };
}

import type { Reach } from '../../../delivery/delivery.ts';
import type { MessageChannel } from '../../../reminder/wishes.ts';
import type { PersonalOccasion } from '../../feature.ts';

export const CHANNEL_NAMES: Readonly<Record<MessageChannel, string>> = {
  telegram: 'Telegram',
  web: '网页',
};

/** Where messages to the person can go, and where they go now. */
export interface WhereSent {
  readonly open: readonly MessageChannel[];
  /** The person has shut the bot. */
  readonly isTelegramShut: boolean;
  /** Null where there is no channel: they wait among the person's messages. */
  readonly goesTo: MessageChannel | null;
}

export async function whereSent(
  { deliveries, person, now }: PersonalOccasion,
  chosen: MessageChannel | null,
): Promise<WhereSent> {
  const reach = (await deliveries.reach([person.id], now)).get(person.id);
  return { ...ofReach(reach ?? null), goesTo: goesTo(ofReach(reach ?? null).open, chosen) };
}

function ofReach(reach: Reach | null): Omit<WhereSent, 'goesTo'> {
  const isOpen = (name: MessageChannel) => reach?.open.some(({ channel }) => channel === name);
  return {
    open: (['telegram', 'web'] as const).filter(isOpen),
    isTelegramShut: reach?.shut.includes('telegram') === true,
  };
}

function goesTo(
  open: readonly MessageChannel[],
  chosen: MessageChannel | null,
): MessageChannel | null {
  return open.find((one) => one === chosen) ?? open[0] ?? null;
}

export function whereInWords({ goesTo: channel, isTelegramShut }: WhereSent): string {
  const shut = isTelegramShut
    ? '（Telegram 中已停用本机器人，在那里给机器人发一条消息即可恢复）'
    : '';
  if (channel === 'telegram') return 'Telegram';
  return channel === 'web' ? `网页，在“消息”中查看${shut}` : `在“消息”中查看${shut}`;
}

import { chooseChannel } from '../../../delivery/choose-channel.ts';
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

const NOWHERE: Reach = { open: [], shut: [], chosen: null };
const SHUT = '（Telegram 中已停用本机器人，在那里给机器人发一条消息即可恢复）';

export async function whereSent(
  { deliveries, person, now, hasBot }: PersonalOccasion,
  chosen: MessageChannel | null,
): Promise<WhereSent> {
  const reach = (await deliveries.reach([person.id], now)).get(person.id) ?? NOWHERE;
  const { kind } = chooseChannel({ ...reach, chosen }, hasBot);
  return {
    open: (['telegram', 'web'] as const).filter(
      (one) => (one === 'web' || hasBot) && reach.open.some(({ channel }) => channel === one),
    ),
    isTelegramShut: reach.shut.includes('telegram'),
    goesTo: kind === 'push' ? 'telegram' : kind === 'inbox' ? 'web' : null,
  };
}

export function whereInWords({ goesTo, isTelegramShut }: WhereSent): string {
  if (goesTo === 'telegram') return 'Telegram';
  const shut = isTelegramShut ? SHUT : '';
  return goesTo === 'web' ? `网页，在“消息”中查看${shut}` : `在“消息”中查看${shut}`;
}

import { timeIn } from '../../../clock.ts';
import type { Message } from '../../../delivery/delivery.ts';
import { MAILING_NAMES } from '../../../delivery/mailing.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';

const PAGE = 10;
/** Of a message in a list, in characters. */
const FIRST_WORDS = 36;
/** Most say at their beginning what they are. */
const BEGINNING = /^(【[^】]*】)?\s*([\s\S]*)$/u;

/** One's own messages, the newest first, whatever channel they came by. */
export async function listMessages(
  before: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id } = on.person;
  const { messages, hasMore } = await on.deliveries.messages(id, PAGE, before ?? undefined);
  const last = messages.at(-1);
  if (last === undefined) {
    return {
      placement: 'turn',
      blocks: [
        lead(before === null ? '还没有消息。' : '没有更早的消息了。'),
        remark('学习提醒和班务通知都保存在这里。'),
        choices('消息', ['学习提醒', { kind: 'open-wishes' }]),
      ],
    };
  }
  const lines = messages.map((message, at) => `${at + 1}. ${messageLine(message, on)}`);
  const more: Button[] = hasMore
    ? [['更早的消息', { kind: 'list-messages', before: last.id }]]
    : [];
  return {
    placement: 'turn',
    blocks: [
      lead(before === null ? await unreadInWords(on) : '更早的消息'),
      plain(lines.join('\n')),
      choices(
        '打开一条消息',
        ...messages.map(
          (one, at): Button => [`第 ${at + 1} 条`, { kind: 'open-message', id: one.id }],
        ),
        ...more,
      ),
    ],
  };
}

async function unreadInWords({ deliveries, person }: PersonalOccasion): Promise<string> {
  const unread = await deliveries.unread(person.id);
  return unread === 0 ? '我的消息' : `我的消息，${unread} 条未读`;
}

/** `6月1日 12:30 班务通知：请各位学员于……（未读）` */
function messageLine(message: Message, on: PersonalOccasion): string {
  const { kind, text, isUnread } = message;
  const [, from = '', all = ''] = BEGINNING.exec(text.replace(/\s+/gu, ' ').trim()) ?? [];
  // Who reads it knows their own name.
  const address = `${on.person.name}同志：`;
  const words = all.startsWith(address) ? all.slice(address.length).trim() : all;
  const cut =
    [...words].length > FIRST_WORDS ? `${[...words].slice(0, FIRST_WORDS).join('')}…` : words;
  const unread = isUnread ? '【未读】' : '';
  const name = from === '' ? `${MAILING_NAMES[kind]}：` : from;
  return `${unread}${whenSent(message, on)} ${name}${cut}`;
}

/** 6月1日 12:30; with its year where that is another one. */
export function whenSent({ at }: Message, { zone, today }: PersonalOccasion): string {
  const [date = '', time = ''] = timeIn(zone, new Date(at)).split(' ');
  const [year = '', month, day] = date.split('-');
  const named = `${Number(month)}月${Number(day)}日 ${time}`;
  return today.startsWith(year) ? named : `${year}年${named}`;
}

import { beforeAll, describe, expect, it } from 'vitest';
import { TAP } from '../../../src/channels/telegram/reply/section.ts';
import {
  noticeButtons,
  studyButtons,
} from '../../../src/conversation/features/messages/message-buttons.ts';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { dataOf, openChat } from '../../support/chat-window.ts';
import { invite } from '../../support/invite.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { type Sent, sendMessage } from '../../support/send-message.ts';

let bot: PlanBot;
let chats = 900;
let messages = 0;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve({ access: { everyone: false, openChats: [] } });
  return () => bot.close();
});

/** Someone new, what the bot last said to them, and a message that was pushed into their chat. */
async function arrive(sent: Omit<Sent, 'id' | 'pushedTo'>) {
  const chat = ++chats;
  const window = openChat(bot, chat);
  const records = await bot.app.records();
  const code = await invite(records.people, 'learner', bot.app.clock.now());
  const greeting = last(await window.say(`/start ${code}`));
  const key = { channel: 'telegram', key: String(chat) };
  const person = await records.people.personOf(key, bot.app.clock.now());
  if (person === null) throw new Error('Expected a person');
  const id = `pushed-${String(++messages).padStart(9, '0')}`;
  await sendMessage(records, person.id, { ...sent, id, pushedTo: key });
  const opened = async () => (await records.deliveries.message(person.id, id))?.openedAt ?? null;
  const wishes = () => records.reminders.wishes(person.id);
  return { chat, window, greeting, id, opened, wishes };
}

function last(shown: readonly SentMessage[]): SentMessage {
  const found = shown.at(-1);
  if (found === undefined) throw new Error('Expected a message');
  return found;
}

/** As a button under a message of its own says it, at a position. */
const dataFor = (id: string, position: number) => `${TAP.reply}${id}.${position}`;

const study = { text: '到了您选定的学习时间。', title: '学习提醒', buttons: studyButtons() };

describe('a button under a message that the bot sent by itself', () => {
  it('stops study reminders at once, and opens the message', async () => {
    const { window, greeting, id, opened, wishes } = await arrive(study);
    await window.say('每周二、四 12:30 提醒我学习');
    expect(await opened()).toBeNull();
    const told = last(await window.tapData(greeting, dataFor(id, 3)));
    expect(told.text).toContain('已停止学习提醒，不再发送');
    expect(await wishes()).toMatchObject({ isOn: false });
    expect(await opened()).not.toBeNull();
    const again = last(await window.tapData(greeting, dataFor(id, 3)));
    expect(again.text).toContain('没有开启，不会发送');
  });

  it('records learning, asks a question, pauses for a week', async () => {
    const { window, greeting, id } = await arrive(study);
    await window.say('每周二、四 12:30 提醒我学习');
    const consent = last(await window.tapData(greeting, dataFor(id, 0)));
    const asked = last(await window.tap(consent, '同意，开始使用'));
    expect(asked.text).toContain('这次学了什么');
    expect(last(await window.tapData(greeting, dataFor(id, 1))).text).toContain('回忆题');
    expect(last(await window.tapData(greeting, dataFor(id, 2))).text).toContain('已暂停学习提醒');
  });

  it('收到 is answered in passing', async () => {
    const notice = { kind: 'class', text: '请按时报到。', buttons: noticeButtons() } as const;
    const { window, greeting, id, opened } = await arrive(notice);
    expect(await window.tapData(greeting, dataFor(id, 0))).toEqual([]);
    expect(await opened()).not.toBeNull();
    const words = bot.api.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(JSON.stringify(words.at(-1))).toContain('好的，已收到，谢谢。');
  });

  it('that is someone else’s has expired', async () => {
    const theirs = await arrive(study);
    const { window, greeting } = await arrive(study);
    expect(await window.tapData(greeting, dataFor(theirs.id, 3))).toEqual([]);
    expect(await theirs.opened()).toBeNull();
    expect(JSON.stringify(bot.api.calls.at(-1))).toContain('已过期');
  });
});

describe('messages in Telegram', () => {
  it('are listed and opened there too, with their buttons', async () => {
    const { window, opened } = await arrive(study);
    const listed = last(await window.say('/inbox'));
    expect(listed.text).toContain('学习提醒：到了您选定的学习时间。');
    expect(listed.text).not.toContain('未读');
    const shown = last(await window.tap(listed, '第 1 条'));
    expect(shown.text).toContain('到了您选定的学习时间。');
    expect(dataOf(shown, '停止提醒')).toMatch(/^a[\w-]{16}\.\d$/u);
    expect(await opened()).not.toBeNull();
  });
});

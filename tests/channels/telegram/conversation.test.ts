import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { covered, dataOf, openChat, settled } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

const QUESTION = '网络培训学时怎么管理？';
const QUOTE = '出台干部网络培训学时管理办法，探索建立平台之间学时互认机制。';
const SOURCE = '《全国干部教育培训规划（2023—2027年）》六（一）';

let bot: PlanBot;
let person = 100;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve();
  return () => bot.close();
});

/** A chat of someone who was never here before. */
function newChat() {
  return openChat(bot, ++person);
}

async function onlyAnswer(chat = newChat(), question = QUESTION): Promise<SentMessage> {
  const answers = await chat.say(question);
  expect(answers).toHaveLength(1);
  return answers[0] as SentMessage;
}

describe('the bot', () => {
  it('answers with the quote drawn as one, its numbered source, and buttons', async () => {
    const answer = await onlyAnswer();
    expect(covered(answer, 'blockquote')).toEqual([QUOTE]);
    expect(answer.text).toContain(`${QUOTE}\n引文① ${SOURCE}`);
    const labels = answer.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));
    expect(labels?.[0]).toEqual(['查看原文', '复制引文']);
    expect(labels?.at(-1)).toEqual(['有用', '没帮助']);
  });

  it('quotes nothing that is not in the text, word for word', async () => {
    const plan = readFileSync(join(SHIPPED_CORPUS, 'plan-2023-2027.txt'), 'utf8');
    const answer = await onlyAnswer(newChat(), '规划对女干部、少数民族干部和党外干部有什么要求？');
    const quotes = covered(answer, 'blockquote');
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter((quote) => !plan.includes(quote))).toEqual([]);
  });

  it('copies the quote with its source at a tap, on the phone itself', async () => {
    const keys = (await onlyAnswer()).reply_markup?.inline_keyboard.flat() ?? [];
    expect(keys.find(({ text }) => text === '复制引文')).toMatchObject({
      copy_text: { text: `「${QUOTE}」——${SOURCE}` },
    });
  });

  it('opens the passage as an answer to the quote, with the quote marked in it', async () => {
    const chat = newChat();
    const answer = await onlyAnswer(chat);
    const [passage] = (await chat.tap(answer, '查看原文')) as [SentMessage];
    expect(passage.reply_to).toBe(answer.message_id);
    expect(covered(passage, 'bold')).toEqual([SOURCE, QUOTE]);
    expect(covered(passage, 'blockquote')[0]).toContain(QUOTE);
  });

  it('turns to the next passage in the same message', async () => {
    const chat = newChat();
    const [passage] = (await chat.tap(await onlyAnswer(chat), '查看原文')) as [SentMessage];
    expect(await chat.tap(passage, '下一段')).toEqual([]);
    const turned = chat.shown().find(({ message_id }) => message_id === passage.message_id);
    expect(turned?.edits).toBe(1);
    expect(turned?.text).not.toBe(passage.text);
  });

  it('shows a tapped question before its answer', async () => {
    const chat = newChat();
    const answer = await onlyAnswer(chat);
    const [next] = (await chat.tap(answer, '问第 1 题')) as [SentMessage];
    expect(covered(next, 'bold')[0]).toMatch(/^问：.+？$/u);
    expect(covered(next, 'blockquote').length).toBeGreaterThan(0);
  });

  it('understands a question from the one before', async () => {
    const chat = newChat();
    await chat.say('对省部级领导干部的培训有什么要求？');
    const [answer] = (await chat.say('那县处级呢？')) as [SentMessage];
    expect(answer.text).toMatch(/^按上文理解为：.*县处级/u);
  });

  it('thanks for feedback over the chat, and answers every tap', async () => {
    const chat = newChat();
    const answer = await onlyAnswer(chat);
    expect(await chat.tap(answer, '有用')).toEqual([]);
    expect(bot.api.answers().at(-1)).toMatchObject({ text: '已记录：有用。感谢反馈。' });
    const taps = bot.api.answers().length;
    await chat.tap(answer, '查看原文');
    expect(bot.api.answers()).toHaveLength(taps + 1);
  });

  it('says over the chat that a button is past or was never given', async () => {
    const chat = newChat();
    const answer = await onlyAnswer(chat);
    const foreign = await onlyAnswer(newChat());
    const expired = {
      text: '这个按钮已过期，请重新打开。问卷已经提交、研讨已经结束的，原来的按钮不再有用。',
      show_alert: true,
    };
    const made = [`a${'x'.repeat(16)}.0`, 'a', 'p', 'r', 'r1.1', '垃圾', 'a\u0000', '{"a":1}'];
    for (const data of [...made, dataOf(foreign, '查看原文')]) {
      expect(await chat.tapData(answer, data), data).toEqual([]);
      expect(bot.api.answers().at(-1), data).toMatchObject(expired);
    }
  });

  it('sends a record as a file with its Chinese name', async () => {
    const chat = newChat();
    await chat.say(QUESTION);
    const sent = await chat.say('导出对话');
    expect(sent.map(({ document }) => document?.name)).toEqual([
      undefined,
      expect.stringMatching(/^干训助手对话记录-\d{4}-\d\d-\d\d-\d{4}\.txt$/u),
    ]);
    expect(sent[1]?.document?.bytes.toString('utf8')).toContain(QUOTE);
  });

  it('tells newcomers that what they say passes the servers of Telegram', async () => {
    const [welcome] = (await newChat().say('/start')) as [SentMessage];
    expect(welcome.text).toContain('在 Telegram 中往来的消息经过其服务器');
    expect(welcome.text).not.toContain('，不发送给其他单位和服务');
  });

  it('forgets a conversation, and says what it cannot delete', async () => {
    const chat = newChat();
    await chat.say(QUESTION);
    const [warning] = (await chat.say('/clear')) as [SentMessage];
    expect(warning.text).toContain('Telegram 聊天窗口中的消息请自行删除');
    await chat.tap(warning, '确定清除');
    expect(bot.api.answers().at(-1)).toMatchObject({ text: '记录已清除。' });
  });

  it('keeps nothing of an update once it is answered', async () => {
    await newChat().say('只此一句的问题，别处没有');
    await settled(bot);
    const { inbox } = await bot.app.records();
    expect(await inbox.pending(Number(bot.api.token.split(':')[0]))).toEqual([]);
  });
});

describe('what the bot sets up', () => {
  it('offers its commands in Chinese, in groups those that suit a group', () => {
    const names = (type: string) =>
      bot.api.commands({ type }).map(({ command, description }) => `${command} ${description}`);
    expect(names('all_private_chats')).toEqual([
      'checkin 学习记录',
      'review 回忆题',
      'map 我的学习地图',
      'records 我的记录',
      'remind 学习提醒',
      'inbox 消息',
      'class 我的班次',
      'seminar 研讨',
      'survey 问卷',
      'mydata 我的数据',
      'help 使用说明',
      'sources 资料清单',
      'suggest 意见建议',
      'export 导出对话',
      'clear 清除记录',
    ]);
    expect(names('all_group_chats')).toEqual([
      'ask 提问（命令后面写问题）',
      'help 使用说明',
      'sources 资料清单',
    ]);
  });

  it('asks for the updates that it answers, and no others', () => {
    const asked = bot.api.calls.filter(({ method }) => method === 'getUpdates');
    expect(asked[0]?.payload).toMatchObject({
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    });
  });

  it('never asks Telegram to read markup, and loads no previews', () => {
    const sent = bot.api.calls.filter(({ method }) => /^(?:send|edit)Message/u.test(method));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ payload }) => 'parse_mode' in payload)).toEqual([]);
    const withText = sent.filter(({ payload }) => 'entities' in payload);
    for (const { payload } of withText) {
      expect(payload.link_preview_options).toEqual({ is_disabled: true });
    }
  });

  it('makes no call that Telegram refuses', () => {
    expect(bot.api.calls.filter(({ ok }) => !ok)).toEqual([]);
    expect(bot.logged).toEqual([]);
  });
});

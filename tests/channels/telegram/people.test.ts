import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/people/abilities.ts';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { type ChatWindow, openChat } from '../../support/chat-window.ts';
import { invite } from '../../support/invite.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';

let bot: PlanBot;
let chats = 500;
let classId: string;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve({ access: { everyone: false, openChats: [] } });
  const today = bot.app.clock.now().toISOString().slice(0, 10);
  classId = 'class';
  const dates = { startsOn: today, endsOn: today };
  const { people } = await bot.app.records();
  const one = { id: classId, name: '任职班', ...dates };
  await people.change([{ kind: 'add-class', class: one, at: `${today}T00:00:00.000Z` }]);
  return () => bot.close();
});

async function codeFor(role: Role, leadsTo: string | null): Promise<string> {
  const { people } = await bot.app.records();
  return invite(people, role, bot.app.clock.now(), { places: 9, classId: leadsTo });
}

/** Someone new who comes by a link and gives no name. */
async function arrive(role: Role, leadsTo: string | null = classId) {
  const id = ++chats;
  const chat = openChat(bot, id);
  const code = await codeFor(role, leadsTo);
  const greeting = await chat.say(`/start ${code}`);
  return { id, chat, greeting };
}

function last(messages: readonly SentMessage[]): SentMessage {
  const found = messages.at(-1);
  if (found === undefined) throw new Error('Expected a message');
  return found;
}

async function agree(chat: ChatWindow): Promise<void> {
  await chat.tap(last(await chat.say('打卡')), '同意，开始使用');
}

const entriesOf = async (id: number) => {
  const { people, learning } = await bot.app.records();
  const account = { channel: 'telegram', key: String(id) };
  const person = await people.personOf(account, bot.app.clock.now());
  return (await learning.entries(person?.id ?? '', 9)).entries;
};

describe('a learner in Telegram', () => {
  it('comes by a link, says a name, agrees, and keeps a record with a reflection', async () => {
    const { id, chat, greeting } = await arrive('learner');
    expect(last(greeting).text).toContain('请发送您的姓名');
    expect(last(await chat.say('王芳')).text).toContain('王芳，您好');
    expect(last(await chat.say('/checkin')).text).toContain('在 Telegram 中往来的消息经过其服务器');
    await agree(chat);
    const kept = last(await chat.say('五（二）'));
    expect(kept.text).toContain('已记录：五（二）师资队伍建设');
    await chat.tap(kept, '写一句体会');
    await chat.say('骨干教师下基层');
    expect(await entriesOf(id)).toMatchObject([
      { place: '五（二）', reflection: '骨干教师下基层' },
    ]);
  });

  it('answers a recall question whose options stand in the text where they are long', async () => {
    const { chat } = await arrive('learner');
    await agree(chat);
    const asked = last(await chat.say('回忆题'));
    const keys = asked.reply_markup?.inline_keyboard.flat() ?? [];
    expect(keys).toHaveLength(4);
    for (const { text } of keys) expect([...text].length).toBeLessThanOrEqual(18);
    const told = last(await chat.tap(asked, keys[0]?.text ?? ''));
    expect(told.text).toMatch(/答对了|再记一记/u);
    expect(await chat.tap(asked, keys[1]?.text ?? '')).toEqual([]);
    expect(bot.api.answers().at(-1)?.text).toContain('已经答过了');
  });

  it('gets the learning map as a picture, with words for those who cannot see it', async () => {
    const { chat } = await arrive('learner');
    await agree(chat);
    await chat.say('打卡 五（二）');
    const map = await chat.say('我的学习地图');
    const picture = map.find((message) => 'photo' in message);
    expect(picture?.caption).toContain('学过 1 个部分');
  });

  it('cannot use a trainer’s button, nor one that was made by hand', async () => {
    const trainer = await arrive('trainer');
    const opened = last(await trainer.chat.say('我的班次'));
    const { id, chat } = await arrive('learner');
    const mine = last(await chat.say('我的班次'));
    const members = opened.reply_markup?.inline_keyboard.flat().find(({ text }) => text === '名单');
    const data = members !== undefined && 'callback_data' in members ? members.callback_data : '';
    await chat.tapData(mine, data ?? '', id);
    expect(bot.api.answers().at(-1)?.text).toContain('已过期');
    await chat.tapData(mine, 'a................0.0', id);
    expect(bot.api.answers().at(-1)?.text).toContain('已过期');
  });

  it('keeps nothing in a group, where others read along', async () => {
    const { id } = await arrive('learner');
    const open = await bot.serve({ access: { everyone: false, openChats: ['-77'] } });
    await open.close();
    const group = openChat(bot, -77);
    await group.say('/checkin@ganxun_test_bot 五（二）', { from: id });
    expect(await entriesOf(id)).toEqual([]);
  });
});

describe('a trainer and an administrator in Telegram', () => {
  const menuOf = (chat: number) =>
    bot.api.commands({ type: 'chat', chat_id: chat }).map(({ command }) => command);

  it('have the menus of their roles', async () => {
    const [learner, trainer, admin] = [
      await arrive('learner'),
      await arrive('trainer'),
      await arrive('admin', null),
    ];
    expect(menuOf(learner.id)).not.toContain('audit');
    expect(menuOf(trainer.id)).toContain('class');
    expect(menuOf(admin.id)).toContain('audit');
  });

  it('do their work: a class, an invitation to print, a list of members', async () => {
    const { chat } = await arrive('admin', null);
    const classes = last(await chat.say('我的班次'));
    await chat.tap(classes, '新建班次');
    const made = last(await chat.say('进修班 2027-07-01 2027-07-09'));
    const invited = await chat.tap(made, '邀请学员');
    expect(invited.map(({ text }) => text).join('')).toMatch(/邀请码：\w{4}-\w{4}-\w{4}/u);
    expect(invited.some((message) => 'document' in message)).toBe(true);
    expect(last(await chat.say('操作记录')).text).toContain('新建班次：进修班');
    const trainer = await arrive('trainer');
    const opened = last(await trainer.chat.say('/class'));
    expect(last(await trainer.chat.tap(opened, '名单')).text).toContain('名单（共');
    expect(last(await trainer.chat.tap(opened, '学习概况')).text).toContain('不足 5 人');
  });

  it('joins a class by a further code as the person that they are', async () => {
    const { id, chat } = await arrive('learner', null);
    await chat.say(`/start ${await codeFor('trainer', classId)}`);
    const { people } = await bot.app.records();
    const account = { channel: 'telegram', key: String(id) };
    const person = await people.personOf(account, bot.app.clock.now());
    expect(person).toMatchObject({ role: 'trainer', memberships: [{ part: 'trainer' }] });
    expect(menuOf(id)).toContain('class');
  });
});

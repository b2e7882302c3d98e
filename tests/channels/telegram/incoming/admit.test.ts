import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../../../src/people/invitation.ts';
import { openChat } from '../../../support/chat-window.ts';
import { inviteWithId } from '../../../support/invite.ts';
import { makePlanBot, type PlanBot } from '../../../support/plan-bot.ts';

const QUESTION = '网络培训学时怎么管理？';
const STRANGER = '本助手只向受邀人员开放。请向教师或者管理员索取邀请链接，或者在这里发送邀请码。';
const OPEN_GROUP = -2001;
const CLOSED_GROUP = -2002;
const NAMED_PERSON = 55;

let bot: PlanBot;
let person = 100;

beforeAll(async () => {
  bot = await makePlanBot();
  const openChats = [String(OPEN_GROUP), String(NAMED_PERSON)];
  await bot.serve({ access: { everyone: false, openChats } });
  return () => bot.close();
});

async function invite(places = 1, days = 1): Promise<{ id: string; code: string }> {
  const [{ people }, now] = [await bot.app.records(), bot.app.clock.now()];
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString();
  return inviteWithId(people, 'learner', now, { places, expiresAt });
}

async function hear(chat: number, text: string, fields?: Record<string, unknown>) {
  const messages = await openChat(bot, chat).say(text, fields);
  return messages.map((message) => message.text ?? '');
}

describe('a stranger', () => {
  it('is told once in a day how to be let in, and learns nothing else', async () => {
    const me = ++person;
    expect(await hear(me, QUESTION)).toEqual([STRANGER]);
    expect(await hear(me, '/help')).toEqual([]);
    expect(await hear(me, '/sources')).toEqual([]);
    expect(await hear(me, '', { text: undefined, sticker: { file_id: 'x' } })).toEqual([]);
  });

  it('is let in by the link of an invitation, and greeted', async () => {
    const { code } = await invite();
    const me = ++person;
    expect(await hear(me, `/start ${code}`)).toEqual([
      expect.stringMatching(/^您好，我是干训助手/u),
    ]);
    expect(await hear(me, QUESTION)).toEqual([expect.stringContaining('学时互认机制')]);
  });

  it('is let in by a code alone, however it is written', async () => {
    const { code } = await invite();
    expect(await hear(++person, ` ${code.toLowerCase()} `)).toEqual([
      expect.stringMatching(/^您好，我是干训助手/u),
    ]);
  });

  it('is told what is wrong with a code', async () => {
    const { code: used } = await invite();
    await hear(++person, `/start ${used}`);
    const { code: expired } = await invite(1, -1);
    expect(await hear(++person, `/start ${used}`)).toEqual([
      expect.stringContaining('名额已经用完'),
    ]);
    expect(await hear(++person, `/start ${expired}`)).toEqual([expect.stringContaining('已过期')]);
    expect(await hear(++person, `/start ${makeCode()}`)).toEqual([
      expect.stringContaining('邀请码不对'),
    ]);
  });

  it('is let in by the line that invitations are handed out as, however often it heard the word', async () => {
    const { code } = await invite();
    const me = ++person;
    await hear(me, QUESTION);
    expect(await hear(me, `邀请码：${code}`)).toEqual([
      expect.stringMatching(/^您好，我是干训助手/u),
    ]);
    expect(await hear(me, code)).toEqual([expect.stringMatching(/^您好，我是干训助手/u)]);
  });

  it.each(['thanks', 'hello_world', '/start rubbish'])(
    'tries no code by saying %s',
    async (word) => {
      expect(await hear(++person, word)).toEqual([STRANGER]);
    },
  );

  it('may not guess on and on', async () => {
    const me = ++person;
    for (let tries = 0; tries < 5; tries++) await hear(me, `/start ${makeCode()}`);
    const { code } = await invite();
    expect(await hear(me, `/start ${code}`)).toEqual([expect.stringContaining('尝试次数过多')]);
    expect(await hear(me, `/start ${code}`)).toEqual([]);
  });

  it('hears nothing at all in a group that is not open', async () => {
    const said = { from: ++person };
    expect(await hear(CLOSED_GROUP, `@ganxun_test_bot ${QUESTION}`, said)).toEqual([]);
  });
});

describe('someone who was let in', () => {
  it('is asked to come to the private chat from a group that is not open', async () => {
    const { code } = await invite();
    const me = ++person;
    await hear(me, `/start ${code}`);
    expect(await hear(CLOSED_GROUP, `@ganxun_test_bot ${QUESTION}`, { from: me })).toEqual([
      '本群没有开通，请在与我的私聊中提问。',
    ]);
  });

  it('is a stranger again when the invitation is withdrawn, for old buttons too', async () => {
    const { id, code } = await invite();
    const me = ++person;
    const chat = openChat(bot, me);
    await hear(me, `/start ${code}`);
    const [answer] = await chat.say(QUESTION);
    await (await bot.app.records()).people.withdraw(id);
    if (answer === undefined) throw new Error('Expected an answer');
    expect(await chat.tap(answer, '查看原文')).toEqual([]);
    expect(bot.api.answers().at(-1)?.text).toBe(STRANGER);
    expect(await hear(me, QUESTION)).toEqual([STRANGER]);
  });
});

describe('a chat that the operator named', () => {
  it('is open to everyone in it', async () => {
    const asked = await hear(OPEN_GROUP, `@ganxun_test_bot ${QUESTION}`, { from: ++person });
    expect(asked).toEqual([expect.stringContaining('学时互认机制')]);
  });

  it('may be that of one person', async () => {
    expect(await hear(NAMED_PERSON, QUESTION)).toEqual([expect.stringContaining('学时互认机制')]);
  });
});

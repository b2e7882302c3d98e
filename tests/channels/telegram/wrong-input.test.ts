import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { openChat, settled } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { anyUpdate } from './incoming/any-update.ts';

const QUESTION = '网络培训学时怎么管理？';
const GROUP = -1001;
const ASKER = 21;
const RANDOM_UPDATES = 10_000;
/** `npm run soak` takes others every time. */
const SEED = process.env.SOAK_ROUNDS === undefined ? 20_261_124 : Date.now();

let bot: PlanBot;
let person = 1000;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve();
  return () => bot.close();
});

const newChat = () => openChat(bot, ++person);
const texts = (messages: readonly SentMessage[]) => messages.map(({ text }) => text);

describe('in private, the bot', () => {
  it.each([
    ['a sticker', { sticker: { file_id: 'x', emoji: '🙂' } }],
    ['a voice message', { voice: { file_id: 'x', duration: 3 } }],
  ])('says that it reads words alone when sent %s', async (_, media) => {
    const said = { text: undefined, ...media };
    expect(texts(await newChat().say('', said))).toEqual(['目前只能看懂文字，请用文字提问。']);
  });

  const FILE = { text: undefined, document: { file_id: 'x', file_name: '资料.docx' } };

  it('says who sends files when somebody sends one who may not', async () => {
    const [answer] = await newChat().say('', FILE);
    expect(answer?.text).toContain('资料只由教师和管理员上传');
    expect(bot.api.calls.map(({ method }) => method)).not.toContain('getFile');
  });

  it('reads what such a person writes under a file', async () => {
    const [answer] = await newChat().say('', { ...FILE, caption: QUESTION });
    expect(answer?.text).toContain('学时互认机制');
  });

  it('reads what is written under a picture', async () => {
    const said = { text: undefined, caption: QUESTION, photo: [{ file_id: 'x' }] };
    const [answer] = await newChat().say('', said);
    expect(answer?.text).toContain('学时互认机制');
  });

  it('answers a forwarded question as any other', async () => {
    const forwarded = {
      forward_origin: { type: 'hidden_user', sender_user_name: '某人', date: 1 },
    };
    const [answer] = await newChat().say(QUESTION, forwarded);
    expect(answer?.text).toContain('学时互认机制');
  });

  it('says once that an edited message is not answered anew', async () => {
    const chat = newChat();
    const edited_message = {
      message_id: 5,
      date: 1,
      edit_date: 2,
      chat: { id: person, type: 'private', first_name: '某' },
      from: { id: person, is_bot: false, first_name: '某' },
      text: QUESTION,
    };
    await chat.say(QUESTION);
    const before = chat.shown().length;
    bot.api.push({ update_id: bot.api.say(person, '/help').update_id + 1, edited_message });
    await settled(bot);
    expect(texts(chat.shown()).slice(before)).toContain(
      '修改过的消息不会重新答复，请重新发送一次。',
    );
  });

  it.each(['/start !!!垃圾', '/start a%20b%00', `/start ${'x'.repeat(64)}`])(
    'starts as ever on a link with rubbish: %s',
    async (link) => {
      const [welcome] = await newChat().say(link);
      expect(welcome?.text).toMatch(/^您好，我是干训助手/u);
    },
  );

  it('does not obey a command that names another bot', async () => {
    const [word] = await newChat().say('/clear@other_bot');
    expect(word?.text).toMatch(/^这条命令是发给另一个机器人的/u);
  });

  it('says what to do with a text that is too long', async () => {
    const [word] = await newChat().say('培训'.repeat(2000));
    expect(word?.text).toMatch(/太长|过长|字以内/u);
  });
});

describe('in a group, the bot', () => {
  const group = () => openChat(bot, GROUP);

  it.each([
    ['talk of others', '今天下午开会'],
    ['a question to nobody', QUESTION],
    ['talk that begins with blanks', '　　各位同志，明天九点开会。'],
    ['a command of another bot', '/help@other_bot'],
    ['a command that is none of its own', '/weather'],
    ['the name of another bot', `@other_bot ${QUESTION}`],
  ])('keeps silent at %s, and keeps nothing of it', async (_, text) => {
    expect(await group().say(text, { from: ASKER })).toEqual([]);
  });

  it.each([
    ['its name', `@ganxun_test_bot ${QUESTION}`],
    ['a command', `/ask ${QUESTION}`],
    ['a command with its name', `/ask@ganxun_test_bot ${QUESTION}`],
    ['its name in capitals at the end', `${QUESTION} @GanXun_Test_Bot`],
  ])('answers the message that calls it by %s', async (_, text) => {
    const [answer] = await group().say(text, { from: ASKER });
    expect(answer?.text).toContain('学时互认机制');
    expect(answer?.reply_to).toBeDefined();
  });

  it('answers a reply to its own message, each person apart', async () => {
    const [first] = await group().say('@ganxun_test_bot 对省部级领导干部的培训有什么要求？', {
      from: ASKER,
    });
    const reply = { reply_to: first?.message_id };
    const [mine] = await group().say('那县处级呢？', { from: ASKER, ...reply });
    expect(mine?.text).toMatch(/^按上文理解为/u);
    const [theirs] = await group().say('那县处级呢？', { from: 22, ...reply });
    expect(theirs?.text).not.toMatch(/^按上文理解为/u);
  });

  it('says to those who tap what others asked for that they may ask themselves', async () => {
    const [answer] = (await group().say(`@ganxun_test_bot ${QUESTION}`, { from: ASKER })) as [
      SentMessage,
    ];
    expect(await group().tap(answer, '查看原文', 22)).toEqual([]);
    expect(bot.api.answers().at(-1)?.text).toBe(
      '这些按钮属于提问的人，请用本人身份提问后再点。匿名提问的，不能使用按钮。',
    );
    const [passage] = (await group().tap(answer, '查看原文', ASKER)) as [SentMessage];
    await group().tap(passage, '下一段', ASKER);
    expect(group().shown().at(-1)?.edits).toBe(1);
  });

  it('stays in the topic in which it was asked', async () => {
    const said = { from: ASKER, message_thread_id: 77 };
    const [answer] = await group().say(`@ganxun_test_bot ${QUESTION}`, said);
    expect(answer?.message_thread_id).toBe(77);
  });
});

describe('whatever comes', () => {
  it(`${RANDOM_UPDATES} random and malformed updates stop nothing, and no word goes to a channel`, async () => {
    const before = bot.logged.length;
    const updates = fc.sample(anyUpdate, { numRuns: RANDOM_UPDATES, seed: SEED });
    let id = bot.api.say(++person, '/help').update_id + 1;
    for (const update of updates) {
      bot.api.push({ ...update, update_id: id++ });
      if (id % 500 === 0) await settled(bot);
    }
    await settled(bot);
    const [answer] = await newChat().say(QUESTION);
    expect(answer?.text).toContain('学时互认机制');
    const unexpected = bot.logged
      .slice(before)
      .filter((line) => !/chat not found|Telegram refused a message|closed to the bot/u.test(line));
    expect(unexpected).toEqual([]);
  }, 120_000);
});

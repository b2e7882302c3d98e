import { beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/conversation/incoming.ts';
import type { ReplyEvent } from '../../../src/conversation/reply.ts';
import { openChat } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { signIn } from '../../support/sign-in.ts';

const MEGABYTE = 1024 * 1024;
const TRAINER = 7001;

let bot: PlanBot;
let heard: Incoming[] = [];
/** How the conversation ends what it hears of a file. */
let end: Extract<ReplyEvent, { kind: 'end' }> = { kind: 'end', turn: null };

beforeAll(async () => {
  bot = await makePlanBot();
  const { people } = await bot.app.records();
  const at = bot.app.clock.now();
  const person = { id: 'trainer', name: '张某', unit: '', role: 'trainer' as const };
  await people.change([{ kind: 'add-person', person, at: at.toISOString() }]);
  const account = { channel: 'telegram', key: String(TRAINER), person: 'trainer' };
  await signIn(people, [account], at);
  await bot.serve({
    around: (conversation) => ({
      ...conversation,
      respond: async (incoming, emit, left) => {
        if (incoming.said.kind !== 'file') return conversation.respond(incoming, emit, left);
        heard.push(incoming);
        emit({ kind: 'begin', placement: 'turn', said: '' });
        emit({ kind: 'block', block: { kind: 'text', tone: 'lead', text: '已读取。' } });
        emit(end);
      },
    }),
    parts: { retryMs: 10 },
  });
  return () => bot.close();
});

async function send(name: string, bytes: Uint8Array, fields = {}) {
  heard = [];
  const chat = openChat(bot, TRAINER);
  const before = bot.api.messages(TRAINER).length;
  const { message } = bot.api.sendFile(TRAINER, name, bytes, fields);
  await bot.api.until(() => bot.api.messages(TRAINER).length > before, 'an answer to the file');
  await bot.api.until(() => bot.api.pending() === 0, 'the update to be taken in');
  return { chat, message: message.message_id, answer: bot.api.messages(TRAINER).at(-1)?.text };
}

describe('a file in Telegram', () => {
  it('reaches the conversation with its name and every byte', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    const { answer, message } = await send('关于培训的通知.docx', bytes, { caption: '新版' });
    expect(answer).toBe('已读取。');
    const [{ said }] = heard as [Incoming];
    expect(said).toMatchObject({ kind: 'file', name: '关于培训的通知.docx' });
    expect(said.kind === 'file' && Buffer.from(said.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(bot.api.isThere(TRAINER, message)).toBe(true);
  });

  it('is told to be too large before anything of it is fetched', async () => {
    const { answer } = await send('全集.pdf', new Uint8Array(20 * MEGABYTE + 1));
    expect(answer).toContain('文件超过 20 MB');
    expect(heard).toEqual([]);
  });

  it('is told to be too large where only the server knows', async () => {
    const large = bot.api.sendFile(TRAINER + 1, '全集.pdf', new Uint8Array(20 * MEGABYTE + 1));
    const { file_id } = large.message.document ?? { file_id: '' };
    const document = { file_id, file_unique_id: 'x', file_name: '全集.pdf' };
    const { answer } = await send('', new Uint8Array(1), { document });
    expect(answer).toContain('文件超过 20 MB');
  });

  it('is fetched again where the line breaks, and told to be lost where it stays broken', async () => {
    bot.api.trouble('file', 'reset-before', 2);
    expect((await send('通知.txt', Buffer.from('通知'))).answer).toBe('已读取。');
    bot.api.trouble('file', 'reset-before', 3);
    const { answer } = await send('通知.txt', Buffer.from('通知'));
    expect(answer).toContain('没有从 Telegram 下载成功');
    expect(heard).toEqual([]);
  });

  it('is taken away from the chat where nothing of it may stay', async () => {
    end = { kind: 'end', turn: null, takesBack: true };
    const { message } = await send('文件.docx', Buffer.from('★'));
    await bot.api.until(() => !bot.api.isThere(TRAINER, message), 'the message to go');
    end = { kind: 'end', turn: null };
    expect(bot.logged.join()).not.toContain('文件.docx');
  });

  it('tells no address with the token when a download fails', () => {
    expect([...bot.logged, ...bot.told].join()).not.toContain(bot.api.token);
  });
});

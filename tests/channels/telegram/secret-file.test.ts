import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../../support/chat-window.ts';
import { makeDocx, p } from '../../support/make-docx.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { signIn } from '../../support/sign-in.ts';

const ADMIN = 7002;
const NAME = '青松岭调度方案';
const WORDS = '枢纽水闸夜间开启次序';
const FILE_ID = /"file_id"/u;

let bot: PlanBot;

beforeAll(async () => {
  bot = await makePlanBot();
  const { people } = await bot.app.records();
  const at = bot.app.clock.now();
  const person = { id: 'admin', name: '张某', unit: '', role: 'admin' as const };
  await people.change([
    { kind: 'add-person', person, at: at.toISOString() },
    { kind: 'consent', person: 'admin', at: at.toISOString() },
  ]);
  await signIn(people, [{ channel: 'telegram', key: String(ADMIN), person: 'admin' }], at);
  await bot.serve();
  return () => bot.close();
});

/** All that stands on the disk of a house, whoever may read it. */
async function bytesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found.set(path, await readFile(path).catch(() => Buffer.alloc(0)));
  }
  return found;
}

/** Words as a file may hold them. */
function writtenWays(words: string): readonly Buffer[] {
  const escaped = [...words].map((one) => `\\u${one.charCodeAt(0).toString(16)}`).join('');
  return [
    ...[Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(encodeURI(words))],
    ...[Buffer.from(escaped), Buffer.from(Buffer.from(words).toString('base64'))],
  ];
}

describe('a file that is marked as a state secret', () => {
  it.each([
    ['in its text', `${NAME}.txt`, async () => Buffer.from(`机密★一年\n${WORDS}`)],
    ['in a header', `${NAME}.docx`, async () => makeDocx({ body: p(WORDS), header: p('绝密★') })],
    ['in its name', `${NAME}（秘密★）.pdf`, async () => Buffer.from(`%PDF-1.4\n${WORDS}`)],
  ])('leaves nothing where it was: marked %s', async (_name, file, content) => {
    openChat(bot, ADMIN);
    const temporary = new Set(await readdir(tmpdir()));
    const bytes = Buffer.from(await content());
    const before = bot.api.messages(ADMIN).length;
    const { message } = bot.api.sendFile(ADMIN, file, bytes);
    await bot.api.until(() => !bot.api.isThere(ADMIN, message.message_id), 'the message to go');
    await bot.api.until(() => bot.api.pending() === 0, 'the update to be taken in');
    await bot.api.until(() => bot.api.messages(ADMIN).length > before, 'an answer');
    expect(bot.api.messages(ADMIN).at(-1)?.text).toContain('涉密资料不得存入本系统');

    const parts = [...[NAME, WORDS].flatMap(writtenWays), bytes.subarray(-24)];
    const holding = async () => {
      const kept = await bytesOf(bot.app.config.dataFolder);
      expect(kept.size).toBeGreaterThan(2);
      const isHolding = (one: Buffer) => parts.some((part) => one.includes(part));
      return [...kept].filter(([, one]) => isHolding(one)).map(([path]) => path);
    };
    // The update is done a moment after its answer is there.
    await expect.poll(holding, { timeout: 5000 }).toEqual([]);
    expect([...bot.logged, ...bot.told].join()).not.toContain(NAME);
    expect(bot.logged.join()).not.toMatch(FILE_ID);
    const added = (await readdir(tmpdir())).filter((name) => !temporary.has(name));
    expect(added.filter((name) => name.includes(NAME))).toEqual([]);
    expect(await bot.app.shelf.list()).not.toEqual([]);
    expect(JSON.stringify(await bot.app.shelf.list())).not.toContain(NAME);
  });
});

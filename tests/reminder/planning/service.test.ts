import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashCode } from '../../../src/people/invitation.ts';
import { openRecords } from '../../../src/storage/records.ts';
import { type BotApi, startBotApi } from '../../support/bot-api/start-bot-api.ts';
import { type RunningService, startService } from '../../support/service/start-service.ts';
import { makeFolder } from '../../support/small-index.ts';

const COMMAND = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const CLASS = { id: 'class-one', name: '任职培训班', startsOn: '2026-01-01', endsOn: '2099-12-31' };
/** The bot's chats with two learners; a third has none. */
const CHATS = [501, 502];

let api: BotApi;
let folder: string;
let remove: () => Promise<void>;
let service: RunningService | null = null;

beforeEach(async () => {
  ({ path: folder, remove } = await makeFolder());
  api = await startBotApi();
  await addPeople();
});
afterEach(async () => {
  await service?.stop();
  service = null;
  await api.close();
  await remove();
});

/** The service as it ships, and the command line beside it. */
const settings = () => ({
  ...{ GANXUN_DATA: folder, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url },
});

async function remind(...args: readonly string[]): Promise<unknown> {
  const env = { ...process.env, ...settings() };
  const all = [COMMAND, 'remind', ...args, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, all, { env });
  return JSON.parse(stdout);
}

async function addPeople(): Promise<void> {
  const records = await openRecords(folder);
  const now = new Date();
  const at = now.toISOString();
  const { people } = records;
  await people.change([{ kind: 'add-class', class: CLASS, at }]);
  for (const chat of [...CHATS, 503]) {
    const person = `p${chat}`;
    const invitation = {
      ...{ id: person, codeHash: hashCode(person), note: '', places: 1, role: 'learner' as const },
      ...{ classId: null, person, createdAt: at, expiresAt: '2099-01-01T00:00:00.000Z' },
    };
    await people.change([
      { kind: 'add-person', person: { id: person, name: '王芳', unit: '', role: 'learner' }, at },
      { kind: 'join', person, classId: CLASS.id, part: 'learner', at },
      { kind: 'invite', invitation },
    ]);
    if (!CHATS.includes(chat)) continue;
    await people.redeem(hashCode(person), { channel: 'telegram', key: String(chat) }, now, null);
    api.unblock(chat);
  }
  await records.close();
}

it('a notice from the command line reaches people, and the report tells of it', async () => {
  service = await startService(settings());
  const draft = (await remind(
    ...['create', '--kind', 'class', '--urgent', '--text', '{姓名}同志：请到一号教室上课。'],
    ...['--audience', `class:${CLASS.id}`, '--when', '现在'],
  )) as { id: string; people: number; message: string };
  expect(draft).toMatchObject({ people: 3, message: '【任职培训班】王芳同志：请到一号教室上课。' });
  await remind('confirm', draft.id);
  const [first = 0, second = 0] = CHATS;
  const has = (chat: number) => api.messages(chat).some(({ text }) => text === draft.message);
  await api.until(() => has(first) && has(second), 'the notice in both chats', 20_000);
  const [message] = api.messages(first);
  const [key] = message?.reply_markup?.inline_keyboard.flat() ?? [];
  expect(key?.text).toBe('收到');
  const data = (key as { callback_data: string }).callback_data;
  api.tap({ chat: first, message_id: message?.message_id ?? 0 }, data);
  await api.until(() => api.answers().length > 0, 'an answer to the tap', 20_000);
  const report = () => remind('report', draft.id);
  const wanted = { sent: 2, uncertain: 0, skipped: 0, opened: 1, waiting: 0 };
  await expect.poll(report, { timeout: 20_000, interval: 500 }).toMatchObject(wanted);
  expect(await report()).toMatchObject({ failed: [{ count: 1 }] });
  expect(service.complaints()).toBe('');
}, 60_000);

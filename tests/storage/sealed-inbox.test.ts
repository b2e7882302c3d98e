import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/channels/telegram/store.ts';
import { KEY_FILE } from '../../src/storage/questionnaire/survey-keys.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { makeFolder } from '../support/small-index.ts';

const BOT = 77;
const NOW = new Date('2026-11-26T02:00:00.000Z');
const ANSWER = '希望多去青山村看一看';
const UPDATE = { id: 5, body: JSON.stringify({ message: { text: ANSWER } }) };
const PLAN: Plan = {
  steps: [{ kind: 'message', text: `已选：${ANSWER}`, entities: [], keyboard: [], replaces: null }],
  again: null,
};

async function makeDataFolder(): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

async function open(path: string): Promise<Records> {
  const records = await openRecords(path);
  onTestFinished(() => records.close());
  return records;
}

async function takeIn(records: Records): Promise<void> {
  await records.inbox.accept(BOT, [UPDATE], NOW);
  await records.inbox.save(BOT, 5, { plan: PLAN, sent: 0, isSending: false, interim: null });
}

async function bytesOf(folder: string): Promise<Buffer> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('records'));
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

describe('the inbox of a bot', () => {
  it('holds no word in the clear on its way, once there is a key', async () => {
    const folder = await makeDataFolder();
    await writeFile(join(folder, KEY_FILE), randomBytes(32), { mode: 0o600 });
    const records = await open(folder);
    await takeIn(records);
    expect((await bytesOf(folder)).includes(ANSWER)).toBe(false);
    expect(await records.inbox.pending(BOT)).toEqual([UPDATE]);
    expect((await records.inbox.progress(BOT, 5))?.plan).toEqual(PLAN);
  });

  it('holds it as it came while nobody has published a questionnaire', async () => {
    const folder = await makeDataFolder();
    const records = await open(folder);
    await takeIn(records);
    expect((await bytesOf(folder)).includes(ANSWER)).toBe(true);
    expect(await records.inbox.pending(BOT)).toEqual([UPDATE]);
  });

  it('reads on what came before there was a key', async () => {
    const folder = await makeDataFolder();
    await takeIn(await open(folder));
    await writeFile(join(folder, KEY_FILE), randomBytes(32), { mode: 0o600 });
    const records = await open(folder);
    expect(await records.inbox.pending(BOT)).toEqual([UPDATE]);
    expect((await records.inbox.progress(BOT, 5))?.plan).toEqual(PLAN);
  });

  it('leaves what another key has sealed to whoever has that key', async () => {
    const folder = await makeDataFolder();
    const key = randomBytes(32);
    await writeFile(join(folder, KEY_FILE), key, { mode: 0o600 });
    await takeIn(await open(folder));
    await writeFile(join(folder, KEY_FILE), randomBytes(32));
    const other = await open(folder);
    expect(await other.inbox.pending(BOT)).toEqual([]);
    await expect(other.inbox.progress(BOT, 5)).rejects.toThrow(/密钥文件/u);
    await writeFile(join(folder, KEY_FILE), key);
    expect(await (await open(folder)).inbox.pending(BOT)).toEqual([UPDATE]);
  });

  it('goes on where the key is damaged', async () => {
    const folder = await makeDataFolder();
    await writeFile(join(folder, KEY_FILE), 'too short');
    const records = await open(folder);
    await takeIn(records);
    expect(await records.inbox.pending(BOT)).toEqual([UPDATE]);
  });
});

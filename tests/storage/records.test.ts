import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LearningEntry } from '../../src/checkin/entry.ts';
import type { LearningChange } from '../../src/checkin/store.ts';
import { openRecords } from '../../src/storage/records.ts';
import { sessionOf } from '../support/seminar.ts';
import { mayMountDisk, mountSmallDisk } from '../support/small-disk.ts';
import { makeFolder } from '../support/small-index.ts';
import { storesConversations } from './conversation-store-contract.ts';
import { storesDeliveries } from './delivery-store-contract.ts';
import { storesDiagnosis } from './diagnosis-store-contract.ts';
import { storesGivenAnswers } from './given-answer-store-contract.ts';
import { storesUpdates } from './inbox-store-contract.ts';
import { storesInsight } from './insight-store-contract.ts';
import { AT, kept, SPEAKER, turn } from './kept.ts';
import { storesLearning } from './learning-store-contract.ts';
import { storesLeases } from './lease-store-contract.ts';
import { storesLedger } from './ledger-store-contract.ts';
import { storesModelUse } from './model-use-store-contract.ts';
import { storesPeople } from './people-store-contract.ts';
import { storesQuestionnaires } from './questionnaire-store-contract.ts';
import { storesReleases } from './release-store-contract.ts';
import { storesReminders } from './reminder-store-contract.ts';
import { storesSeminars } from './seminar-store-contract.ts';
import { storesSuggestions } from './suggestion-store-contract.ts';
import { inTurn } from './two-processes.ts';

const WRITER = new URL('write-until-killed.ts', import.meta.url).pathname;
/** `npm run soak` kills many more times. */
const KILLS = Number(process.env.SOAK_ROUNDS ?? 5);
const ROUND_MS = 5000;
const PROCESSES = 6;

async function folder(): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

/** A second connection, as another program would have one. */
function connect(path: string): Database.Database {
  const database = new Database(join(path, 'records.sqlite'));
  onTestFinished(() => void database.close());
  return database;
}

describe('SQLite', () => {
  const open = async () => openRecords(await folder());
  describe('keeps conversations and', () => storesConversations(open));
  describe('keeps an inbox and', () => storesUpdates(open));
  describe('keeps leases and', () => storesLeases(open));
  describe('keeps the use of a model and', () => storesModelUse(open));
  describe('keeps people and', () => storesPeople(open));
  describe('keeps learning records and', () => storesLearning(open));
  describe('keeps seminars and', () => storesSeminars(open));
  describe('knows a group and', () => storesDiagnosis(open));
  describe('keeps questionnaires and', () => storesQuestionnaires(open));
  const openTwice = async () => {
    const path = await folder();
    return { one: await openRecords(path), two: await openRecords(path), together: inTurn };
  };
  describe('keeps messages and', () => storesDeliveries(openTwice));
  describe('keeps reminders and', () => storesReminders(openTwice));
  describe('keeps what answers cited and', () => storesGivenAnswers(openTwice));
  describe('keeps totals and', () => storesInsight(openTwice));
  describe('keeps questions without an answer and', () => storesLedger(openTwice));
  describe('keeps releases and', () => storesReleases(openTwice));
  describe('keeps 意见建议 and', () => storesSuggestions(openTwice));
});

describe('the records', () => {
  it('are written ahead of the database file', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    expect(connect(path).pragma('journal_mode', { simple: true })).toBe('wal');
  });

  it('are for their owner alone', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    await records.conversations.keep(kept({ turn: turn('a') }));
    for (const name of ['records.sqlite', 'records.sqlite-wal']) {
      expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
    }
  });

  it('hold nothing any more of what was forgotten', async () => {
    const path = await folder();
    const records = await openRecords(path);
    const said = '只此一句'.repeat(50);
    await records.conversations.keep(kept({ turn: turn('a', { said }) }));
    await records.conversations.forget(SPEAKER);
    const read = async (name: string) => readFile(join(path, name), 'utf8').catch(() => '');
    expect(await read('records.sqlite')).not.toContain('只此一句');
    expect(await read('records.sqlite-wal')).not.toContain('只此一句');
    await records.close();
  });

  it('hold nothing any more of a learning record that was withdrawn', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    const person = { id: 'p', name: '', unit: '', role: 'learner' as const };
    await records.people.change([{ kind: 'add-person', person, at: AT }]);
    const entry: LearningEntry = {
      ...{ id: 'e', person: 'p', studiedOn: '2026-01-01', recordedAt: AT, isMadeUp: false },
      ...{
        kind: 'free',
        material: null,
        place: null,
        chapter: null,
        studied: '只此一句'.repeat(20),
      },
      ...{ reflection: '', classId: null, sharedWith: null, revision: 1, withdrawnAt: null },
    };
    const change = (one: LearningChange) =>
      records.conversations.keep(kept({ changes: [{ of: 'learning', change: one }] }));
    await change({ kind: 'add-entry', entry });
    const read = async () => {
      const names = ['records.sqlite', 'records.sqlite-wal'];
      return (await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')))).join();
    };
    expect(await read()).toContain('只此一句');
    await change({ kind: 'withdraw-entry', person: 'p', id: 'e', at: AT });
    expect(await read()).not.toContain('只此一句');
  });

  it('hold nothing any more of who took part in a seminar that is over', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    const people = ['t', 'participant-of-a-seminar'];
    await records.people.change(
      people.map((id) => ({
        ...{ kind: 'add-person', at: AT },
        person: { id, name: '', unit: '', role: 'learner' },
      })),
    );
    const given = { session: 's', person: 'participant-of-a-seminar' };
    await records.seminars.change([
      { kind: 'open-session', session: sessionOf('s') },
      { kind: 'join', ...given },
      { kind: 'contribute', ...given, id: 'c', round: 'problem', text: '只此一句' },
    ]);
    const said = turn('a', { said: '研讨中的原话', session: 's' });
    await records.conversations.keep(kept({ turn: said }));
    const times = async (words: string) => {
      const names = ['records.sqlite', 'records.sqlite-wal'];
      const all = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
      return all.join().split(words).length - 1;
    };
    expect(await times('研讨中的原话')).toBeGreaterThan(0);
    const close = { kind: 'close-session', session: 's', at: AT } as const;
    await records.conversations.keep(kept({ changes: [{ of: 'seminar', change: close }] }));
    expect(await times('研讨中的原话')).toBe(0);
    expect(await times('只此一句')).toBeGreaterThan(0);
    await records.seminars.change([{ kind: 'close-session', session: 's', at: AT }]);
    const rows = connect(path).prepare('SELECT * FROM seminar_contribution').all();
    expect(rows).toMatchObject([{ text: '只此一句', author: null }]);
    for (const table of ['seminar_member', 'seminar_ballot']) {
      expect(connect(path).prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    // The row and the key of the person themselves are all that still names them.
    expect(await times('participant-of-a-seminar')).toBeLessThanOrEqual(2);
  });

  it('hold nothing any more of an update that was answered', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    const body = JSON.stringify({ update_id: 5, message: { text: '只此一句' } });
    const plan = { steps: [], again: '只此一句' };
    await records.inbox.accept(1, [{ id: 5, body }], new Date(AT));
    await records.inbox.save(1, 5, { plan, sent: 1, isSending: true, interim: 7 });
    const rows = connect(path).prepare('SELECT * FROM telegram_update');
    expect(JSON.stringify(rows.all())).toContain('只此一句');
    await records.inbox.finish(1, 5, new Date(AT));
    expect(rows.all()).toMatchObject([
      { id: 5, body: null, plan: null, is_sending: 0, interim: null },
    ]);
  });

  it('keep nothing any more of an update that was answered already', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    await records.inbox.accept(1, [{ id: 5, body: '{}' }], new Date(AT));
    await records.inbox.finish(1, 5, new Date(AT));
    const plan = { steps: [], again: 'x' };
    await records.inbox.save(1, 5, { plan, sent: 0, isSending: true, interim: 7 });
    const rows = connect(path).prepare('SELECT * FROM telegram_update').all();
    expect(rows).toMatchObject([{ id: 5, body: null, plan: null, is_sending: 0, interim: null }]);
  });

  it('outlive their process', async () => {
    const path = await folder();
    const first = await openRecords(path);
    await first.conversations.keep(kept({ turn: turn('a') }));
    await first.close();
    const second = await openRecords(path);
    onTestFinished(() => second.close());
    expect((await second.conversations.history(SPEAKER, 9)).turns).toHaveLength(1);
  });

  it('show a reply that was damaged as such, and the others as they were', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    for (const id of ['a', 'b']) await records.conversations.keep(kept({ turn: turn(id) }));
    connect(path).exec(`UPDATE turn SET blocks = '[{' WHERE id = 'a'`);
    const { turns } = await records.conversations.history(SPEAKER, 9);
    expect(turns.map(({ blocks }) => JSON.stringify(blocks))).toEqual([
      expect.stringContaining('已经损坏'),
      expect.stringContaining('答b'),
    ]);
  });

  it('say that they are locked, keep nothing of that message, and take it afterwards', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    const other = connect(path);
    other.exec('BEGIN EXCLUSIVE');
    const message = kept({ turn: turn('a') });
    await expect(records.conversations.keep(message)).rejects.toThrow('正被其他程序占用');
    other.exec('ROLLBACK');
    await records.conversations.keep(message);
    expect((await records.conversations.history(SPEAKER, 9)).turns).toHaveLength(1);
  });

  it('say that a state was damaged by giving it as it stands', async () => {
    const path = await folder();
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    await records.conversations.keep(kept({ state: { version: 1 } }));
    connect(path).exec(`UPDATE conversation SET state = '{"version'`);
    expect(await records.conversations.state(SPEAKER)).toBe('{"version');
  });

  it('leave no table behind where they stop in the midst of being made', async () => {
    const path = await folder();
    const other = connect(path);
    other.exec('CREATE TABLE rating (turn TEXT)');
    await expect(openRecords(path)).rejects.toThrow('already exists');
    const names = other
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .pluck()
      .all();
    expect(names).toEqual(['rating']);
  });

  it.skipIf(!mayMountDisk())(
    'say that their disk is full, and work when there is room',
    async () => {
      const disk = mountSmallDisk(2048);
      const records = await openRecords(join(disk.path, 'data'));
      onTestFinished(() => records.close());
      const filler = await disk.fill(64);
      const keep = (id: string) =>
        records.conversations.keep(kept({ turn: turn(id, { said: '问'.repeat(4000) }) }));
      const fillUp = async () => {
        for (let i = 0; i < 20; i++) await keep(`a${i}`);
      };
      await expect(fillUp()).rejects.toThrow('磁盘已满，这次没有保存');
      await rm(filler);
      await keep('z');
      expect((await records.conversations.history(SPEAKER, 1)).turns).toMatchObject([{ id: 'z' }]);
    },
  );

  it('are refused where a newer program made them', async () => {
    const path = await folder();
    await (await openRecords(path)).close();
    connect(path).exec(
      `INSERT INTO kysely_migration VALUES ('2099-01-future', '2099-01-01T00:00:00.000Z')`,
    );
    await expect(openRecords(path)).rejects.toThrow('由更新版本的程序建立');
  });

  it('are refused where the file is damaged', async () => {
    const path = await folder();
    await writeFile(join(path, 'records.sqlite'), 'no database at all, only words '.repeat(40));
    await expect(openRecords(path)).rejects.toThrow('记录库文件已经损坏');
  });

  it('open for several processes at once in a folder that has none', async () => {
    const path = await folder();
    const children = Array.from({ length: PROCESSES }, () => start(path, 'once'));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual(children.map(() => 0));
  });

  it(`lose nothing that was acknowledged, ${KILLS} times killed`, {
    timeout: 10_000 + KILLS * ROUND_MS,
  }, async () => {
    const path = await folder();
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const child = start(path, `round${round}`);
      child.on('message', (id) => acknowledged.push(String(id)));
      while (acknowledged.length < (round + 1) * 10) await once(child, 'message');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    const { turns } = await records.conversations.history(SPEAKER, 100_000);
    const found = new Set(turns.map(({ id }) => id));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  });
});

function start(path: string, name: string) {
  return fork(WRITER, [path, name], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
}

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { makeFolder } from '../support/small-index.ts';
import { storesConversations } from './conversation-store-contract.ts';
import { storesDeliveries } from './delivery-store-contract.ts';
import { storesDiagnosis } from './diagnosis-store-contract.ts';
import { storesGivenAnswers } from './given-answer-store-contract.ts';
import { storesUpdates } from './inbox-store-contract.ts';
import { storesInsight } from './insight-store-contract.ts';
import { kept, suggestionOf, turn } from './kept.ts';
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
import { atOnce } from './two-processes.ts';

const bin = findPostgres();
if (bin === null) console.warn('PostgreSQL is not installed: its tests are skipped.');

describe.skipIf(bin === null)('PostgreSQL', () => {
  let server: PostgresServer;
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  beforeAll(async () => {
    server = await startPostgres(bin as string);
    folder = await makeFolder();
  }, 60_000);
  afterAll(async () => {
    server.stop();
    await folder.remove();
  }, 60_000);

  const open = async (): Promise<Records> => openRecords(folder.path, await server.makeDatabase());
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
    const url = await server.makeDatabase();
    const connect = () => openRecords(folder.path, url);
    return { one: await connect(), two: await connect(), together: atOnce };
  };
  describe('keeps messages and', () => storesDeliveries(openTwice));
  describe('keeps reminders and', () => storesReminders(openTwice));
  describe('keeps what answers cited and', () => storesGivenAnswers(openTwice));
  describe('keeps totals and', () => storesInsight(openTwice));
  describe('keeps questions without an answer and', () => storesLedger(openTwice));
  describe('keeps releases and', () => storesReleases(openTwice));
  describe('keeps 意见建议 and', () => storesSuggestions(openTwice));

  it('has no 意见建议 in the transaction that kept its turn, nor behind those before it', async () => {
    const url = await server.makeDatabase();
    const records = await openRecords(folder.path, url);
    const pool = new pg.Pool({ connectionString: url });
    for (const id of ['c', 'a', 'b']) {
      const suggestion = suggestionOf(id, `建议${id}`);
      await records.conversations.keep(kept({ turn: turn(id), suggestion }));
    }
    const of = async (query: string) => (await pool.query<{ one: string }>(query)).rows;
    const rows = await of('SELECT id AS one FROM suggestion ORDER BY ctid');
    expect(rows.map(({ one }) => one)).toEqual(['a', 'b', 'c']);
    const joined = await of('SELECT t.id AS one FROM turn t JOIN suggestion s ON t.xmin = s.xmin');
    expect(joined).toEqual([]);
    await pool.end();
    await records.close();
  });

  it('opens for many at once where there is nothing yet', async () => {
    const url = await server.makeDatabase();
    const all = await Promise.all(Array.from({ length: 4 }, () => openRecords(folder.path, url)));
    expect(await all[3]?.people.hasAnyone()).toBe(false);
    await Promise.all(all.map((records) => records.close()));
  });

  it('says in words that the server is away, and works when it is back', {
    timeout: 120_000,
  }, async () => {
    const records = await open();
    const person = { id: 'p', name: '王芳', unit: '', role: 'learner' as const };
    await records.people.change([{ kind: 'add-person', person, at: '2026-01-01T00:00:00.000Z' }]);
    server.restart();
    // Every connection that the pool had kept is broken, and each tells so once.
    const words: string[] = [];
    const ask = () =>
      records.people.person('p').catch((error: Error) => {
        words.push(error.message);
        return null;
      });
    await expect.poll(ask, { timeout: 10_000 }).toMatchObject({ name: '王芳' });
    expect(words.filter((one) => !one.includes('请稍后再试'))).toEqual([]);
    await records.close();
  });

  it('says what is wrong with an address, and never the password', async () => {
    const url = (await server.makeDatabase()).replace('ganxun@', 'ganxun:geheim@');
    const missing = openRecords(folder.path, `${url}x`);
    await expect(missing).rejects.toThrow('没有这个库');
    await expect(missing).rejects.not.toThrow('geheim');
  });
});

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as conversation from '../../src/storage/migrations/2026-11-conversation.ts';
import * as telegram from '../../src/storage/migrations/2026-11-telegram.ts';
import { openRecords } from '../../src/storage/records.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { makeFolder } from '../support/small-index.ts';

const NOW = new Date('2026-11-20T00:00:00.000Z');
const bin = findPostgres();
/** How far a reply of the bot had come. */
const UNDER_WAY = { plan: { steps: [], again: 'r1' }, sent: 1, isSending: true };

async function folder(): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

/**
 * The records as the release before people left them, with two who had come by an invitation, and a
 * message of the bot under way.
 */
async function leaveOldRecords(database: Kysely<never>): Promise<void> {
  const migrations = { '2026-11-conversation': conversation, '2026-11-telegram': telegram };
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  const old = database as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const times = { created_at: '2026-11-01', expires_at: '2026-12-01' };
  const invitation = { id: 'i', code_hash: 'h', note: '第一期', places: 3, ...times };
  await old.insertInto('invitation').values(invitation).execute();
  for (const key of ['1', '2']) {
    const account = { channel: 'telegram', key, invitation: 'i', admitted_at: '2026-11-02' };
    await old.insertInto('account').values(account).execute();
  }
  const suggestion = { id: 's', text: '字太小', at: '2026-11-05T08:01:02.345Z' };
  await old.insertInto('suggestion').values(suggestion).execute();
  const { plan, sent } = UNDER_WAY;
  const update = { bot: 1, id: 5, body: '{}', received_at: '2026-11-19' };
  const row = { ...update, plan: JSON.stringify(plan), sent, is_sending: 1 };
  await old.insertInto('telegram_update').values(row).execute();
  await database.destroy();
}

async function expectAll(records: Awaited<ReturnType<typeof openRecords>>): Promise<void> {
  onTestFinished(() => records.close());
  const people = await Promise.all(
    ['1', '2', '3'].map((key) => records.people.personOf({ channel: 'telegram', key }, NOW)),
  );
  expect(people).toMatchObject([{ role: 'learner' }, { role: 'learner' }, null]);
  expect(new Set(people.slice(0, 2).map((one) => one?.id)).size).toBe(2);
  expect(await records.people.invitations()).toMatchObject([
    { id: 'i', taken: 2, places: 3, role: 'learner', classId: null, person: null },
  ]);
  expect(await records.suggestions.suggestion('s')).toEqual({
    ...{ id: 's', text: '字太小', day: '2026-11-05', state: 'open', revision: 1, steps: [] },
  });
  const third = { channel: 'telegram', key: '3' };
  expect((await records.people.redeem('h', third, NOW, null)).kind).toBe('admitted');
  const fourth = { channel: 'telegram', key: '4' };
  expect((await records.people.redeem('h', fourth, NOW, null)).kind).toBe('used-up');
  const ids = people.flatMap((one) => one?.id ?? []);
  expect([...(await records.deliveries.reach(ids, NOW)).values()]).toMatchObject([
    ...ids.map(() => ({ open: [{ channel: 'telegram' }], shut: [] })),
  ]);
  expect(await records.inbox.progress(1, 5)).toEqual({ ...UNDER_WAY, interim: null });
}

describe('records of the release before', () => {
  it('keep who had been let in, as people, and what was under way', async () => {
    const data = await folder();
    await mkdir(data, { recursive: true });
    const sqlite = new Database(join(data, 'records.sqlite'));
    await leaveOldRecords(new Kysely<never>({ dialect: new SqliteDialect({ database: sqlite }) }));
    await expectAll(await openRecords(data));
  });
});

describe.skipIf(bin === null)('on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin as string);
  }, 60_000);
  afterAll(() => server.stop());

  const connect = (url: string) => new pg.Pool({ connectionString: url });

  it('records of the release before keep who had been let in, and what was under way', async () => {
    const url = await server.makeDatabase();
    const dialect = new PostgresDialect({ pool: connect(url) });
    await leaveOldRecords(new Kysely<never>({ dialect }));
    await expectAll(await openRecords(await folder(), url));
  });

  it('a migration that stops half-way leaves nothing', async () => {
    const url = await server.makeDatabase();
    const pool = connect(url);
    await pool.query('CREATE TABLE audit (id text)');
    await expect(openRecords(await folder(), url)).rejects.toThrow('already exists');
    const { rows } = await pool.query(
      `SELECT table_name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely_%'`,
    );
    await pool.end();
    expect(rows).toEqual([{ table_name: 'audit' }]);
  });
});

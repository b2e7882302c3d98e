import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { QuestionnaireChange } from '../../src/questionnaire/store.ts';
import { shuffled } from '../../src/storage/questionnaire/pool.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import {
  joinsByPage,
  joinsByRow,
  joinsBySnapshots,
  type Planted,
  type Snapshot,
} from '../support/holder/joins.ts';
import {
  byPlace,
  byRow,
  findAll,
  likeness,
  likenessWithinPages,
} from '../support/holder/orders.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import { signIn } from '../support/sign-in.ts';
import { makeFolder } from '../support/small-index.ts';
import { CLOSES_AT, personOf, surveyOf, WHILE_OPEN } from '../support/survey.ts';
import { kept } from './kept.ts';

/** Sixty have answered in a known order; as many that have not are on the list. */
const SUBMITTED = 60;
/** With sixty, an order that says nothing is as far from 0 once in more than 200,000 times. */
const BY_CHANCE = 0.6;
const AT = '2026-03-05T08:00:00.000Z';

interface Respondent extends Planted {
  readonly person: string;
  readonly chat: string;
  readonly number: number;
}

const hex = (number: number) => ((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0');
const RESPONDENTS: readonly Respondent[] = Array.from({ length: 2 * SUBMITTED }, (_, number) => {
  const [person, chat] = [`person-${hex(number + 1)}`, `${700_000_001 + number * 7919}`];
  const marker = `MARK${hex(number + 1001)}`;
  return { person, chat, marker, number, names: [person, chat, `姓名${hex(number + 501)}`] };
});

/** In options, numbers and words alike. */
function answersOf({ number, marker }: Respondent): Answers {
  return {
    unit: { kind: 'single', option: number % 4, other: marker },
    days: { kind: 'number', value: 50_001 + number },
    words: { kind: 'text', text: `${marker}的建议` },
  };
}

/** What the holder has noted down: everyone who submitted, in order, and whatever could be logged. */
interface Noted {
  readonly order: readonly Respondent[];
  readonly markers: readonly string[];
  readonly log: readonly string[];
}

async function prepare(records: Records): Promise<void> {
  await records.people.change(
    RESPONDENTS.map(({ person, names }) => ({
      ...{ kind: 'add-person' as const, at: AT },
      person: { id: person, name: names[2] ?? '', unit: '', role: 'learner' as const },
    })),
  );
  for (const { person, chat } of RESPONDENTS) {
    await signIn(records.people, [{ person, channel: 'telegram', key: chat }], new Date(AT));
  }
  const invited = RESPONDENTS.map(({ person }) => person);
  const survey = surveyOf('s', { owner: null, code: 'abcdefghjk' });
  await records.questionnaires.change([{ kind: 'publish-survey', survey, invited }]);
}

/** As the bot does it: an update a tap, an answer a message, and what a dialogue leaves behind each. */
async function answerAll(
  records: Records,
  afterEach: (one: Respondent) => Promise<void>,
): Promise<Noted> {
  const order = shuffled(RESPONDENTS).slice(0, SUBMITTED);
  const log: string[] = [];
  let update = 0;
  for (const [at, one] of order.entries()) {
    const speaker = { channel: 'telegram', conversation: one.chat, person: one.chat };
    const to = { survey: 's', respondent: personOf(one.person) };
    const keep = async (change: QuestionnaireChange, text: string, ends: boolean) => {
      const id = ++update;
      const body = JSON.stringify({ update_id: id, from: one.chat, text });
      await records.inbox.accept(1, [{ id, body }], new Date(Date.parse(WHILE_OPEN) + id * 1000));
      const deeds = [{ kind: 'answer-item', survey: 's', item: 'words' }, { kind: 'menu' }];
      const actions = { id: crypto.randomUUID(), deeds, expiresAt: '2027-01-01T00:00:00.000Z' };
      const answering = ends ? null : { survey: 's', item: 'words' };
      const state = { version: 1, expecting: 'answer', answering };
      const changes = [{ of: 'questionnaire', change } as const];
      await records.conversations.keep(kept({ speaker, state, actions, changes }));
      await records.inbox.finish(1, id, new Date(Date.parse(WHILE_OPEN) + id * 1000));
    };
    for (const [item, answer] of Object.entries(answersOf(one))) {
      const words = answer.kind === 'text' ? answer.text : '';
      await keep({ kind: 'keep-answer', ...to, item, answer, at: WHILE_OPEN }, words, false);
    }
    const submit = { kind: 'submit-answers', ...to, at: WHILE_OPEN } as const;
    await keep(submit, '', true);
    await records.conversations
      .keep(kept({ speaker, changes: [{ of: 'questionnaire', change: submit }] }))
      .catch((error: unknown) => log.push(`${one.person} ${one.chat} ${error} ${at}`));
    await afterEach(one);
  }
  return { order, markers: order.map(({ marker }) => marker), log };
}

const close = (records: Records) =>
  records.questionnaires.change([{ kind: 'close-survey', survey: 's', at: CLOSES_AT }]);

/** Everything that lies on the disk but the key, at one moment. */
function filesOf(path: string): readonly Buffer[] {
  const names = ['records.sqlite', 'records.sqlite-wal', 'records.sqlite-shm'];
  return names
    .map((name) => join(path, name))
    .filter(existsSync)
    .map((one) => readFileSync(one));
}

/** Every row of every table as a line; tables without row numbers come in the order of their keys. */
function rowsOf(path: string): ReadonlyMap<string, readonly string[]> {
  const database = new Database(join(path, 'records.sqlite'), { readonly: true });
  const names = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  const rows = names.map((name): [string, string[]] => [
    name,
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => JSON.stringify(row)),
  ]);
  database.close();
  return new Map(rows);
}

function snapshotOf(path: string): Snapshot {
  const rows = rowsOf(path);
  const done = (rows.get('survey_participant') ?? []).filter((row) => row.includes('"is_done":1'));
  const text = (rows.get('survey_answer') ?? []).join();
  return {
    done: new Set(done.map((row) => String(JSON.parse(row).respondent))),
    answers: new Set(RESPONDENTS.map(({ marker }) => marker).filter((one) => text.includes(one))),
  };
}

/** How like the order of submission each order is that the files give, in whatever way. */
function ordersIn(path: string, { markers }: Noted): Readonly<Record<string, number>> {
  const [file = Buffer.alloc(0)] = filesOf(path);
  const found = findAll(file, markers);
  const rows = rowsOf(path).get('survey_answer') ?? [];
  return {
    'first place in the file': likeness(markers, byPlace(found, 'first')),
    'last place in the file': likeness(markers, byPlace(found, 'last')),
    'place within pages': likenessWithinPages(markers, found),
    'pages alone': likeness(
      markers,
      found.map(({ marker, page }) => [marker, page]),
    ),
    'rows and their ids': likeness(markers, byRow(rows, markers)),
  };
}

/** Of who is done: their rows, and where those stand in the file. */
function ordersOfParticipants(path: string, { order }: Noted): Readonly<Record<string, number>> {
  const people = order.map(({ person }) => person);
  const rows = rowsOf(path).get('survey_participant') ?? [];
  const cells = findAll(
    filesOf(path)[0] ?? Buffer.alloc(0),
    people.map((one) => `s${one}`),
  );
  const strip = ({ marker, ...rest }: (typeof cells)[number]) => ({
    ...rest,
    marker: marker.slice(1),
  });
  return {
    'rows of participants': likeness(people, byRow(rows, people)),
    'cells of participants': likenessWithinPages(people, cells.map(strip)),
    'first cells': likeness(people, byPlace(cells.map(strip), 'first')),
  };
}

function expectByChance(orders: Readonly<Record<string, number>>): void {
  const telling = Object.entries(orders).filter(([, one]) => Math.abs(one) >= BY_CHANCE);
  expect(telling).toEqual([]);
}

/** A holder’s joins by what stands near each other, wherever it may. */
function joinsIn(path: string, more: readonly string[], { markers }: Noted): readonly string[] {
  const planted = RESPONDENTS.filter(({ marker }) => markers.includes(marker));
  const near = filesOf(path).flatMap((bytes) =>
    joinsByPage(bytes, findAll(bytes, markers), planted),
  );
  const rows = [...rowsOf(path).values()].flat();
  return [...near, ...joinsByRow([...rows, ...more], planted)];
}

describe('whoever holds the records, but not the key', () => {
  it('joins nobody to their answers in SQLite', { timeout: 120_000 }, async () => {
    const { path, remove } = await makeFolder();
    onTestFinished(remove);
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    await prepare(records);
    const snapshots: Snapshot[] = [];
    const pools = new Set<number>();
    const lines: string[] = [];
    const noted = await answerAll(records, async () => {
      snapshots.push(snapshotOf(path));
      pools.add(JSON.stringify(rowsOf(path).get('survey_pool')).length);
      const backup = join(path, `backup-${snapshots.length}.gz`);
      if (snapshots.length % 20 !== 0) return;
      await records.backUp(backup, new Date(WHILE_OPEN));
      lines.push(...gunzipSync(readFileSync(backup)).toString().split('\n'));
    });
    // The sealed pool has one length, whatever is in it.
    expect(pools.size).toBe(1);
    expect(noted.log).toHaveLength(SUBMITTED);
    const evidence = [...lines, ...noted.log];

    const whileOpen = ordersIn(path, noted);
    expectByChance({ ...whileOpen, ...ordersOfParticipants(path, noted) });
    expect(joinsIn(path, evidence, noted)).toEqual([]);
    await close(records);
    expect(statSync(join(path, 'records.sqlite-wal')).size).toBe(0);
    snapshots.push(snapshotOf(path));
    expectByChance(ordersIn(path, noted));
    expect(joinsIn(path, evidence, noted)).toEqual([]);
    const planted = RESPONDENTS.filter(({ marker }) => noted.markers.includes(marker));
    expect(joinsBySnapshots(snapshots, planted)).toEqual([]);

    // What is left names the survey in no dialogue, and every answer is there to be read.
    const rows = rowsOf(path);
    for (const table of ['action_set', 'conversation', 'turn', 'telegram_update']) {
      const text = (rows.get(table) ?? []).join();
      expect(text).not.toContain('survey');
      expect(findAll(Buffer.from(text), noted.markers)).toEqual([]);
    }
    for (const table of ['survey_participant', 'survey_draft', 'survey_pool']) {
      expect(rows.get(table)).toEqual([]);
    }
    expect(snapshots.at(-1)?.answers.size).toBe(SUBMITTED);
    const ids = (rows.get('survey_answer') ?? []).map((row) => String(JSON.parse(row).id));
    const others = [...rows].flatMap(([table, all]) => (table === 'survey_answer' ? [] : all));
    expect(ids.filter((id) => others.join().includes(id.slice(0, 8)))).toEqual([]);
  });

  it('finds no answer in the clear before it was mixed', { timeout: 60_000 }, async () => {
    const { path, remove } = await makeFolder();
    onTestFinished(remove);
    const records = await openRecords(path);
    onTestFinished(() => records.close());
    await prepare(records);
    let count = 0;
    const seen: number[] = [];
    const stop = new Error('enough');
    await answerAll(records, async () => {
      count++;
      const markers = RESPONDENTS.map(({ marker }) => marker);
      const inClear = filesOf(path).flatMap((bytes) => findAll(bytes, markers));
      seen.push(new Set(inClear.map(({ marker }) => marker)).size);
      if (count === 14) throw stop;
    }).catch((error: unknown) => expect(error).toBe(stop));
    expect(seen).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 5]);
  });

  const bin = findPostgres();
  it.skipIf(bin === null)('joins nobody in PostgreSQL', { timeout: 120_000 }, async () => {
    const { path, remove } = await makeFolder();
    onTestFinished(remove);
    const server = await startPostgres(bin as string);
    onTestFinished(() => server.stop());
    const url = await server.makeDatabase();
    const records = await openRecords(path, url);
    onTestFinished(() => records.close());
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    await prepare(records);
    const orders = async (markers: readonly string[]) => {
      const { rows } = await client.query<{ content: string; xmin: string }>(
        'SELECT content, xmin::text FROM survey_answer ORDER BY ctid',
      );
      const byId = await client.query<{ content: string }>(
        'SELECT content FROM survey_answer ORDER BY id',
      );
      const versions = rows.map(({ content, xmin }): [string, number] => [
        markers.find((marker) => content.includes(marker)) ?? '',
        Number(xmin),
      ]);
      return {
        ctid: likeness(
          markers,
          byRow(
            rows.map(({ content }) => content),
            markers,
          ),
        ),
        xmin: likeness(markers, versions),
        id: likeness(
          markers,
          byRow(
            byId.rows.map(({ content }) => content),
            markers,
          ),
        ),
      };
    };
    const noted = await answerAll(records, async () => {});
    expectByChance(await orders(noted.markers));
    // What was typed stands beside who typed it, and was wiped: it is in no gap of the table either.
    await client.query('CHECKPOINT');
    const inbox = await client.query<{ path: string }>(
      `SELECT current_setting('data_directory') || '/' || pg_relation_filepath('telegram_update') AS path`,
    );
    const bytes = readFileSync(inbox.rows[0]?.path ?? '').toString('latin1');
    expect(bytes).toContain('2026-03-06');
    expect(bytes.match(/MARK\w+/gu)).toBeNull();
    const backup = join(path, 'backup.gz');
    await records.backUp(backup, new Date(WHILE_OPEN));
    const lines = gunzipSync(readFileSync(backup)).toString().split('\n');
    const people = noted.order.map(({ person }) => person);
    const participants = lines.filter((line) => line.includes('is_done'));
    expectByChance({ backup: likeness(people, byRow(participants, people)) });
    await close(records);
    expectByChance(await orders(noted.markers));
    const { rows } = await client.query<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { table } of rows) {
      const found = await client.query(`SELECT * FROM "${table}"`);
      lines.push(...found.rows.map((row) => JSON.stringify(row)));
    }
    const planted = RESPONDENTS.filter(({ marker }) => noted.markers.includes(marker));
    expect(lines.filter((line) => line.includes('MARK')).length).toBeGreaterThan(SUBMITTED);
    expect(joinsByRow([...lines, ...noted.log], planted)).toEqual([]);
    // Nothing but what is there takes up room: former versions of rows went with the closing.
    const size = await client.query<{ bytes: string }>(
      `SELECT pg_relation_size('survey_draft') + pg_relation_size('survey_participant') AS bytes`,
    );
    expect(Number(size.rows[0]?.bytes)).toBe(0);
  });
});

describe('the same attacks', () => {
  /** Records as a careless program would keep them, with all that was submitted. */
  async function careless(
    create: string,
    insert: string,
    count = SUBMITTED,
  ): Promise<{ path: string; noted: Noted }> {
    const { path, remove } = await makeFolder();
    onTestFinished(remove);
    const database = new Database(join(path, 'records.sqlite'));
    database.exec(create);
    const order = shuffled(RESPONDENTS).slice(0, count);
    const statement = database.prepare(insert);
    for (const one of order) {
      const { person } = one;
      const content = JSON.stringify(answersOf(one));
      statement.run({ id: crypto.randomUUID(), person, content });
    }
    database.close();
    return { path, noted: { order, markers: order.map(({ marker }) => marker), log: [] } };
  }

  const telling = (orders: Readonly<Record<string, number>>) =>
    Object.entries(orders)
      .filter(([, one]) => Math.abs(one) >= BY_CHANCE)
      .map(([name]) => name);

  it('find rows that stand in the order in which they came', async () => {
    const { path, noted } = await careless(
      'CREATE TABLE survey_answer (id TEXT, content TEXT)',
      'INSERT INTO survey_answer VALUES (@id, @content)',
    );
    expect(telling(ordersIn(path, noted))).toEqual([
      ...['first place in the file', 'last place in the file', 'place within pages'],
      ...['pages alone', 'rows and their ids'],
    ]);
  });

  it('find the order of cells below random ids', async () => {
    const { path, noted } = await careless(
      'CREATE TABLE survey_answer (id TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID',
      'INSERT INTO survey_answer VALUES (@id, @content)',
      // As many as one page holds: where pages are split, their cells are laid out anew.
      15,
    );
    expect(telling(ordersIn(path, noted))).toContain('place within pages');
  });

  it('find a name beside an answer, in a row and in what was left of one', async () => {
    const { path, noted } = await careless(
      'CREATE TABLE survey_answer (person TEXT, content TEXT)',
      'INSERT INTO survey_answer VALUES (@person, @content)',
    );
    expect(new Set(joinsIn(path, [], noted)).size).toBe(SUBMITTED);
    const database = new Database(join(path, 'records.sqlite'));
    database.pragma('secure_delete = OFF');
    database.exec('DELETE FROM survey_answer');
    database.close();
    expect(new Set(joinsIn(path, [], noted)).size).toBe(SUBMITTED);
    const planted = [{ marker: 'MARK', names: ['person-1'] }];
    expect(joinsByRow(['log: person-1 said MARK'], planted)).toEqual(['MARK']);
  });

  it('find an answer that appears when somebody is done', () => {
    const planted = RESPONDENTS.slice(0, 8);
    const snapshots = planted.map((_, at): Snapshot => {
      const until = planted.slice(0, at + 1);
      return {
        done: new Set(until.map(({ person }) => person)),
        answers: new Set(until.map(({ marker }) => marker)),
      };
    });
    expect(joinsBySnapshots(snapshots, planted)).toHaveLength(8);
  });
});

import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { QuestionnaireChange } from '../../src/questionnaire/store.ts';
import type { Respondent } from '../../src/questionnaire/survey.ts';
import { BACKED_UP } from '../../src/storage/backup/format.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { addMailing, mailingOf, reminderOf, wishesOf } from '../support/messages.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { kitOn, sessionOf } from '../support/seminar.ts';
import { signIn } from '../support/sign-in.ts';
import { mayMountDisk, mountSmallDisk } from '../support/small-disk.ts';
import { makeFolder } from '../support/small-index.ts';
import {
  answersOf,
  CLOSES_AT,
  personOf,
  smallQuestionnaire,
  surveyOf,
  WHILE_OPEN,
} from '../support/survey.ts';
import { AT, kept, SPEAKER, suggestionOf, turn } from './kept.ts';

const NOW = new Date(AT);
/** What an old inbox would do again, what belongs to processes, and who takes part in a seminar. */
const NOT_BACKED_UP = [
  ...['lease', 'telegram_update', 'model_use'],
  ...['seminar_member', 'seminar_ballot', 'suggestion_wish'],
];
const bin = findPostgres();

async function folder(): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

async function openSqlite(): Promise<Records> {
  const records = await openRecords(await folder());
  onTestFinished(() => records.close());
  return records;
}

/** A little of everything. */
async function fill(records: Records): Promise<void> {
  const person = { id: 'p', name: '王芳', unit: '某局', role: 'learner' as const };
  await records.people.change([{ kind: 'add-person', person, at: AT }]);
  const choices = ['c', 'b', 'a'];
  const given = { session: 's', person: 'p', round: 'problem' } as const;
  const move = { kind: 'move-session', session: 's', round: 'problem', focus: '' } as const;
  await records.seminars.change([
    {
      kind: 'add-kit',
      id: 'k',
      owner: 'p',
      classId: null,
      kit: kitOn('需求调研'),
      note: '',
      at: AT,
    },
    { kind: 'share-kit', id: 'k', person: 'p' },
    { kind: 'open-session', session: sessionOf('s', { owner: 'p', kitId: 'k' }) },
    { kind: 'join', ...given },
    ...choices.map((id) => ({ kind: 'contribute' as const, ...given, id, text: id })),
    { ...move, from: 0, phase: 'merge' },
    { ...move, from: 1, phase: 'vote' },
    { kind: 'vote', ...given, choices },
    { kind: 'note', session: 's', id: 'n', of: 'disagreement', text: '分歧' },
    { kind: 'close-session', session: 's', at: AT },
  ]);
  await fillSurveys(records);
  await fillMessages(records);
  await fillAnswers(records);
  const bytes = Uint8Array.from([0, 255, 128, 10]);
  const files = [{ id: 'f', name: '表.csv', mediaType: 'text/csv', bytes }];
  const actions = { id: 's', deeds: [{ kind: 'cancel' }], expiresAt: '2999-01-01T00:00:00.000Z' };
  const rating = { turn: 'a', verdict: 'useful' as const, at: AT, day: '2026-01-01' };
  await records.conversations.keep(kept({ turn: turn('a'), files, actions, rating }));
}

/** Answers to someone and to nobody, of which one was told of. */
async function fillAnswers({ givenAnswers }: Records): Promise<void> {
  const cite = { ...{ material: 'm', version: 1, place: '一', start: 0, end: 1 }, text: '甲' };
  const give = (id: string, person: string | null) =>
    ({ kind: 'give-answer', answer: { id, person, at: AT, cites: [cite] } }) as const;
  await givenAnswers.change([give('a1', 'p'), give('a2', null)]);
  const cites = (await givenAnswers.cites('m', 1, '')).map(({ id }) => id);
  await givenAnswers.tell({ cites, people: ['p'], at: AT }, []);
  await givenAnswers.fall(cites, 'mark', AT);
}

/** A reminder that is over, with a message that was sent; nothing that could go out again. */
async function fillMessages(records: Records): Promise<void> {
  const ended = {
    state: 'ended',
    confirmedAt: AT,
    confirmedByName: '王芳',
    plannedUntil: AT,
  } as const;
  const filter = { id: 'f', name: '某局', audience: [{ classId: null, unit: '某局', role: null }] };
  await records.reminders.change([
    { kind: 'add-reminder', reminder: reminderOf('ended', ended) },
    { kind: 'save-filter', filter },
    { kind: 'set-wishes', wishes: wishesOf('p', { plannedUntil: '2999-01-01' }), at: AT },
  ]);
  const mailing = mailingOf('old', { kind: 'study', reminder: 'ended', isUrgent: true });
  await records.deliveries.change([addMailing(mailing, ['p'])]);
  await records.deliveries.release([{ kind: 'inbox', id: 'old-p', text: '提醒' }], NOW);
  await records.deliveries.change([{ kind: 'open-message', person: 'p', id: 'old-p', at: AT }]);
}

/** One that is open with a draft, and one that six people have answered. */
async function fillSurveys(records: Records): Promise<void> {
  const strangers = Array.from({ length: 6 }, (_, at) => ({
    ...{ kind: 'stranger' as const, channel: 'telegram', key: `${at}` },
  }));
  const link = { owner: null, audience: [], code: 'abcdefghjk' };
  const keepAll = (respondent: Respondent, survey: string, number: number) =>
    Object.entries(answersOf(number)).map(([item, answer]) => ({
      ...{ kind: 'keep-answer' as const, survey, respondent, item, answer, at: WHILE_OPEN },
    }));
  await records.questionnaires.change([
    {
      ...{ kind: 'add-questionnaire', id: 'q', owner: 'p', ownerName: '王芳', classId: null },
      ...{ content: smallQuestionnaire(), note: '新建', at: AT },
    },
    { kind: 'publish-survey', survey: surveyOf('open', { owner: 'p' }), invited: ['p'] },
    ...keepAll(personOf('p'), 'open', 7),
    { kind: 'publish-survey', survey: surveyOf('closed', link), invited: [] },
    ...strangers.flatMap((respondent, number): QuestionnaireChange[] => [
      { kind: 'begin-answers', survey: 'closed', respondent },
      ...keepAll(respondent, 'closed', number),
      { kind: 'submit-answers', survey: 'closed', respondent, at: WHILE_OPEN },
    ]),
    { kind: 'close-survey', survey: 'closed', at: CLOSES_AT },
  ]);
}

async function contentOf(records: Records): Promise<unknown> {
  const { turns } = await records.conversations.history(SPEAKER, 9);
  const file = await records.conversations.file(SPEAKER, 'f');
  return {
    turns,
    bytes: file === null ? null : [...file.bytes],
    deed: await records.conversations.deed(SPEAKER, 's', 0, NOW),
    people: await records.people.people(),
    kit: await records.seminars.kit('k'),
    session: await records.seminars.session('s'),
    own: await records.seminars.own('s', 'problem', 'p'),
    votes: [...(await records.seminars.votes('s', 'problem'))].toSorted(),
    hasVoted: await records.seminars.hasVoted('s', 'problem', 'p'),
    notes: await records.seminars.notes('s'),
    questionnaire: await records.questionnaires.questionnaire('q'),
    surveys: await records.questionnaires.surveys(),
    responses: await records.questionnaires.responses('closed'),
    totals: await records.questionnaires.totals('closed'),
    standing: await records.questionnaires.standing('open', personOf('p')),
    reminders: await records.reminders.reminders(),
    filters: await records.reminders.filters(),
    wishes: await records.reminders.allWishes(),
    mailings: await records.deliveries.mailings('ended', 9),
    messages: await records.deliveries.messages('p', 9),
    report: await records.deliveries.report('ended', null),
    cited: await records.givenAnswers.citedTo('p'),
    compared: await records.givenAnswers.compared(),
    given: await records.givenAnswers.totals('m', AT),
  };
}

async function backUp(records: Records): Promise<string> {
  const path = join(await folder(), 'backup.gz');
  await records.backUp(path, NOW);
  return path;
}

describe('a backup', () => {
  it('names every table that there is but those that must not come back', async () => {
    const path = await folder();
    const records = await openRecords(path);
    await records.close();
    const database = new Database(join(path, 'records.sqlite'));
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table'
         AND name NOT LIKE 'kysely_%' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all() as string[];
    database.close();
    expect([...BACKED_UP, ...NOT_BACKED_UP].toSorted()).toEqual(tables.toSorted());
  });

  it('has every 意见建议 that was sent, and nothing of who sent it', async () => {
    const records = await openSqlite();
    const person = { id: 'p', name: '王芳', unit: '', role: 'learner' as const };
    await records.people.change([{ kind: 'add-person', person, at: AT }]);
    const suggestion = suggestionOf('s', '字太小', { wisher: 'p' });
    const said = turn('a', { outcome: 'suggestion' });
    await records.conversations.keep(kept({ turn: said, suggestion }));
    await records.conversations.keep(kept({ turn: turn('b') }));
    await records.restore(await backUp(records), NOW);
    const { turns } = await records.conversations.history(SPEAKER, 9);
    expect(turns.map(({ id }) => id)).toEqual(['b']);
    expect((await records.suggestions.suggestion('s'))?.text).toBe('字太小');
    expect(await records.suggestions.wishedBy('p')).toEqual([]);
  });

  it('brings everything back, in the place of what came later', async () => {
    const records = await openSqlite();
    await fill(records);
    const before = await contentOf(records);
    const path = await backUp(records);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await records.conversations.keep(kept({ turn: turn('b') }));
    await records.restore(path, NOW);
    expect(await contentOf(records)).toEqual(before);
    await records.conversations.keep(kept({ turn: turn('c') }));
    expect((await records.conversations.history(SPEAKER, 9)).turns.map(({ id }) => id)).toEqual([
      'a',
      'c',
    ]);
  });

  it('is of one moment, and holds up nobody who writes meanwhile', async () => {
    const data = await folder();
    const [records, other] = [await openRecords(data), await openRecords(data)];
    const said = '问'.repeat(2000);
    for (let at = 0; at < 300; at++) {
      await records.conversations.keep(kept({ turn: turn(`a${at}`, { said }) }));
    }
    const path = join(data, 'backup.gz');
    let isDone = false;
    const backingUp = records.backUp(path, NOW).then(() => {
      isDone = true;
    });
    // Whoever had to wait here would wait in vain: the one thread is the backup's too.
    for (let at = 0; at < 20 || !isDone; at++) {
      await other.conversations.keep(kept({ turn: turn(`b${at}`) }));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await backingUp;
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trim()
      .split('\n');
    const { rows } = JSON.parse(lines.at(-1) ?? '');
    const turns = lines.filter((line) => line.startsWith('[1,'));
    expect(turns).toHaveLength(rows.turn);
    expect(turns.filter((line) => line.includes('"id":"a'))).toHaveLength(300);
    await records.close();
    await other.close();
  });

  it('has a seminar under way as if it had ended: the counts, and nobody in it', async () => {
    const records = await openSqlite();
    await fill(records);
    const given = { session: 'open', person: 'p', round: 'problem' } as const;
    const session = sessionOf('open', { owner: 'p', timer: { state: 'paused', leftMs: 1 } });
    await records.seminars.change([
      { kind: 'open-session', session },
      { kind: 'join', ...given },
      { kind: 'contribute', ...given, id: 'd', text: '经费不足' },
      {
        ...{ kind: 'move-session', session: 'open', from: 0, focus: '', round: 'problem' },
        phase: 'vote',
      },
      { kind: 'vote', ...given, choices: ['d'] },
    ]);
    const seminar = { session: 'open', part: 'participant', round: 'problem' };
    const state = { version: 1, seminar, recent: [{ question: '经费够吗', answer: '' }] };
    const deeds = [{ kind: 'open-seat', session: 'open' }];
    const actions = { id: 'in-session', deeds, expiresAt: '2999-01-01T00:00:00.000Z' };
    const said = turn('in-session', { session: 'open' });
    await records.conversations.keep(kept({ turn: said, actions, state }));
    const rating = { turn: 'in-session', verdict: 'useful' as const, at: AT, day: '2026-01-01' };
    await records.conversations.keep(kept({ rating }));

    const path = await backUp(records);
    const lines = gunzipSync(await readFile(path)).toString();
    expect(lines).not.toMatch(/in-session|经费够吗|"author":"p"|session\\":\\"open/u);
    await records.restore(path, NOW);
    expect(await records.seminars.session('open')).toMatchObject({ closedAt: AT, timer: null });
    expect(await records.seminars.participants('open')).toBe(1);
    expect(await records.seminars.takesPart('open', 'p')).toBe(false);
    expect(await records.seminars.own('open', 'problem', 'p')).toEqual([]);
    expect(await records.seminars.contributions('open', 'problem')).toMatchObject([
      { text: '经费不足' },
    ]);
    expect(await records.seminars.ballots('open', 'problem')).toBe(1);
    expect(await records.seminars.hasVoted('open', 'problem', 'p')).toBe(false);
    expect(await records.conversations.state(SPEAKER)).toMatchObject({ seminar: null, recent: [] });
    expect((await records.conversations.history(SPEAKER, 9)).turns.map(({ id }) => id)).toEqual([
      'a',
    ]);
  });

  it('sends nothing a second time that goes out after it was made', async () => {
    const records = await openSqlite();
    await fill(records);
    const other = { id: 'q', name: '李强', unit: '某局', role: 'learner' as const };
    await records.people.change([{ kind: 'add-person', person: other, at: AT }]);
    const confirmed = { confirmedAt: AT, confirmedByName: '王芳', plannedUntil: AT };
    const states = ['draft', 'active', 'stopped'] as const;
    const reminders = states.map((state) => reminderOf(state, { state, ...confirmed }));
    await records.reminders.change([
      ...reminders.map((reminder) => ({ kind: 'add-reminder' as const, reminder })),
      { kind: 'set-wishes', wishes: wishesOf('q', { plannedUntil: AT }), at: AT },
    ]);
    for (const id of ['waiting', 'ready', 'sending', 'sent']) {
      const mailing = mailingOf(id, { reminder: 'active', dueAt: AT });
      await records.deliveries.change([addMailing(mailing, ['q'])]);
    }
    const push = (id: string) =>
      ({ kind: 'push', id, text: '文', channel: 't', key: '1' }) as const;
    const pushed = ['ready-q', 'sending-q', 'sent-q'];
    await records.deliveries.release(pushed.map(push), NOW);
    await signIn(records.people, [{ channel: 't', key: '1', person: 'q' }], NOW);
    await records.deliveries.begin(['sending-q', 'sent-q'], 'one', NOW);
    const sent = { id: 'sent-q', outcome: { kind: 'sent' } } as const;
    await records.deliveries.settle([sent], 'one', NOW);
    const path = await backUp(records);
    expect(await records.deliveries.ready('t', 9)).toHaveLength(1);

    const later = new Date('2027-01-01T00:00:00.000Z');
    await records.restore(path, later);
    const none = { confirmedAt: null, confirmedByName: null, plannedUntil: null };
    expect(await records.reminders.active()).toEqual([]);
    expect(await records.reminders.reminder('active')).toMatchObject({ state: 'draft', ...none });
    expect(await records.reminders.reminder('stopped')).toMatchObject({
      state: 'stopped',
      ...confirmed,
    });
    expect(await records.deliveries.ready('t', 9)).toEqual([]);
    expect(await records.deliveries.due(later, 9)).toEqual([]);
    expect(await records.deliveries.report('active', null)).toMatchObject({
      ...{ waiting: 0, sent: 1, uncertain: 3 },
    });
    await records.deliveries.settle([{ id: 'sending-q', outcome: { kind: 'again' } }], 'one', NOW);
    expect(await records.deliveries.ready('t', 9)).toEqual([]);
    const { messages } = await records.deliveries.messages('q', 9);
    expect(messages.map(({ id }) => id).toSorted()).toEqual([...pushed, 'waiting-q'].toSorted());
    expect(await records.reminders.wishes('q')).toEqual(
      wishesOf('q', { plannedUntil: later.toISOString() }),
    );
    expect(await records.reminders.wishes('p')).toMatchObject({ plannedUntil: '2999-01-01' });
  });

  it('keeps which accounts turned out shut', async () => {
    const records = await openSqlite();
    await fill(records);
    const times = { createdAt: AT, expiresAt: '2027-01-01T00:00:00.000Z' };
    const places = { note: '', places: 1, role: 'learner' as const, classId: null };
    const invitation = { id: 'i', codeHash: 'h', person: 'p', ...places, ...times };
    await records.people.change([{ kind: 'invite', invitation }]);
    await records.people.redeem('h', { channel: 'telegram', key: '1' }, NOW, null);
    await records.deliveries.change([addMailing(mailingOf('m', { dueAt: AT }), ['p'])]);
    const push = { kind: 'push', id: 'm-p', text: '文', channel: 'telegram', key: '1' } as const;
    await records.deliveries.release([push], NOW);
    await records.deliveries.begin(['m-p'], 'one', NOW);
    const blocked = { kind: 'failed', reason: 'blocked' } as const;
    await records.deliveries.settle([{ id: 'm-p', outcome: blocked }], 'one', NOW);
    const path = await backUp(records);
    await records.deliveries.reopen('telegram', '1');
    const shut = async () => (await records.deliveries.reach(['p'], NOW)).get('p')?.shut;
    expect(await shut()).toEqual([]);
    await records.restore(path, NOW);
    expect(await shut()).toEqual(['telegram']);
  });

  it('of the program before there were reminders comes back, without any', async () => {
    const records = await openSqlite();
    await fill(records);
    const times = { createdAt: AT, expiresAt: '2027-01-01T00:00:00.000Z' };
    const places = { note: '', places: 1, role: 'learner' as const, classId: null };
    const invitation = { id: 'i', codeHash: 'h', person: 'p', ...places, ...times };
    await records.people.change([{ kind: 'invite', invitation }]);
    await records.people.redeem('h', { channel: 'telegram', key: '1' }, NOW, null);
    const before = await contentOf(records);
    const path = await backUp(records);
    await writeFile(path, gzipSync(asOfFormat2(gunzipSync(await readFile(path)).toString())));
    await records.restore(path, NOW);
    expect(await contentOf(records)).toEqual({
      ...(before as object),
      ...{ reminders: [], filters: [], wishes: [], mailings: [] },
      ...{ questionnaire: null, surveys: [], responses: [], standing: { kind: 'not-invited' } },
      totals: { invited: null, begun: 0, submitted: 0, lost: 0 },
      ...{ cited: [], compared: [], given: { answers: 0, told: 0, notSignedIn: 0 } },
      ...{
        messages: { messages: [], hasMore: false },
        report: expect.objectContaining({ sent: 0 }),
      },
    });
    expect((await records.deliveries.reach(['p'], NOW)).get('p')).toEqual({
      ...{ open: [{ channel: 'telegram', key: '1' }], shut: [], chosen: null },
    });
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['was cut off', (bytes) => bytes.subarray(0, bytes.length - 40), '没有恢复'],
    [
      'was altered',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('王芳', '李强')),
      '不完整或者被改动过',
    ],
    [
      'lost its end',
      (bytes) => gzipSync(gunzipSync(bytes).toString().trim().split('\n').slice(0, -1).join('\n')),
      '不完整或者被改动过',
    ],
    ['is something else', () => gzipSync('{"hello":1}\n{}\n'), '不是干训助手的备份文件'],
    ['is no archive', () => Buffer.from('plain words'), '不是备份文件'],
    [
      'is of an older program',
      (bytes) => gzipSync(resigned(gunzipSync(bytes).toString(), '"format":3', '"format":1')),
      '由旧版本的程序建立',
    ],
    [
      'is of a newer program',
      (bytes) => gzipSync(resigned(gunzipSync(bytes).toString(), '2026-12-people', '2099-01-new')),
      '由更新版本的程序建立',
    ],
  ])('that %s changes nothing, and says so', async (_, spoil, problem) => {
    const records = await openSqlite();
    await fill(records);
    const path = await backUp(records);
    await writeFile(path, spoil(await readFile(path)));
    const before = await contentOf(records);
    await expect(records.restore(path, NOW)).rejects.toThrow(problem);
    expect(await contentOf(records)).toEqual(before);
  });

  it('that breaks off in the midst of its restoring leaves all as it was', async () => {
    const records = await openSqlite();
    await fill(records);
    const path = await backUp(records);
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trim()
      .split('\n');
    const at = lines.findIndex((line) => line.startsWith('[6,'));
    lines.splice(at, 0, lines[at] as string);
    await writeFile(path, gzipSync(signed(lines.slice(0, -1))));
    const before = await contentOf(records);
    await expect(records.restore(path, NOW)).rejects.toThrow();
    expect(await contentOf(records)).toEqual(before);
  });

  it.skipIf(!mayMountDisk())('leaves no half of a file on a full disk', async () => {
    const disk = mountSmallDisk(512);
    const records = await openSqlite();
    const said = Array.from({ length: 200_000 }, () => Math.random().toString(36)[2]).join('');
    for (let at = 0; at < 10; at++) {
      await records.conversations.keep(kept({ turn: turn(`a${at}`, { said: said + at }) }));
    }
    await expect(records.backUp(join(disk.path, 'backup.gz'), NOW)).rejects.toThrow();
    expect((await readdir(disk.path)).filter((name) => name.includes('backup'))).toEqual([]);
  });
});

describe.skipIf(bin === null)('a backup between databases', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin as string);
  }, 60_000);
  afterAll(() => server.stop());

  const openPostgres = async () => {
    const records = await openRecords(await folder(), await server.makeDatabase());
    onTestFinished(() => records.close());
    return records;
  };

  it.each<[string, () => Promise<Records>, () => Promise<Records>]>([
    ['SQLite to PostgreSQL', openSqlite, openPostgres],
    ['PostgreSQL to SQLite', openPostgres, openSqlite],
    ['PostgreSQL to PostgreSQL', openPostgres, openPostgres],
  ])('moves all from %s, and what comes after gets new numbers', async (_, from, to) => {
    const [source, target] = [await from(), await to()];
    await fill(source);
    await target.conversations.keep(kept({ turn: turn('old') }));
    await target.restore(await backUp(source), NOW);
    expect(await contentOf(target)).toEqual(await contentOf(source));
    await target.conversations.keep(kept({ turn: turn('next') }));
    const speaker = { ...SPEAKER, conversation: 'another' };
    await target.conversations.keep(kept({ speaker, turn: turn('more') }));
    expect((await target.conversations.history(SPEAKER, 9)).turns).toHaveLength(2);
  });
});

/** With its hash made anew, as a program would that writes such a line. */
function signed(lines: readonly string[]): string {
  const before = `${lines.join('\n')}\n`;
  const sha256 = createHash('sha256').update(before).digest('hex');
  return `${before}${JSON.stringify({ rows: {}, sha256 })}\n`;
}

const NEWER = ['2027-03-reminders', '2027-04-questionnaires', '2027-05-given-answers'];

/** Without the tables and the column that came with reminders and later. */
function asOfFormat2(text: string): string {
  const [first = '', ...rows] = text.trim().split('\n').slice(0, -1);
  const head = JSON.parse(first);
  const migrations = head.migrations.filter((name: string) => !NEWER.includes(name));
  const newTables = BACKED_UP.indexOf('reminder');
  const kept = rows
    .map((line) => JSON.parse(line))
    .filter(([table]) => table < newTables)
    .map(([table, { shut_at: _, ...fields }]) => JSON.stringify([table, fields]));
  return signed([JSON.stringify({ ...head, format: 2, migrations }), ...kept]);
}

function resigned(text: string, from: string, to: string): string {
  return signed(text.replace(from, to).trim().split('\n').slice(0, -1));
}

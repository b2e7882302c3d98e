import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type App, createApp } from '../src/app.ts';
import { addDays } from '../src/clock.ts';
import { parseConfig } from '../src/config.ts';
import { talliesOf } from '../src/insight/tally.ts';
import { openRecords } from '../src/storage/records.ts';
import { signIn } from '../tests/support/sign-in.ts';
import { talkWith } from '../tests/support/talk.ts';
import { quantileOf, type Report, round } from './figures.ts';
import { CORPUS } from './grown-corpus.ts';

const PEOPLE = 10_000;
const DAYS = 365;
const NOW = new Date('2026-11-26T02:00:00.000Z');
const FIRST_DAY = addDays('2026-11-26', 1 - DAYS);
/** Each learner has two reminders a week, as many as there are unless they ask for more. */
const REMINDED_A_DAY = Math.round((PEOPLE * 2) / 7);
const TURNS_A_DAY = 1000;
const MATERIALS = 60;
const OUTCOMES = ['answered', 'not-in-corpus', 'not-included', 'out-of-scope'];
const ENDS = ['sent', 'sent', 'sent', 'failed', 'skipped'];
const OPENED = 15;

/** The page of totals after a year of ten thousand people, from message to reply, on SQLite. */
export async function benchInsight(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-insight-'));
  try {
    await (await openRecords(folder)).close();
    fill(join(folder, 'records.sqlite'));
    const config = parseConfig({ GANXUN_CORPUS: CORPUS, GANXUN_DATA: folder }, folder);
    const app = createApp(config, { clock: { now: () => NOW } });
    const talk = await adminOf(app);
    const told = async (words: string): Promise<number[]> => {
      const times: number[] = [];
      for (let opened = 0; opened < OPENED; opened++) {
        const page = await talk.say('/stats');
        const button = words === '' ? null : page.button(words);
        const begun = performance.now();
        await (button === null ? talk.say('/stats') : talk.tap(button));
        times.push(performance.now() - begun);
      }
      return times;
    };
    const page = await told('');
    report({
      bench: 'insight',
      ...{ people: PEOPLE, days: DAYS, deliveries: REMINDED_A_DAY * DAYS },
      ...{ turns: TURNS_A_DAY * DAYS, pageP50ms: round(quantileOf(page, 0.5)) },
      pageMaxMs: round(Math.max(...page)),
      of90DaysP50ms: round(quantileOf(await told('近90天'), 0.5)),
      pictureP50ms: round(quantileOf(await told('提问走势'), 0.5)),
      workbookP50ms: round(quantileOf(await told('导出表格'), 0.5)),
    });
    await app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function adminOf(app: App) {
  const { people } = await app.records();
  const at = NOW.toISOString();
  const person = { id: 'admin', name: '管理员', unit: '', role: 'admin' } as const;
  await people.change([
    { kind: 'add-person', person, at },
    { kind: 'consent', person: 'admin', at },
  ]);
  await signIn(people, [{ channel: 'bench', key: 'admin', person: 'admin' }], NOW);
  await app.index();
  const speaker = { channel: 'bench', conversation: 'admin', person: 'admin' };
  return talkWith(await app.conversation(), speaker);
}

function fill(path: string): void {
  const database = new Database(path);
  database.pragma('synchronous = OFF');
  const addPerson = database.prepare(
    "INSERT INTO person (id, name, unit, role, created_at) VALUES (?, '', '', 'learner', '')",
  );
  const addWishes = database.prepare(
    "INSERT INTO study_wishes VALUES (?, 1, '[2,4]', '12:30', 2, ?, NULL, '', '')",
  );
  const addTurn = database.prepare(
    `INSERT INTO turn (id, conversation, message, said, blocks, outcome, at)
     VALUES (?, 1, ?, '网络培训学时怎么管理？', '[]', 'answered', ?)`,
  );
  const addMailing = database.prepare(
    "INSERT INTO mailing VALUES (?, ?, 'study', NULL, '学习提醒', '[]', 0, ?, ?)",
  );
  const addDelivery = database.prepare(
    `INSERT INTO delivery (id, mailing, person, priority, text, state, reason, not_before, at)
     VALUES (?, ?, ?, 0, '请学习一节。', ?, ?, ?, ?)`,
  );
  const addTally = database.prepare(
    `INSERT INTO tally VALUES (?, ?, ?, 0, ?)
     ON CONFLICT (day, "of", name, shard) DO UPDATE SET number = number + excluded.number`,
  );
  database.transaction(() => {
    database.exec("INSERT INTO conversation (channel, key, created_at) VALUES ('c', 'k', '')");
    for (let person = 0; person < PEOPLE; person++) {
      addPerson.run(`p${person}`);
      const isPaused = person % 9 === 0;
      addWishes.run(`p${person}`, isPaused ? '{"until":null,"why":"ignored"}' : null);
    }
    for (let day = 0; day < DAYS; day++) {
      const date = addDays(FIRST_DAY, day);
      const at = `${date}T04:30:00.000Z`;
      for (let turn = 0; turn < TURNS_A_DAY; turn++) {
        addTurn.run(`${day}-${turn}`, `${day}-${turn}`, at);
        for (const { of, name, by } of talliesOf({
          ...{ day: date, outcome: OUTCOMES[turn % 4] as string, by: 'embedded' },
          ...{ took: 5 + turn, cited: [`m${turn % MATERIALS}`, 'plan-2023-2027'] },
        })) {
          addTally.run(date, of, name, by);
        }
      }
      for (let message = 0; message < REMINDED_A_DAY; message++) {
        const person = (day * REMINDED_A_DAY + message) % PEOPLE;
        const state = ENDS[message % ENDS.length] as string;
        const reason = { failed: 'blocked', skipped: 'done' }[state] ?? null;
        const id = `${day}-${message}`;
        addMailing.run(id, `own:${id}`, at, at);
        addDelivery.run(id, id, `p${person}`, state, reason, at, at);
      }
    }
  })();
  database.close();
}

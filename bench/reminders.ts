import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type App, createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { newDraft } from '../src/reminder/draft/new-draft.ts';
import { previewOf } from '../src/reminder/draft/preview.ts';
import { planDue } from '../src/reminder/planning/plan-due.ts';
import { planOwn } from '../src/reminder/planning/plan-own.ts';
import { releaseDue } from '../src/reminder/planning/release-due.ts';
import type { ReminderKind } from '../src/reminder/reminder.ts';
import { signIn } from '../tests/support/sign-in.ts';
import { type Report, round, roundAll } from './figures.ts';
import { CORPUS } from './grown-corpus.ts';

const PEOPLE = 10_000;
const IDLE_LOOKS = 50;
const CLASS = { id: 'class', name: '大班', startsOn: '2026-01-01', endsOn: '2026-12-31' };
/** A Thursday morning in Shanghai that is no rest day. */
const NOW = new Date('2026-11-26T02:00:00.000Z');

/**
 * Milliseconds from a confirmed reminder to ten thousand messages that are ready to be sent, beside as
 * many bare rows in one durable transaction on the same disk; and of a look when nothing is due.
 */
export async function benchReminders(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-reminders-'));
  const config = parseConfig({ GANXUN_DATA: folder, GANXUN_CORPUS: CORPUS }, folder);
  const app = createApp(config, { clock: { now: () => NOW } });
  try {
    const bareMs = bareRows(join(folder, 'bare.sqlite'));
    await addPeople(app);
    for (const kind of ['class', 'study'] as const) {
      const figures = await remind(app, kind);
      const timesBare = (figures.planMs + figures.releaseMs) / bareMs;
      const told = roundAll({ ...figures, bareMs, timesBare });
      report({ bench: 'reminders', kind, people: PEOPLE, ...told });
    }
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareRows(path: string): number {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE message (id TEXT PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO message VALUES (?, ?)');
  const all = database.transaction(() => {
    for (let at = 0; at < PEOPLE; at++) insert.run(`message-${at}`, '学'.repeat(100));
  });
  const begun = performance.now();
  all();
  const ms = since(begun);
  database.close();
  return ms;
}

async function addPeople(app: App): Promise<void> {
  const { people, reminders } = await app.records();
  const at = NOW.toISOString();
  await people.change([{ kind: 'add-class', class: CLASS, at }]);
  const ids = Array.from({ length: PEOPLE }, (_, number) => `p${number}`);
  await people.change(
    ids.flatMap((id) => [
      { kind: 'add-person', person: { id, name: `学员${id}`, unit: '某局', role: 'learner' }, at },
      { kind: 'join', person: id, classId: CLASS.id, part: 'learner', at },
    ]),
  );
  const accounts = ids.map((person) => ({ channel: 'telegram', key: person, person }));
  await signIn(people, accounts, NOW);
  const wishes = { isOn: true, days: [], time: '12:30', mostAWeek: 2, pause: null, channel: null };
  const since = { since: at, plannedUntil: at };
  await reminders.change(
    ids.map((person) => ({ kind: 'set-wishes', at, wishes: { person, ...wishes, ...since } })),
  );
}

async function remind(app: App, kind: ReminderKind) {
  const { reminders } = await app.records();
  const parts = { ...(await app.planning()), hasBot: true };
  const draft = newDraft(
    {
      ...{ id: `r-${kind}`, kind, zone: app.config.zone, text: '{姓名}同志：请按时参加学习。' },
      audience: [{ classId: CLASS.id, unit: null, role: null }],
    },
    { id: null, name: '' },
    NOW,
  );
  const asked = performance.now();
  await previewOf(draft, parts, NOW);
  const previewMs = since(asked);
  const { id, text } = draft;
  await reminders.change([
    { kind: 'add-reminder', reminder: draft },
    { kind: 'confirm-reminder', id, text, byName: '', at: NOW.toISOString() },
  ]);
  const confirmed = performance.now();
  await planDue(parts);
  const planMs = since(confirmed);
  const planned = performance.now();
  await releaseDue(parts, new AbortController().signal);
  const releaseMs = since(planned);
  const idle = performance.now();
  for (let look = 0; look < IDLE_LOOKS; look++) {
    await planDue(parts);
    await planOwn(parts);
    await releaseDue(parts, new AbortController().signal);
  }
  return { previewMs, planMs, releaseMs, idleLookMs: since(idle) / IDLE_LOOKS };
}

function since(begun: number): number {
  return round(performance.now() - begun);
}

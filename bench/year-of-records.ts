import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createApp } from '../src/app.ts';
import { chaptersOf } from '../src/checkin/chapters.ts';
import { firstDayOfMap, makeLearningMap } from '../src/checkin/map/make-learning-map.ts';
import { createRecallBank } from '../src/checkin/recall/bank.ts';
import { readRecallItems } from '../src/checkin/recall/read-items.ts';
import { addDays } from '../src/clock.ts';
import { parseConfig } from '../src/config.ts';
import { openRecords } from '../src/storage/records.ts';
import { quantileOf, type Report, round } from './figures.ts';
import { CORPUS } from './grown-corpus.ts';

const PEOPLE = 10_000;
const DAYS = 360;
const FIRST_DAY = '2026-01-01';
const ASKED = 1000;
const PARTS = '一二三四五六七八';
const MATERIAL = 'plan-2023-2027';

/** Map and calendar of people among ten thousand who have learned every day of a year. */
export async function benchYearOfRecords(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-year-'));
  try {
    await (await openRecords(folder)).close();
    fill(join(folder, 'records.sqlite'));
    const app = createApp(parseConfig({ GANXUN_CORPUS: CORPUS, GANXUN_DATA: folder }, folder));
    const { store } = await app.index();
    const bank = createRecallBank(await readRecallItems(CORPUS), (id) => store.materialText(id));
    const materials = store
      .materials()
      .map(({ id, title }) => ({ id, title, chapters: chaptersOf(store.outline(id)) }));
    const { learning } = await app.records();
    const today = addDays(FIRST_DAY, DAYS - 1);
    const times: number[] = [];
    for (let asked = 0; asked < ASKED; asked++) {
      const person = `p${Math.floor(Math.random() * PEOPLE)}`;
      const begun = performance.now();
      const [days, counts, cards] = await Promise.all([
        learning.days(person, firstDayOfMap(today)),
        learning.chapters(person),
        learning.cards(person),
      ]);
      makeLearningMap({ materials, counts, days, cards, bank, today, now: new Date() });
      times.push(performance.now() - begun);
    }
    const totals = performance.now();
    const { active } = await learning.totals('class', FIRST_DAY, today);
    report({
      bench: 'year of records',
      rows: PEOPLE * DAYS,
      mapP50ms: round(quantileOf(times, 0.5)),
      mapP99ms: round(quantileOf(times, 0.99)),
      classOf50ms: Math.round(performance.now() - totals),
      classActive: active,
    });
    await app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(path: string): void {
  const database = new Database(path);
  database.pragma('synchronous = OFF');
  const addPerson = database.prepare(
    "INSERT INTO person (id, name, unit, role, created_at) VALUES (?, '', '', 'learner', '')",
  );
  const addEntry = database.prepare(
    `INSERT INTO learning_entry (id, person, studied_on, recorded_at, is_made_up, kind, material,
       place, chapter, studied, reflection, revision)
     VALUES (?, ?, ?, ?, 0, 'place', '${MATERIAL}', ?, ?, '学了一节', '', 1)`,
  );
  const addMember = database.prepare(
    "INSERT INTO class_member (class, person, part, joined_at) VALUES ('class', ?, 'learner', '')",
  );
  database.transaction(() => {
    database.exec(
      `INSERT INTO class VALUES ('class', '班', '${FIRST_DAY}', '${addDays(FIRST_DAY, DAYS)}', '')`,
    );
    for (let person = 0; person < PEOPLE; person++) {
      addPerson.run(`p${person}`);
      if (person < 50) addMember.run(`p${person}`);
    }
    // Day by day, as it comes about: a person's records lie far apart.
    for (let day = 0; day < DAYS; day++) {
      const date = addDays(FIRST_DAY, day);
      for (let person = 0; person < PEOPLE; person++) {
        const chapter = PARTS[(person + day) % PARTS.length];
        addEntry.run(
          `${person}-${day}`,
          `p${person}`,
          date,
          `${date}T04:00:00.000Z`,
          chapter,
          chapter,
        );
      }
    }
  })();
  database.close();
}

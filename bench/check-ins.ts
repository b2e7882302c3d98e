import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { openRecords } from '../src/storage/records.ts';
import type { Report } from './figures.ts';
import { CORPUS } from './grown-corpus.ts';

const PEOPLE = 200;
const CHECK_INS = 3000;
const AT_ONCE = 50;

/**
 * Check-ins a second from message to reply, each in one durable transaction, beside bare durable
 * transactions of one row of the same size on the same disk.
 */
export async function benchCheckIns(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-check-ins-'));
  try {
    const bare = bareTransactions(join(folder, 'bare.sqlite'));
    const same = await sameRows(join(folder, 'same'));
    const whole = await checkIns(folder);
    report({
      bench: 'check-ins',
      people: PEOPLE,
      checkIns: CHECK_INS,
      perSecond: Math.round(whole),
      barePerSecond: Math.round(bare),
      shareOfBare: Math.round((whole / bare) * 1000) / 1000,
      sameRowsPerSecond: Math.round(same),
      shareOfSameRows: Math.round((whole / same) * 1000) / 1000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareTransactions(path: string): number {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO entry (text) VALUES (?)');
  const text = '学'.repeat(100);
  const begun = performance.now();
  for (let at = 0; at < CHECK_INS; at++) insert.run(text);
  const perSecond = CHECK_INS / ((performance.now() - begun) / 1000);
  database.close();
  return perSecond;
}

/** The rows of a check-in, reply and buttons included, in one transaction each and nothing else. */
async function sameRows(folder: string): Promise<number> {
  await (await openRecords(folder)).close();
  const database = new Database(join(folder, 'records.sqlite'));
  database.pragma('synchronous = FULL');
  database.exec("INSERT INTO person VALUES ('p', '', '', 'learner', '', '', '')");
  database.exec("INSERT INTO conversation (channel, key, created_at) VALUES ('c', 'k', '')");
  const words = '学'.repeat(300);
  const entry = database.prepare(
    `INSERT INTO learning_entry VALUES (?, 'p', '2026-11-24', '', 0, 'place', 'm', '五', '五', '学',
       '', NULL, NULL, 1, NULL)`,
  );
  const state = database.prepare("UPDATE conversation SET state = ? WHERE key = 'k'");
  const turn = database.prepare(
    `INSERT INTO turn (id, conversation, message, said, blocks, at) VALUES (?, 1, ?, '打卡', ?, '')`,
  );
  const actions = database.prepare("INSERT INTO action_set VALUES (?, 1, 'p', ?, '2999')");
  const keep = database.transaction((id: string) => {
    entry.run(id);
    state.run(words);
    turn.run(id, id, words);
    actions.run(id, words);
  });
  const begun = performance.now();
  for (let at = 0; at < CHECK_INS; at++) keep.immediate(`e${at}`);
  const perSecond = CHECK_INS / ((performance.now() - begun) / 1000);
  database.close();
  return perSecond;
}

async function checkIns(folder: string): Promise<number> {
  const env = { GANXUN_CORPUS: CORPUS, GANXUN_DATA: folder };
  const app = createApp(parseConfig(env, folder));
  await app.index();
  const { people } = await app.records();
  const now = new Date();
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + 86_400_000).toISOString();
  for (let number = 0; number < PEOPLE; number++) {
    const id = `p${number}`;
    const role = 'learner' as const;
    const invitation = {
      ...{ id, codeHash: id, note: '', places: 1, role, classId: null, person: id },
      ...{ createdAt: at, expiresAt },
    };
    await people.change([
      { kind: 'add-person', person: { id, name: id, unit: '', role }, at },
      { kind: 'consent', person: id, at },
      { kind: 'invite', invitation },
    ]);
    await people.redeem(id, { channel: 'bench', key: id }, now, null);
  }
  const conversation = await app.conversation();
  let sent = 0;
  const send = async () => {
    while (sent < CHECK_INS) {
      const number = sent++;
      const key = `p${number % PEOPLE}`;
      const speaker = { channel: 'bench', conversation: key, person: key };
      const said = { kind: 'text', text: '打卡 五（二）' } as const;
      await conversation.respond({ speaker, message: `m${number}`, said }, () => {});
    }
  };
  await conversation.respond(
    {
      speaker: { channel: 'bench', conversation: 'p0', person: 'p0' },
      message: 'first',
      said: { kind: 'text', text: '打卡 五（二）' },
    },
    () => {},
  );
  const begun = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const perSecond = CHECK_INS / ((performance.now() - begun) / 1000);
  await app.close();
  return perSecond;
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/small-index.ts';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let data: string;

beforeAll(async () => {
  const { path, remove } = await makeFolder();
  data = path;
  return remove;
});

function invite(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'invite', ...args], {
    env: { ...process.env, GANXUN_DATA: data, TELEGRAM_BOT_TOKEN: '' },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('invite', () => {
  it('shows a code once, and keeps it nowhere', () => {
    const { code, out } = invite('--people', '30', '--days', '14', '--note', '第一期');
    expect(code).toBe(0);
    const [, shown = ''] = /邀请码：([0-9A-Z]{12})（可供 30 人使用/u.exec(out) ?? [];
    expect(out).toContain(`?start=${shown}`);
    const database = new Database(`${data}/records.sqlite`, { readonly: true });
    const rows = JSON.stringify(database.prepare('SELECT * FROM invitation').all());
    database.close();
    expect(rows).toContain('第一期');
    expect(rows).not.toContain(shown);
  });

  it('lists invitations without their codes, and withdraws one', () => {
    const made = JSON.parse(invite('--json').out);
    expect(Object.keys(made)).toEqual(['id', 'code', 'link', 'places', 'expiresAt']);
    const { out } = invite('list');
    expect(out).toContain(made.id);
    expect(out).toMatch(/已用 0\/30 .*第一期/u);
    expect(out).not.toContain(made.code);
    expect(invite('withdraw', made.id).out).toBe('邀请已撤回，由它加入的 0 人不能再使用。\n');
    expect(invite('list').out).not.toContain(made.id);
    const again = invite('withdraw', made.id);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('请用 invite list 查看')]);
  });

  it.each([
    ['--people', '0'],
    ['--people', '很多'],
    ['--days', '366'],
    ['withdraw'],
    ['everyone'],
    ['--all'],
  ])('is wrong use with %s %s', (...args) => {
    const { code, out, err } = invite(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/[\u4e00-\u9fff]/u);
  });
});

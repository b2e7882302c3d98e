import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashCode } from '../../src/people/admission.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { makeFolder } from '../support/small-index.ts';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const DAY = 86_400_000;

let data: string;

beforeEach(async () => {
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

function create(...args: string[]): { id: string; code: string; expiresAt: string } {
  return JSON.parse(invite('--json', ...args).out);
}

/** Does something on the records that the command uses. */
async function onRecords<Result>(work: (records: Records) => Promise<Result>): Promise<Result> {
  const records = await openRecords(data);
  return work(records).finally(() => records.close());
}

function redeem(code: string, key: string, now = new Date()) {
  const account = { channel: 'telegram', key };
  return onRecords(({ admissions }) => admissions.redeem(hashCode(code), account, now));
}

describe('invite', () => {
  it('shows a code that lets in as many as it says', async () => {
    const { code, out } = invite('--people', '2', '--days', '14', '--note', '第一期');
    expect(code).toBe(0);
    const [, shown = ''] = /邀请码：([0-9A-Z]{12})（可供 2 人使用/u.exec(out) ?? [];
    expect(out).toContain(`?start=${shown}`);
    const came = [await redeem(shown, '1'), await redeem(shown, '2'), await redeem(shown, '3')];
    expect(came).toEqual(['admitted', 'admitted', 'used-up']);
  });

  it('keeps a code nowhere on the disk', async () => {
    const { code } = create('--note', '第一期');
    const files = Buffer.concat(readdirSync(data).map((name) => readFileSync(join(data, name))));
    expect(files.includes('第一期')).toBe(true);
    expect(files.includes(hashCode(code))).toBe(true);
    expect(files.includes(code)).toBe(false);
    expect(files.includes(code.toLowerCase())).toBe(false);
  });

  it('makes one for one person and seven days where nothing is said', () => {
    const { code, out } = invite('--json');
    const made = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(made)).toEqual(['id', 'code', 'link', 'places', 'expiresAt']);
    expect(made).toMatchObject({ link: null, places: 1 });
    const [listed] = JSON.parse(invite('list', '--json').out);
    expect(listed).toMatchObject({ id: made.id, note: '', places: 1, taken: 0 });
    expect(listed.expiresAt).toBe(made.expiresAt);
    expect(Date.parse(listed.expiresAt) - Date.parse(listed.createdAt)).toBe(7 * DAY);
  });

  it('takes the most people and the most days that there may be', () => {
    const { id } = create('--people', '10000', '--days', '365');
    const [listed] = JSON.parse(invite('list', '--json').out);
    expect(listed).toMatchObject({ id, places: 10_000 });
    expect(Date.parse(listed.expiresAt) - Date.parse(listed.createdAt)).toBe(365 * DAY);
  });
});

describe('invite list', () => {
  it('says so where there are none', () => {
    expect(invite('list')).toEqual({ code: 0, out: '还没有发出过邀请。\n', err: '' });
    expect(invite('list', '--json')).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('shows a line for each, the newest first, and no code', async () => {
    const old = create('--people', '30', '--note', '第一期');
    const young = create();
    await redeem(old.code, '1');
    const { code, out } = invite('list');
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(`^${young.id}  已用 0/1  [-0-9]+ [:0-9]+ 前有效$`),
      expect.stringMatching(`^${old.id}  已用 1/30  [-0-9]+ [:0-9]+ 前有效  第一期$`),
    ]);
    const all = out + invite('list', '--json').out;
    for (const secret of [old.code, young.code]) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(hashCode(secret));
    }
  });

  it('says which are past', async () => {
    await onRecords(({ admissions }) =>
      admissions.invite({
        ...{ id: 'a', codeHash: 'hash', note: '', places: 1 },
        createdAt: '2026-01-01T00:00:00.000Z',
        expiresAt: '2026-01-08T00:00:00.000Z',
      }),
    );
    expect(invite('list').out).toMatch(/^a {2}已用 0\/1 {2}2026-01-08 \d\d:\d\d 已过期\n$/u);
  });

  it('shows a note of two lines in one', () => {
    create('--note', '第一期\n第二行\u001b[31m');
    const { out } = invite('list');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(out).not.toContain('\u001b');
  });
});

describe('invite withdraw', () => {
  it('shuts out those who came by the invitation, and nobody else', async () => {
    const [one, other] = [create('--people', '3'), create()];
    await redeem(one.code, '1');
    await redeem(one.code, '2');
    await redeem(other.code, '3');
    const out = '邀请已撤回，由它加入的 2 人不能再使用。\n';
    expect(invite('withdraw', one.id)).toEqual({ code: 0, out, err: '' });
    const isIn = await onRecords(({ admissions }) =>
      Promise.all(
        ['1', '2', '3'].map((key) => admissions.isAdmitted({ channel: 'telegram', key })),
      ),
    );
    expect(isIn).toEqual([false, false, true]);
    expect(await redeem(one.code, '4')).toBe('unknown');
    expect(invite('list').out).not.toContain(one.id);
  });

  it('says where to look for one that there is not', () => {
    const { code, out, err } = invite('withdraw', 'nothing');
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('没有编号为“nothing”的邀请，请用 invite list 查看。\n');
  });
});

describe('wrong use of invite', () => {
  it.each([
    ['--people=0'],
    ['--people=-1'],
    ['--people=1.5'],
    ['--people=很多'],
    ['--people=10001'],
    ['--days=0'],
    ['--days=366'],
    ['--days='],
    ['withdraw'],
    ['withdraw one two'],
    ['list all'],
    ['everyone'],
    ['--all'],
    ['--note'],
  ])('makes nothing of "%s" and says what is right', (words) => {
    const { code, out, err } = invite(...words.split(' '));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/[\u4e00-\u9fff]/u);
    expect(readdirSync(data)).toEqual([]);
  });
});

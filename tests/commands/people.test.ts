import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { findCode, hashCode } from '../../src/people/invitation.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { reminderOf } from '../support/messages.ts';
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

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, GANXUN_DATA: data, TELEGRAM_BOT_TOKEN: '', DATABASE_URL: '' },
    cwd: data,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const people = (...args: string[]) => run('people', ...args);

function invite(...args: string[]): { id: string; code: string; expiresAt: string } {
  return JSON.parse(people('invite', '--json', ...args).out);
}

/** Does something on the records that the command uses. */
async function onRecords<Result>(work: (records: Records) => Promise<Result>): Promise<Result> {
  const records = await openRecords(data);
  return work(records).finally(() => records.close());
}

function redeem(code: string, key: string, now = new Date()) {
  const account = { channel: 'telegram', key };
  return onRecords(async (records) => {
    const { kind } = await records.people.redeem(hashCode(code), account, now, null);
    return kind;
  });
}

describe('people invite', () => {
  it('shows a code that lets in as many as it says, and where to use it', async () => {
    const { code, out } = people('invite', '--people', '2', '--days', '14');
    expect(code).toBe(0);
    expect(out).toContain('学员，可供 2 人使用');
    const shown = findCode(/邀请码：(\S{14})/u.exec(out)?.[1] ?? '') ?? '';
    expect(out).toContain(`/#code=${shown}`);
    const came = [await redeem(shown, '1'), await redeem(shown, '2'), await redeem(shown, '3')];
    expect(came).toEqual(['admitted', 'admitted', 'used-up']);
  });

  it('makes the first administrator', async () => {
    const { code } = invite('--role', 'admin');
    await redeem(code, '1');
    const account = { channel: 'telegram', key: '1' };
    const person = await onRecords((records) => records.people.personOf(account, new Date()));
    expect(person).toMatchObject({ role: 'admin' });
    expect(people('list').out).toContain('管理员');
    expect(people('audit').out).toContain('运维  发出邀请：管理员 1 人');
  });

  it('keeps a code nowhere on the disk', () => {
    const { code } = invite('--note', '第一期');
    const files = Buffer.concat(readdirSync(data).map((name) => readFileSync(join(data, name))));
    expect(files.includes('第一期')).toBe(true);
    expect(files.includes(hashCode(code))).toBe(true);
    expect(files.includes(code)).toBe(false);
  });

  it('is good for as long as it says', async () => {
    const { code, expiresAt } = invite('--days', '3');
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3 * DAY)).toBeLessThan(60_000);
    expect(await redeem(code, '1', new Date(Date.parse(expiresAt) + 1))).toBe('expired');
  });

  it.each([
    [['invite', '--people', '0'], '--people 应当是 1 到 10000'],
    [['invite', '--days', '366'], '--days 应当是 1 到 365'],
    [['invite', '--role', 'king'], '--role 应当是'],
    [['invite', '--class', 'none'], '没有编号为“none”的班次'],
    [['withdraw', 'none'], '没有编号为“none”的邀请'],
    [['remove', 'none'], '没有编号为“none”的人员'],
    [['import', 'none.csv'], '用法：people import'],
    [['new-class', '某班'], '请写明起止两个日期'],
    [['dance'], '用法：people list'],
  ])('says what is wrong with %j', (args, problem) => {
    const { code, err } = people(...args);
    expect(code).not.toBe(0);
    expect(err).toContain(problem);
  });

  it('lists invitations and takes one back', async () => {
    const { id, code } = invite('--note', '某班');
    await redeem(code, '1');
    expect(people('invitations').out).toMatch(new RegExp(`${id}  学员  已用 1/1 .*某班`, 'u'));
    expect(people('withdraw', id).out).toContain('1 个账号已退出');
    expect(people('invitations').out).toContain('还没有发出过邀请');
  });
});

describe('people import', () => {
  const LIST = '姓名,单位,角色\n王芳,某局,学员\n王 芳,某局,学员\n李强,某委,教师\n,某委,\n';

  it('checks a list first, then adds its people with a code each', async () => {
    const { out } = people('new-class', '任职班', '2026-12-01', '2026-12-10');
    const id = /编号 (\S+?)。/u.exec(out)?.[1] ?? '';
    const path = join(data, 'list.csv');
    writeFileSync(path, LIST);
    const checked = people('import', path, '--class', id);
    expect(checked.out).toContain('新增 2 人，已在班次中 0 人，有问题不导入 2 行');
    expect(checked.out).toContain('第 3 行：“王芳”与第 2 行重复');
    expect(checked.out).toContain('没有写入');
    expect(people('list').out).toContain('还没有人员');
    expect(people('import', path, '--class', id, '--yes').out).toContain('已导入 2 人');
    const sheet = readFileSync(join(data, '登录单-任职班.html'), 'utf8');
    const codes = [...sheet.matchAll(/class="code">(\S+?)</gu)].map((match) => match[1] ?? '');
    expect(codes).toHaveLength(2);
    expect(await redeem(codes[0] ?? '', '1')).toBe('admitted');
    expect(people('import', path, '--class', id, '--yes').out).toContain('新增 0 人');
    expect(people('classes').out).toContain('学员 1，教师 1');
  });
});

describe('backup and restore', () => {
  it('bring back what was there, and only when told to', () => {
    people('new-class', '任职班', '2026-12-01', '2026-12-10');
    const path = join(data, 'saved.gz');
    expect(run('backup', path).out).toContain('班次 1 个');
    expect(run('backup', path).err).toContain('已经存在');
    people('new-class', '后来的班', '2027-01-01');
    expect(run('restore', path).out).toContain('确认后加上 --yes');
    expect(people('classes').out).toContain('后来的班');
    expect(run('restore', path, '--yes').out).toContain('已恢复');
    expect(people('classes').out).not.toContain('后来的班');
    expect(people('classes').out).toContain('任职班');
  });

  it('say that reminders are drafts again, where there are any', async () => {
    const path = join(data, 'saved.gz');
    run('backup', path);
    expect(run('restore', path, '--yes').out).not.toContain('退回草稿');
    const reminder = reminderOf('r', { state: 'active', plannedUntil: '2026-01-01T00:00:00.000Z' });
    await onRecords((records) => records.reminders.change([{ kind: 'add-reminder', reminder }]));
    run('backup', path, '--force');
    expect(run('restore', path, '--yes').out).toContain('退回草稿，请核对后重新确认');
    expect(await onRecords((records) => records.reminders.active())).toEqual([]);
  });

  it.each([
    ['nothing', null, '没有备份文件'],
    ['words', 'no backup at all', '不是备份文件'],
  ])('say what is wrong with %s', (name, content, problem) => {
    const path = join(data, name);
    if (content !== null) writeFileSync(path, content);
    const { code, err } = run('restore', path, '--yes');
    expect([code, err]).toEqual([1, expect.stringContaining(problem)]);
  });
});

describe('recall check', () => {
  it('finds nothing wrong with what ships', () => {
    const { code, out } = run('recall', 'check');
    expect([code, out]).toEqual([0, expect.stringContaining('有问题 0 道')]);
  });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Command } from '../../src/commands/command.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { people } from '../../src/commands/people.ts';
import { remind as command } from '../../src/commands/remind.ts';
import { UsageError, UserFacingError } from '../../src/errors.ts';
import { invite } from '../support/invite.ts';
import { addMailing, mailingOf } from '../support/messages.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { makeFolder } from '../support/small-index.ts';
import { talkWith } from '../support/talk.ts';
import { testConfig } from '../support/test-config.ts';

/** A Tuesday at noon in Shanghai; the next Thursday but one is 国庆节. */
const NOW = new Date('2026-09-22T04:00:00.000Z');
const CLASS = { id: 'class-one', name: '任职培训班', startsOn: '2026-09-21', endsOn: '2026-12-31' };
const NAMES = ['王芳', '李强', '张伟', '刘洋', '陈静', '杨磊'];

let data: string;
let app: App;

const open = (settings = {}) =>
  createApp(testConfig(SHIPPED_CORPUS, data, settings), { clock: { now: () => NOW } });

beforeEach(async () => {
  const { path, remove } = await makeFolder();
  data = path;
  app = open();
  const at = NOW.toISOString();
  await (await app.records()).people.change([
    { kind: 'add-class', class: CLASS, at },
    ...NAMES.flatMap((name, number) => [
      {
        kind: 'add-person' as const,
        person: { id: `p${number}`, name, unit: '某局', role: 'learner' as const },
        at,
      },
      {
        kind: 'join' as const,
        person: `p${number}`,
        classId: CLASS.id,
        part: 'learner' as const,
        at,
      },
    ]),
  ]);
  return async () => {
    await app.close();
    await remove();
  };
});

/** A command as the shell would run it. */
async function run(what: Command, args: readonly string[], on = app) {
  const lines: string[] = [];
  const output = {
    line: (text: string) => void lines.push(text),
    write: (text: string) => void lines.push(text),
    note: () => {},
    progress: () => {},
  };
  const done = (code: number, err: string) => ({ code, err, out: lines.join('\n') });
  try {
    return done(await what(args, { app: on, output, input: Readable.from([]) }), '');
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return done(error instanceof UsageError ? 2 : 1, error.message);
  }
}

const remind = (...args: string[]) => run(command, args);
const audit = async () => (await run(people, ['audit'])).out;

async function create(...args: string[]) {
  const whom = ['--audience', `class:${CLASS.id}`];
  const done = await remind('create', '--text', '请抽空学习。', ...whom, '--json', ...args);
  expect(done.err).toBe('');
  return JSON.parse(done.out);
}

describe('remind create', () => {
  it('makes a draft of a study reminder, with its people and first dates', async () => {
    const made = await create('--when', '每周三 9:30');
    expect(made).toMatchObject({
      ...{ id: expect.stringMatching(/^[\w-]{16}$/u), kind: 'study', people: 6, optedIn: null },
      message: '【学习提醒】请抽空学习。',
      remarks: expect.any(Array),
    });
    expect(made.first).toEqual([
      '2026-09-23T01:30:00.000Z',
      '2026-09-30T01:30:00.000Z',
      '2026-10-14T01:30:00.000Z',
    ]);
    expect(JSON.parse((await remind('list', '--json')).out)).toMatchObject([
      { id: made.id, state: 'draft', when: '每周三 9:30', next: null },
    ]);
    expect(await audit()).toContain('运维  新建提醒：学习提醒，“任职培训班”的学员');
  });

  it('makes one of a notice, in a zone, with an end, urgent', async () => {
    const made = await create(
      ...['--kind', 'class', '--when', '每天 21:00', '--zone', 'Asia/Urumqi'],
      ...['--until', '2026-12-31', '--urgent'],
    );
    expect(made.message).toBe('【任职培训班】请抽空学习。');
    for (const at of made.first) expect(at).toMatch(/T15:00:00\.000Z$/u);
    const shown = (await remind('show', made.id)).out;
    expect(shown).toContain('班务通知（草稿）');
    expect(shown).toContain('不受早晚和休息日限制');
    expect(shown).toContain('没有接收渠道：6 人（');
    expect(shown).toMatch(/时间：每天 21:00（.+）.*截止/u);
  });

  it.each([
    [['--text', '好', '--when', '每周三 9:30'], '缺少 --audience', 2],
    [['--text', '好', '--audience', 'class:class-one'], '缺少 --when', 2],
    [['--audience', 'class:class-one', '--when', '现在'], '缺少 --text', 2],
    [['--text', '好', '--audience', 'class:none', '--when', '现在'], '没有编号为“none”的班次', 1],
    [['--text', '好', '--audience', 'unit:无', '--when', '明天 9:00'], '一个人也没有', 1],
    [['--text', '{电话}', '--audience', 'class:class-one', '--when', '现在'], '可以用的有', 1],
    [
      ['--text', '学'.repeat(4097), '--audience', 'class:class-one', '--when', '现在'],
      '内容太长',
      1,
    ],
    [['--text', '好', '--audience', 'class:class-one', '--when', '昨天 9:00'], '已经过去了', 1],
    [['--text', '好', '--audience', 'class:class-one', '--when', '30 9 31 2 *'], '一次也不会', 1],
    [
      ['--text', '好', '--audience', 'class:class-one', '--when', '每周三 21:30'],
      '8:00 至 20:00',
      1,
    ],
    [
      [
        ...['--text', '好', '--audience', 'class:class-one', '--when', '每周三 9:30'],
        '--until',
        '2020-01-01',
      ],
      '已经过去了',
      1,
    ],
    [
      [...['--text', '好', '--audience', 'class:class-one', '--when', '现在'], '--zone', 'Mars/A'],
      '没有“Mars/A”这个时区',
      2,
    ],
    [
      [...['--text', '好', '--audience', 'class:class-one', '--when', '现在'], '--kind', 'x'],
      '--kind 应当是',
      2,
    ],
    [
      [...['--text', '好', '--audience', 'class:class-one', '--when', '现在'], '--urgent'],
      '学习提醒不能加急',
      2,
    ],
  ] as const)('says what is wrong with %j and keeps nothing', async (args, problem, exit) => {
    const { code, err } = await remind('create', ...args);
    expect([code, err]).toEqual([exit, expect.stringContaining(problem)]);
    expect((await remind('list')).out).toContain('还没有通知提醒');
  });
});

describe('remind', () => {
  it('confirms, reports and stops, each once', async () => {
    const { id } = await create('--kind', 'class', '--when', '每周三 9:30');
    expect(JSON.parse((await remind('confirm', id, '--json')).out)).toMatchObject({
      ...{ id, state: 'active', people: 6 },
    });
    const again = await remind('confirm', id);
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/已经由运维于 .*确认发送/u)]);
    expect((await remind('drop', id)).err).toContain('不是草稿了');
    expect(JSON.parse((await remind('list', '--json')).out)).toMatchObject([
      { state: 'active', next: expect.stringMatching(/T01:30:00/u) },
    ]);
    const records = await app.records();
    await records.deliveries.change([
      addMailing(mailingOf('m', { reminder: id }), ['p0', 'p1', 'p2']),
    ]);
    await records.deliveries.release(
      [
        { kind: 'inbox', id: 'm-p0', text: '好' },
        { kind: 'failed', id: 'm-p1', text: '好', reason: 'blocked' },
      ],
      NOW,
    );
    expect(JSON.parse((await remind('report', id, '--json')).out)).toEqual({
      ...{
        sent: 1,
        failed: [{ reason: '对方停用或者没有启用机器人', count: 1 }],
        uncertain: 0,
        skipped: 0,
      },
      ...{ opened: 0, waiting: 1, skippedBy: [] },
      unreached: [
        { name: '李强', unit: '某局', state: 'failed', reason: '对方停用或者没有启用机器人' },
      ],
    });
    expect((await remind('report', id)).out).toContain('李强（某局）：对方停用或者没有启用机器人');
    expect((await remind('stop', id)).out).toContain('已停止');
    expect((await remind('stop', id)).err).toContain('已停止，不用再停止');
    expect(JSON.parse((await remind('report', id, '--json')).out)).toMatchObject({
      waiting: 0,
      skipped: 1,
    });
    const deeds = await audit();
    for (const deed of ['新建提醒', '确认发送', '停止发送']) expect(deeds).toContain(deed);
  });

  it('tells small numbers of a study reminder as data alone', async () => {
    const { id } = await create('--when', '每周三 9:30');
    await remind('confirm', id);
    const { deliveries } = await app.records();
    await deliveries.change([addMailing(mailingOf('m', { reminder: id }), ['p0', 'p1'])]);
    expect(JSON.parse((await remind('report', id, '--json')).out)).toEqual({
      ...{ sent: 0, failed: [], uncertain: 0, skipped: 0, opened: 0, waiting: 2 },
      ...{ skippedBy: [], unreached: [] },
    });
    expect((await remind('report', id)).out).toContain('等待发送：不足 5 人');
  });

  it('drops a draft, and says what it does not know', async () => {
    const { id } = await create('--when', '每周三 9:30');
    expect((await remind('stop', id)).err).toContain(`不要了用 remind drop ${id} 删除`);
    expect((await remind('drop', id)).out).toContain('草稿已删除');
    for (const action of ['confirm', 'show', 'report', 'stop', 'drop']) {
      const { code, err } = await remind(action, id);
      expect([code, err]).toEqual([1, expect.stringContaining(`没有编号为“${id}”的通知提醒`)]);
    }
    expect((await remind('filters')).out).toContain('还没有常用范围');
    expect((await remind('dance')).code).toBe(2);
  });
});

describe('a draft', () => {
  it('made at the machine is confirmed in the chat, and the other way round', async () => {
    const { id } = await create('--kind', 'class', '--when', '每周三 9:30');
    const code = await invite((await app.records()).people, 'admin', NOW);
    const door = await app.door({ everyone: true, openChats: [] });
    await door.redeem(code, { channel: 'test', key: 'boss' });
    const speaker = { channel: 'test', conversation: 'boss', person: 'boss' };
    const admin = talkWith(await app.conversation(), speaker);
    const draft = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    expect(draft.text).toContain('【任职培训班】请抽空学习。');
    await admin.tap(draft.button('确认发送'));
    await admin.say('给任职培训班发通知：明天停课。');
    await admin.say('现在');
    const [mine, theirs] = JSON.parse((await remind('list', '--json')).out);
    expect([mine.state, theirs.id, theirs.state]).toEqual(['draft', id, 'active']);
    expect((await remind('confirm', mine.id)).out).toContain('已确认');
  });
});

describe('doctor', () => {
  it('tells of reminders, and of a file of holidays that cannot be used', async () => {
    const { id } = await create('--when', '每周三 9:30');
    await remind('confirm', id);
    const fine = (await run(doctor, [])).out;
    expect(fine).toMatch(/正常 {2}提醒：发送中 1 条，等待发送 0 人次，不确定 0 人次/u);
    expect(fine).toContain('放假安排收录到 2026 年');
    expect(fine).not.toContain('2027年的放假安排尚未收录');
    const inNovember = createApp(app.config, { clock: { now: () => new Date('2026-11-02') } });
    expect((await run(doctor, [], inNovember)).out).toContain('2027年的放假安排尚未收录');
    await inNovember.close();
    const broken = open({ GANXUN_HOLIDAYS: join(data, 'none.json') });
    const told = await run(doctor, [], broken);
    await broken.close();
    expect([told.code, told.out]).toEqual([
      1,
      expect.stringMatching(/异常 {2}提醒：放假安排文件/u),
    ]);
  }, 60_000);
});

describe('the built command', () => {
  it('knows remind, and exits as commands do', () => {
    const built = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
    const run = (...args: string[]) => {
      const env = { ...process.env, GANXUN_DATA: data, TELEGRAM_BOT_TOKEN: '', DATABASE_URL: '' };
      return spawnSync(process.execPath, [built, 'remind', ...args], { env, encoding: 'utf8' });
    };
    const [listed, wrong] = [run('list', '--json'), run('confirm')];
    expect([listed.status, listed.stdout.trim()]).toEqual([0, '[]']);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringMatching(/用法：\n {2}remind create/u),
    ]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../../../src/conversation/deeds/deed.ts';
import type { Reminder } from '../../../../src/reminder/reminder.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../../../support/house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

let house: House;
let trainer: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('trainer', 'trainer', 'trainer');
  for (const id of ['one', 'two', 'three']) await house.add(id, 'learner', 'learner');
  trainer = await house.talk('trainer');
  return () => house.close();
}, 60_000);

const TEXT = '{姓名}同志：6月3日上午9点在一号教室上课。';

async function kept(): Promise<readonly Reminder[]> {
  return (await house.app.records()).reminders.reminders();
}

/** Says a notice in a line and chooses a time. */
async function previewed(when = '明天 9:00'): Promise<Heard> {
  await trainer.say(`给任职培训班发通知：${TEXT}`);
  return trainer.say(when);
}

describe('a trainer', () => {
  it('sends a notice from the page of the class, step by step, and reads what became of it', async () => {
    const page = await trainer.say('我的班次');
    const templates = await trainer.tap(page.button('发通知'));
    for (const name of ['开班通知', '调训通知', '补训通知', '问卷通知', '自己写']) {
      expect(templates.button(name).label).toBe(name);
    }
    const opened = await trainer.tap(templates.button('开班通知'));
    expect(opened.text).toContain('报到时间是？（第 1 项，共 4 项）');
    expect(opened.text).toContain('请于（报到时间）到（报到地点）报到');
    const asked = await trainer.say(
      '{姓名}同志：{班次}定于{开班日期}开班，请于8:30到第一教室报到。',
    );
    expect(asked.text).toContain('什么时候发送');
    const preview = await trainer.tap(asked.button('明天 9:00'));
    expect(preview.text).toContain(
      '【任职培训班】姓名one同志：任职培训班定于2027年5月20日开班，请于8:30到第一教室',
    );
    expect(preview.text).toContain('共 3 人');
    expect(preview.text).toContain('实际发送：2027年6月2日（星期三）9:00');
    expect(preview.text).toContain('消息内容：以发给姓名one的为例');
    expect(await kept()).toMatchObject([{ state: 'draft', author: 'trainer', kind: 'class' }]);
    const confirmed = await trainer.tap(preview.button('确认发送'));
    expect(confirmed.text).toContain('已确认');
    expect(await kept()).toMatchObject([
      {
        ...{ state: 'active', confirmedByName: '姓名trainer' },
        audience: [{ classId: CLASS.id, unit: null, role: null }],
        timing: { kind: 'once', at: '2027-06-02T09:00', until: null },
      },
    ]);
    const report = await trainer.tap(confirmed.button('查看发送情况'));
    expect(report.text).toContain('下次发送：2027年6月2日（星期三）9:00');
    const asks = await trainer.tap(report.button('停止发送'));
    expect(await kept()).toMatchObject([{ state: 'active' }]);
    await trainer.tap(asks.button('确定停止'));
    expect(await kept()).toMatchObject([{ state: 'stopped' }]);
    const audit = await (await house.app.records()).people.audit(9);
    expect(audit.map(({ deed, detail }) => `${deed}：${detail}`).toSorted()).toEqual([
      '停止发送：班务通知，“任职培训班”的学员',
      '新建提醒：班务通知，“任职培训班”的学员',
      '确认发送：班务通知，“任职培训班”的学员，3 人',
    ]);
  });

  it.each([
    `给任职培训班发通知：${TEXT}`,
    `请给“任职培训班”的学员发个通知：${TEXT}`,
    `通知任职培训班：${TEXT}`,
    `帮我给任职发一条班务通知 ${TEXT}`,
  ])('says it in a line: %s', async (line) => {
    const asked = await trainer.say(line);
    expect(asked.text).toContain('已存为草稿，发给“任职培训班”的学员。什么时候发送？');
    expect(await kept()).toMatchObject([{ text: TEXT, state: 'draft' }]);
    const preview = await trainer.tap(asked.button('现在'));
    expect(preview.text).toContain('时间：确认后立即发送');
    const done = await trainer.tap(preview.button('确认发送'));
    expect(done.text).toContain('马上开始发送');
  });

  it('who says 发通知 begins with the only class, or chooses among several', async () => {
    expect((await trainer.say('发通知')).text).toContain('通知写什么');
    const { people } = await house.app.records();
    await people.change([
      { kind: 'join', person: 'trainer', classId: OTHER_CLASS.id, part: 'trainer', at: NOON },
    ]);
    const asked = await trainer.say('发通知');
    expect(asked.text).toContain('给哪个班次发通知');
    await trainer.tap(asked.button(OTHER_CLASS.name));
    expect((await kept()).map(({ audience }) => audience[0]?.classId)).toContain(OTHER_CLASS.id);
  });

  it('begins one draft, however often they begin it, until it has words', async () => {
    for (let times = 0; times < 3; times++) await trainer.say('发通知');
    expect(await kept()).toMatchObject([{ text: '' }]);
    await trainer.say(TEXT);
    await trainer.say('发通知');
    expect((await kept()).map(({ text }) => text).toSorted()).toEqual(['', TEXT]);
    const audit = await (await house.app.records()).people.audit(9);
    expect(audit.filter(({ deed }) => deed === '新建提醒')).toHaveLength(2);
  });

  it('does every step again from the preview', async () => {
    const preview = await previewed();
    const asked = await trainer.tap(preview.button('改内容'));
    expect(asked.text).toContain(TEXT);
    const after = await trainer.say('改在二号教室上课。');
    expect(after.text).toContain('改在二号教室上课。');
    expect(after.text).toContain('时间：2027-06-02 9:00');
    await trainer.tap(after.button('改时间'));
    const later = await trainer.say('6月4日 10:00');
    expect(later.text).toContain('时间：2027-06-04 10:00');
    const scope = await trainer.tap(later.button('改范围'));
    expect(scope.text).toContain('您只有这一个班次');
    expect((await trainer.tap(scope.button('返回预览'))).text).toContain('改在二号教室上课。');
  });

  it('is told what 加急 does, and sees the dates move', async () => {
    const preview = await previewed('6月5日 20:30');
    expect(preview.text).toContain(
      '2027年6月7日（星期一）8:00（由 2027年6月5日（星期六）20:30 顺延）',
    );
    const urgent = await trainer.tap(preview.button('加急'));
    expect(urgent.text).toContain('不受早晚和休息日限制');
    expect(urgent.text).toContain('实际发送：2027年6月5日（星期六）20:30\n');
    const calm = await trainer.tap(urgent.button('取消加急'));
    expect(calm.text).toContain('顺延');
    expect(await kept()).toMatchObject([{ isUrgent: false }]);
  });

  it('gets the message alone to look at, as nobody else does', async () => {
    const preview = await previewed();
    expect((await trainer.tap(preview.button('先发给我看'))).text).toContain('正在发给您本人');
    const { deliveries } = await house.app.records();
    const due = await deliveries.due(new Date('2027-06-01T04:00:01.000Z'), 9);
    expect(due).toMatchObject([
      {
        ...{ person: 'trainer', kind: 'service', reminder: null },
        text: '【任职培训班】姓名trainer同志：6月3日上午9点在一号教室上课。',
      },
    ]);
    expect(await kept()).toMatchObject([{ state: 'draft' }]);
  });

  it('finds a draft again after another matter, and may delete it', async () => {
    await previewed();
    await trainer.say('经费怎么管理？');
    const list = await trainer.say('提醒管理');
    expect(list.text).toContain('草稿，班务通知，“任职培训班”的学员');
    const draft = await trainer.tap(list.button('查看第 1 条'));
    expect(draft.text).toContain('班务通知预览');
    const asks = await trainer.tap(draft.button('删除草稿'));
    await trainer.tap(asks.button('确定删除'));
    expect(await kept()).toEqual([]);
  });

  it('may ask a question while a time is waited for, and write one into the text', async () => {
    await trainer.say(`给任职培训班发通知：${TEXT}`);
    expect((await trainer.say('经费怎么管理？')).text).toContain('专款专用');
    const draft = await trainer.tap((await trainer.say('提醒管理')).button('查看第 1 条'));
    await trainer.tap(draft.button('改内容'));
    await trainer.say('打卡 五（二），课程安排有什么建议？');
    expect(await kept()).toMatchObject([{ text: '打卡 五（二），课程安排有什么建议？' }]);
  });
});

describe('whose notice it is', () => {
  it('who has left the class since can neither confirm, nor change, nor stop anything of it', async () => {
    const { people, reminders } = await house.app.records();
    const running = await previewed();
    await trainer.tap(running.button('确认发送'));
    const preview = await previewed('6月4日 9:00');
    const [draft, active] = await kept();
    expect([draft?.state, active?.state]).toEqual(['draft', 'active']);
    await people.change([{ kind: 'leave', person: 'trainer', classId: CLASS.id }]);
    for (const name of ['确认发送', '先发给我看', '改时间', '加急', '删除草稿']) {
      expect((await trainer.tap(preview.button(name))).text).toContain('没有找到这条通知提醒');
    }
    const stop: Deed = { kind: 'stop-reminder', reminder: active?.id ?? '' };
    expect((await tapDeed(house, 'trainer', stop)).text).toContain('没有找到这条通知提醒');
    expect((await trainer.say('提醒管理')).text).toContain('还没有通知提醒');
    expect(await reminders.reminders()).toEqual([draft, active]);
  });

  it('a trainer of another class has no part in it, by button or by name', async () => {
    await house.add('stranger', 'trainer', 'trainer', OTHER_CLASS.id);
    await previewed();
    const other = await house.talk('stranger');
    expect((await other.say('提醒管理')).text).toContain('还没有通知提醒');
    const told = await other.say(`给任职培训班发通知：${TEXT}`);
    expect(told.text).toContain('没有找到您说的班次');
    const made = await other.tap(told.button(OTHER_CLASS.name));
    expect(made.text).toContain('发给“进修班”的学员');
    expect((await kept()).map(({ author, audience }) => [author, audience[0]?.classId])).toEqual(
      expect.arrayContaining([
        ['trainer', CLASS.id],
        ['stranger', OTHER_CLASS.id],
      ]),
    );
  });

  it.each([
    ['open-reminder', {}],
    ['write-in-reminder', { what: 'text' }],
    ['set-reminder-time', { words: '现在' }],
    ['move-notice', { classId: OTHER_CLASS.id }],
    ['try-reminder', {}],
    ['confirm-reminder', { seen: 'none' }],
    ['stop-reminder', {}],
    ['drop-reminder', {}],
    ['open-report', { mailing: null }],
  ] as const)(
    'a trainer of another class gains nothing by a button for %s',
    async (kind, fields) => {
      await house.add('stranger', 'trainer', 'trainer', OTHER_CLASS.id);
      await previewed();
      const [before] = await kept();
      const deed = { kind, reminder: before?.id ?? '', ...fields } as Deed;
      const heard = await tapDeed(house, 'stranger', deed);
      expect(heard.text).toContain('没有找到这条通知提醒，或者它不由您办理');
      expect(await kept()).toEqual([before]);
    },
  );

  it('another trainer of the class goes on with it; an administrator’s they only see', async () => {
    await house.add('colleague', 'trainer', 'trainer');
    await house.add('admin', 'admin');
    await previewed();
    const colleague = await house.talk('colleague');
    const list = await colleague.say('提醒管理');
    const draft = await colleague.tap(list.button('查看第 1 条'));
    await colleague.tap(draft.button('确认发送'));
    expect(await kept()).toMatchObject([{ state: 'active', confirmedByName: '姓名colleague' }]);
    const admin = await house.talk('admin');
    await admin.say('给任职培训班发通知：6月4日停课。');
    const preview = await admin.say('6月3日 9:00');
    expect((await colleague.say('提醒管理')).text).not.toContain('6月4日停课');
    await admin.tap(preview.button('确认发送'));
    const seen = await colleague.say('提醒管理');
    const page = await colleague.tap(
      seen.button(
        /^(\d)\. .*6月4日停课/mu.exec(seen.text)?.[1] === '1' ? '查看第 1 条' : '查看第 2 条',
      ),
    );
    expect(page.text).toContain('6月4日停课');
    expect(() => page.button('停止发送')).toThrow();
  });

  it('someone who may not send reads it as a question', async () => {
    const learner = await house.talk('one');
    expect((await learner.say('发通知')).text).toContain('不在您的权限之内');
    const asked = await learner.say('通知任职培训班：经费怎么管理？');
    expect(asked.text).toContain('专款专用');
    expect(await kept()).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Reminder } from '../../../../src/reminder/reminder.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../../../support/house.ts';
import { wishesOf } from '../../../support/messages.ts';
import type { Heard, Talk } from '../../../support/talk.ts';

let house: House;
let admin: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('admin', 'admin');
  for (const id of ['one', 'two', 'three', 'four', 'five']) {
    await house.add(id, 'learner', 'learner');
  }
  admin = await house.talk('admin');
  return () => house.close();
}, 60_000);

async function kept(): Promise<readonly Reminder[]> {
  return (await house.app.records()).reminders.reminders();
}

/** A study reminder up to its preview. */
async function studyPreview(when = '每周三 9:30', whom = CLASS.name): Promise<Heard> {
  await admin.tap((await admin.say('新建提醒')).button('学习提醒'));
  const scope = await admin.say(whom);
  await admin.tap(scope.button('范围选好了'));
  await admin.say('请抽空学习第五部分。');
  return admin.say(when);
}

describe('an administrator', () => {
  it('makes a study reminder for an audience of several parts, and confirms it', async () => {
    const list = await admin.say('/notices');
    const kinds = await admin.tap(list.button('新建'));
    expect(kinds.text).toContain('只发给自己开启了学习提醒的人');
    const scope = await admin.tap(kinds.button('学习提醒'));
    const classes = await admin.tap(scope.button('按班次'));
    await admin.tap(classes.button(CLASS.name));
    const both = await admin.say('全体管理员');
    expect(both.text).toContain('“任职培训班”的学员，以及全体管理员，共 6 人');
    await admin.tap(both.button('范围选好了'));
    await admin.say('请抽空学习第五部分。');
    const preview = await admin.say('每周三 9:30-11:30，截止 2027-09-30');
    expect(preview.text).toContain('时间：每周三 9:30—11:30，截止 2027-09-30');
    expect(preview.text).toContain('学员自己选的时间在 9:30 至 11:30 之间的，按本人的时间发');
    expect(preview.text).toContain('最早几次：\n　2027年6月2日（星期三）9:30\n　2027年6月16日');
    expect(preview.text).toContain('2027年6月9日（星期三）9:30是休息日');
    expect(preview.text).toContain('2027年的放假安排尚未收录');
    expect(preview.text).toContain('“任职培训班”2027-06-10 结业，此后不再发给这个班');
    await admin.tap(preview.button('确认发送'));
    expect(await kept()).toMatchObject([
      {
        ...{ state: 'active', kind: 'study', text: '请抽空学习第五部分。' },
        audience: [
          { classId: CLASS.id, unit: null, role: null },
          { classId: null, unit: null, role: 'admin' },
        ],
        timing: { kind: 'repeat', cron: '30 9 * * 3', endsOn: '2027-09-30', until: '11:30' },
      },
    ]);
  });

  it('counts someone who is in two parts once', async () => {
    const preview = await studyPreview('每周三 9:30', `${CLASS.name}，某局，全体学员`);
    expect(preview.text).toContain('共 6 人');
  });

  it('is told how many opted in only where that is five or more, and never who', async () => {
    const { reminders } = await house.app.records();
    const optIn = (...people: string[]) =>
      reminders.change(
        people.map((one) => ({ kind: 'set-wishes', wishes: wishesOf(one), at: NOON }) as const),
      );
    await optIn('one', 'two', 'three', 'four');
    const few = await studyPreview();
    expect(few.text).toContain('其中开启了学习提醒的不足 5 人');
    await optIn('five');
    const five = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    expect(five.text).toContain('其中开启了学习提醒的 5 人');
    expect(`${few.text}${five.text}`).not.toMatch(/姓名(?:one|two|three|four|five)/u);
  });

  it('keeps an audience under a name, uses it again, and deletes it', async () => {
    await admin.tap((await admin.say('新建提醒')).button('班务通知'));
    const scope = await admin.say('某局的学员');
    await admin.tap(scope.button('保存为常用范围'));
    const saved = await admin.say('局里的学员');
    expect(saved.text).toContain('已保存为常用范围“局里的学员”');
    await admin.tap(saved.button('保存为常用范围'));
    expect((await admin.say('局里的学员')).text).toContain('已经有名为“局里的学员”');
    const next = await admin.tap((await admin.say('新建提醒')).button('学习提醒'));
    const filters = await admin.tap(next.button('常用范围'));
    const used = await admin.tap(filters.button('局里的学员'));
    expect(used.text).toContain('某局的学员，共 5 人');
    const asks = await admin.tap(used.button('删除常用范围“局里的学员”'));
    await admin.tap(asks.button('确定删除'));
    expect(await (await house.app.records()).reminders.filters()).toEqual([]);
    expect((await kept()).map(({ audience }) => audience)).toEqual([
      [{ classId: null, unit: '某局', role: 'learner' }],
      [{ classId: null, unit: '某局', role: 'learner' }],
    ]);
  });

  it('takes a part back out', async () => {
    await admin.tap((await admin.say('新建提醒')).button('班务通知'));
    await admin.say(CLASS.name);
    const both = await admin.say(OTHER_CLASS.name);
    const after = await admin.tap(both.button('去掉第 1 项'));
    expect(after.text).toContain('“进修班”的学员，共 0 人');
  });

  it('finds the draft where another administrator or a restart left it', async () => {
    await admin.tap((await admin.say('新建提醒')).button('学习提醒'));
    await admin.say(CLASS.name);
    await house.add('second', 'admin');
    const second = await house.talk('second');
    const list = await second.say('提醒管理');
    const text = await second.tap(list.button('查看第 1 条'));
    expect(text.text).toContain('提醒写什么');
    await second.say('请抽空学习第五部分。');
    const preview = await second.say('每周三 9:30');
    await second.tap(preview.button('确认发送'));
    expect(await kept()).toMatchObject([{ state: 'active', author: 'admin' }]);
  });
});

describe('two administrators at one draft', () => {
  it('the second who confirms is told who did, and what was confirmed stays', async () => {
    await studyPreview();
    await house.add('second', 'admin');
    const second = await house.talk('second');
    const theirs = await second.tap((await second.say('提醒管理')).button('查看第 1 条'));
    const mine = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    await admin.tap(mine.button('确认发送'));
    const told = await second.tap(theirs.button('确认发送'));
    expect(told.text).toContain('已经由姓名admin于 2027-06-01 12:00 确认发送');
    const change = await second.tap(theirs.button('改时间'));
    expect(change.text).toContain('不能再修改，刚才的操作没有生效');
    const page = await second.tap(told.button('查看这一条'));
    expect(page.text).toContain('学习提醒（发送中）');
    expect(await kept()).toMatchObject([{ state: 'active', confirmedByName: '姓名admin' }]);
    const deeds = (await (await house.app.records()).people.audit(9)).map(({ deed }) => deed);
    expect(deeds.filter((deed) => deed === '确认发送')).toHaveLength(1);
  });

  it.each([
    ['text', '改内容', '请抽空学习第二部分。'],
    ['time', '改时间', '每周四 10:00'],
  ])('confirming what the other has changed (%s) shows it instead', async (_, button, words) => {
    const seen = await studyPreview();
    await house.add('second', 'admin');
    const second = await house.talk('second');
    const theirs = await second.tap((await second.say('提醒管理')).button('查看第 1 条'));
    await second.tap(theirs.button(button));
    await second.say(words);
    const told = await admin.tap(seen.button('确认发送'));
    expect(told.text).toContain('这份草稿刚才被改过');
    expect(told.text).toContain(words);
    expect(await kept()).toMatchObject([{ state: 'draft' }]);
    await admin.tap(told.button('确认发送'));
    expect(await kept()).toMatchObject([{ state: 'active' }]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Reminder } from '../../../../src/reminder/reminder.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../../../support/house.ts';
import { invite } from '../../../support/invite.ts';
import type { Heard, Talk } from '../../../support/talk.ts';

let house: House;
let admin: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('admin', 'admin');
  await house.add('one', 'learner', 'learner');
  admin = await house.talk('admin');
  return () => house.close();
}, 60_000);

const TEXT = '6月3日上午9点在一号教室上课。';

async function kept(): Promise<readonly Reminder[]> {
  return (await house.app.records()).reminders.reminders();
}

/** A draft that still needs its time. */
async function drafted(kind: '学习提醒' | '班务通知', whom: string, text = TEXT): Promise<Heard> {
  await admin.tap((await admin.say('新建提醒')).button(kind));
  const scope = await admin.say(whom);
  await admin.tap(scope.button('范围选好了'));
  return admin.say(text);
}

describe('a time that cannot be', () => {
  it.each([
    ['昨天 9:00', '已经过去了'],
    ['今天 11:59', '已经过去了'],
    ['5月31日 9:00', '请写以后的时间'],
    ['2月30日 9:30', '日历上没有'],
    ['30 9 31 2 *', '一次也不会发送'],
    ['每周三 9:30，截止 2027-05-31', '截止日期 2027-05-31 已经过去了'],
    ['每周三 9:30，截止 2027-06-01', '早于第一次发送的时间'],
    ['有空的时候', '没有看懂发送时间'],
    ['每周三', '9:30'],
  ])('%s is told of, and the draft waits for another', async (words, problem) => {
    await drafted('班务通知', CLASS.name);
    const told = await admin.say(words);
    expect(told.text).toContain(problem);
    expect(() => told.button('确认发送')).toThrow();
    expect(await kept()).toMatchObject([{ state: 'draft', text: TEXT, timing: { kind: 'now' } }]);
    expect((await admin.say('明天 9:00')).text).toContain('时间：2027-06-02 9:00');
  });

  it('a study reminder at night or on rest days alone never goes, and cannot be confirmed', async () => {
    await drafted('学习提醒', CLASS.name);
    const night = await admin.say('每周三 21:00');
    expect(night.text).toContain('一次也发不出去。请改到 8:00 至 20:00 之间');
    expect(() => night.button('确认发送')).toThrow();
    await admin.tap(night.button('改时间'));
    const rest = await admin.say('每周六 9:00');
    expect(rest.text).toContain('请改到工作日');
    expect(() => rest.button('确认发送')).toThrow();
  });

  it('which passes between the preview and the tap is not confirmed', async () => {
    await drafted('班务通知', CLASS.name);
    const preview = await admin.say('今天 16:00');
    house.goTo('2027-06-01T08:00:01.000Z');
    const told = await admin.tap(preview.button('确认发送'));
    expect(told.text).toContain('还不能发送');
    expect(told.text).toContain('发送时间已经过了');
    expect(await kept()).toMatchObject([{ state: 'draft' }]);
  });
});

describe('an audience that cannot be', () => {
  it('of nobody is told of in the preview', async () => {
    await drafted('班务通知', OTHER_CLASS.name);
    const preview = await admin.say('明天 9:00');
    expect(preview.text).toContain('一个人也没有');
    expect(() => preview.button('确认发送')).toThrow();
    await house.add('late', 'learner', 'learner', OTHER_CLASS.id);
    const again = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    await admin.tap(again.button('确认发送'));
    expect(await kept()).toMatchObject([{ state: 'active' }]);
  });

  it('whose people leave between the preview and the tap is not confirmed', async () => {
    await drafted('班务通知', CLASS.name);
    const preview = await admin.say('明天 9:00');
    const { people } = await house.app.records();
    await people.change([{ kind: 'leave', person: 'one', classId: CLASS.id }]);
    expect((await admin.tap(preview.button('确认发送'))).text).toContain('一个人也没有');
    expect(await kept()).toMatchObject([{ state: 'draft' }]);
  });

  it.each(['不存在的班', '某某局的学员', '班'])('%s names nobody, or too many', async (words) => {
    await admin.tap((await admin.say('新建提醒')).button('班务通知'));
    expect((await admin.say(words)).text).toMatch(/没有找到“|对得上几个班次/u);
    expect(await kept()).toMatchObject([{ audience: [] }]);
  });
});

describe('words that cannot be', () => {
  it.each([
    ['{姓名}同志，请带{身份证}。', '没有“{身份证}”这个占位符。可以用的有 {姓名}'],
    ['{姓名同志', '花括号没有成对'],
  ])('%s: is told, kept, and asked for once more', async (text, problem) => {
    const told = await drafted('班务通知', CLASS.name, text);
    expect(told.text).toContain(problem);
    expect(told.text).toContain(text);
    expect(await kept()).toMatchObject([{ text }]);
    expect((await admin.say(TEXT)).text).toContain('什么时候发送');
    expect(await kept()).toMatchObject([{ text: TEXT }]);
  });

  it('a placeholder of a class needs classes alone', async () => {
    const told = await drafted('班务通知', `${CLASS.name}，某局`, '{班次}明天开课。');
    expect(told.text).toContain('接收人必须都是班次里的人');
  });

  it('longer than a message may be, by itself or once it is filled', async () => {
    const long = await drafted('班务通知', CLASS.name, '学'.repeat(4097));
    expect(long.text).toContain('内容太长：最长的一条有 4097 个字符，最多 4096 个');
    const filled = await admin.say(`{姓名}${'学'.repeat(4085)}`);
    expect(filled.text).toContain('最长的一条有 4097 个字符');
    expect((await admin.say(`{姓名}${'学'.repeat(4084)}`)).text).toContain('什么时候发送');
  });

  it('that mean another day once they are read are remarked', async () => {
    await drafted('班务通知', CLASS.name, '明天上午9点上课。');
    expect((await admin.say('6月3日 9:00')).text).toContain('内容里写的是“明天”');
    await drafted('班务通知', CLASS.name, '明天上午9点上课。');
    expect((await admin.say('现在')).text).not.toContain('内容里写的是');
  });
});

describe('a class that has ended', () => {
  beforeEach(() => house.goTo('2027-07-01T04:00:00.000Z'));

  it('gets a single notice, with a remark', async () => {
    await drafted('班务通知', CLASS.name, '结业证书请到教务处领取。');
    const preview = await admin.say('明天 9:00');
    expect(preview.text).toContain('“任职培训班”已于 2027-06-10 结业，这条通知仍然发给班里的人');
    expect(preview.text).toContain('共 1 人');
    await admin.tap(preview.button('确认发送'));
    expect(await kept()).toMatchObject([{ state: 'active' }]);
  });

  it.each([
    ['学习提醒', '每周三 9:30'],
    ['班务通知', '每周三 9:30'],
  ] as const)('gets no %s that is sent %s', async (kind, when) => {
    await drafted(kind, CLASS.name);
    const preview = await admin.say(when);
    expect(preview.text).toMatch(/一个人也没有|已经结业/u);
    expect(() => preview.button('确认发送')).toThrow();
  });

  it('is told of where it ends before the first date', async () => {
    house.goTo(NOON);
    await drafted('学习提醒', CLASS.name);
    const preview = await admin.say('6月15日 9:30');
    expect(preview.text).toContain('班次都已经结业，不会再发');
    expect(() => preview.button('确认发送')).toThrow();
  });
});

describe('people without a channel', () => {
  it('are named for a notice until they sign in, up to ten; for a study reminder they are counted', async () => {
    for (let at = 0; at < 11; at++) await house.add(`p${at}`, 'learner', 'learner');
    await drafted('班务通知', CLASS.name);
    const preview = await admin.say('明天 9:00');
    const line = /没有接收渠道：.*/u.exec(preview.text)?.[0] ?? '';
    expect(line).toContain('没有接收渠道：12 人（');
    expect(line.match(/姓名/gu)).toHaveLength(10);
    expect(line).toContain('等）');
    const { people } = await house.app.records();
    const code = await invite(people, 'learner', new Date(NOON), { person: 'one' });
    const door = await house.app.door({ everyone: true, openChats: [] });
    await door.redeem(code, { channel: 'web', key: 'browser' });
    const after = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    expect(after.text).toContain('没有接收渠道：11 人（');
    await drafted('学习提醒', CLASS.name);
    const study = await admin.say('每周三 9:30');
    expect(study.text).toContain('没有接收渠道：11 人，');
    expect(/没有接收渠道：.*/u.exec(study.text)?.[0]).not.toContain('姓名');
  });
});

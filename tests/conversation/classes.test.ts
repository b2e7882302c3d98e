import { beforeEach, describe, expect, it } from 'vitest';
import { CLASS, type House, makeHouse, OTHER_CLASS } from '../support/house.ts';
import { talkWith } from '../support/talk.ts';

let house: House;

beforeEach(async () => {
  house = await makeHouse();
  return () => house.close();
}, 60_000);

const codeIn = (text: string) => /#code=(\w{12})/u.exec(text)?.[1] ?? '';

describe('an administrator', () => {
  beforeEach(() => house.add('admin', 'admin'));

  it('makes a class and invites its trainer, who invites learners', async () => {
    const admin = await house.talk('admin');
    const classes = await admin.say('我的班次');
    await admin.tap(classes.button('新建班次'));
    const wrong = await admin.say('任职班 2027-06-09 2027-06-01');
    expect(wrong.text).toContain('结束日期早于开始日期');
    const made = await admin.say('县处级干部进修班 2027-06-01 至 2027-06-09');
    expect(made.text).toContain('已新建班次“县处级干部进修班”');
    const code = codeIn((await admin.tap(made.button('邀请教师'))).text);
    const door = await house.app.door({ everyone: true, openChats: [] });
    const account = { channel: 'test', key: 'teacher' };
    expect(await door.redeem(code, account)).toMatchObject({ kind: 'admitted', role: 'trainer' });

    const teacher = await house.talk('teacher');
    expect((await teacher.say('/start')).text).toContain('请发送您的姓名');
    expect((await teacher.say('网络培训学时管理办法')).text).toContain('学时');
    await teacher.say('/start');
    expect((await teacher.say('我是王芳')).text).toContain('王芳，您好');
    const opened = await teacher.say('我的班次');
    const invited = await teacher.tap(opened.button('邀请学员'));
    const sheet = invited.blocks.find((block) => block.kind === 'file');
    expect(sheet).toMatchObject({ file: { name: '邀请单-县处级干部进修班.html' } });
    await door.redeem(codeIn(invited.text), { channel: 'test', key: 'pupil' });
    const members = await teacher.tap(opened.button('名单'));
    expect(members.text).toContain('共 2 人');
    const audit = await admin.say('操作记录');
    expect(audit.text).toContain('姓名admin 新建班次：县处级干部进修班');
    expect(audit.text).toContain('王芳 邀请学员');
  });

  it('imports a list: checked first, then written, then not again', async () => {
    const admin = await house.talk('admin');
    const opened = await admin.tap((await admin.say('我的班次')).button(CLASS.name));
    await admin.tap(opened.button('导入名单'));
    const conversation = await house.app.conversation();
    const speaker = { ...{ channel: 'test', conversation: 'admin', person: 'admin' } };
    const bytes = Buffer.from('姓名,单位\n王芳,某局\n李强,某委\n王芳,某局\n');
    const blocks: import('../../src/conversation/reply.ts').Block[] = [];
    const said = { kind: 'file', name: '名单.csv', bytes } as const;
    await conversation.respond({ speaker, message: 'f', said }, (event) => {
      if (event.kind === 'block') blocks.push(event.block);
    });
    expect(JSON.stringify(blocks)).toContain('将新增：2 人');
    const { people } = await house.app.records();
    expect(await people.members(CLASS.id)).toEqual([]);
    const buttons = blocks.flatMap((block) => ('buttons' in block ? block.buttons : []));
    const yes = buttons.find(({ label }) => label === '导入 2 人');
    if (yes === undefined) throw new Error('Expected a button');
    const talk = talkWith(conversation, speaker);
    const done = await talk.tap(yes);
    expect(done.text).toContain('登录单-任职培训班.html');
    expect(await people.members(CLASS.id)).toHaveLength(2);
    expect((await talk.tap(yes)).text).toContain('没有重复导入');
    expect(await people.members(CLASS.id)).toHaveLength(2);
  });

  it('drops a member, who keeps their own records', async () => {
    await house.add('me', 'learner', 'learner');
    await (await house.talk('me')).say('打卡 五（二）');
    const admin = await house.talk('admin');
    const opened = await admin.tap((await admin.say('我的班次')).button(CLASS.name));
    const member = await admin.tap((await admin.tap(opened.button('名单'))).button('姓名me'));
    const asked = await admin.tap(member.button('移出班次'));
    expect((await admin.tap(asked.button('确定移出'))).text).toContain('已把姓名me移出班次');
    const { people, learning } = await house.app.records();
    expect(await people.members(CLASS.id)).toEqual([]);
    expect((await learning.entries('me', 9)).entries).toHaveLength(1);
  });
});

describe('a trainer', () => {
  beforeEach(() => house.add('teacher', 'trainer', 'trainer'));

  it('sees totals of five people or more, and no one’s own records', async () => {
    for (let number = 0; number < 5; number++) {
      await house.add(`l${number}`, 'learner', 'learner');
      if (number < 4) await (await house.talk(`l${number}`)).say('打卡 五（二）');
    }
    const teacher = await house.talk('teacher');
    const opened = await teacher.say('我的班次');
    const few = await teacher.tap(opened.button('学习概况'));
    expect(few.text).toContain('有学习记录的不足 5 人，不显示');
    expect(few.text).not.toContain('五、');
    await (await house.talk('l4')).say('打卡 五（三）');
    const enough = await teacher.tap(opened.button('学习概况'));
    expect(enough.text).toContain('有学习记录的 5 人');
    expect(enough.text).toContain('五、推进培训资源建设，夯实培训保障基础：学过 5 人');
    expect(enough.text).not.toContain('姓名l');
  });

  it('gives a code to whoever has never signed in, and to nobody who has', async () => {
    const { people } = await house.app.records();
    const at = '2027-06-01T00:00:00.000Z';
    await people.change([
      { kind: 'add-person', person: { id: 'x', name: '李强', unit: '', role: 'learner' }, at },
      { kind: 'join', person: 'x', classId: CLASS.id, part: 'learner', at },
    ]);
    const teacher = await house.talk('teacher');
    const members = await teacher.tap((await teacher.say('我的班次')).button('名单'));
    const member = await teacher.tap(members.button('李强'));
    const first = codeIn((await teacher.tap(member.button('发登录码'))).text);
    const kept = codeIn((await teacher.tap(member.button('发登录码'))).text);
    const door = await house.app.door({ everyone: true, openChats: [] });
    expect((await door.redeem(first, { channel: 'test', key: 'li' })).kind).toBe('admitted');
    expect((await door.redeem(kept, { channel: 'test', key: 'thief' })).kind).toBe('unknown');
    expect((await teacher.tap(member.button('发登录码'))).text).toContain('本人已经登录过');
    await people.signOut({ channel: 'test', key: 'li' });
    expect((await teacher.tap(member.button('发登录码'))).text).toContain('本人已经登录过');
  });

  it('does not see a class that is another’s', async () => {
    await house.add('other', 'trainer', 'trainer', OTHER_CLASS.id);
    const other = await house.talk('other');
    expect((await other.say('我的班次')).text).not.toContain(CLASS.name);
  });
});

describe('help and menus', () => {
  it('say to each role what it can do', async () => {
    for (const role of ['learner', 'trainer', 'admin'] as const) await house.add(role, role);
    const help = async (id: string) => (await (await house.talk(id)).say('/help')).text;
    expect(await help('nobody')).toContain('持有邀请码的，登录后可以使用');
    expect(await help('learner')).toContain('/checkin 学习记录');
    expect(await help('learner')).not.toContain('名单');
    expect(await help('trainer')).toContain('查看名单');
    expect(await help('trainer')).not.toContain('新建班次');
    expect(await help('admin')).toContain('新建班次');
    expect(await help('admin')).toContain('/audit');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { readKit } from '../../src/seminar/kit.ts';
import { CLASS, type House, makeHouse, OTHER_CLASS } from '../support/house.ts';
import type { Heard, Talk } from '../support/talk.ts';

const ORDER = '训前需求调研走过场，各县干训干部班，40人，半天';

const TEACHER = { channel: 'test', conversation: 'teacher', person: 'teacher' };

let house: House;
let teacher: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('teacher', 'trainer', 'trainer');
  teacher = await house.talk('teacher');
  return () => house.close();
}, 60_000);

const store = async () => (await house.app.records()).seminars;

/** The one kit of a person, as the records have it. */
async function kitOf(person: string) {
  const seminars = await store();
  const [line, ...others] = await seminars.kits(person);
  if (line === undefined || others.length > 0) throw new Error('Expected one kit');
  const record = await seminars.kit(line.id);
  const kit = readKit(record?.kit);
  if (record === null || kit === null) throw new Error('Expected a kit that can be read');
  return { record, kit };
}

async function makeOne(talk = teacher, order = ORDER): Promise<Heard> {
  const asked = await talk.say(`研讨方案：${order}`);
  return talk.tap(asked.button('其余用默认值'));
}

const labels = (heard: Heard) =>
  heard.blocks.flatMap((block) => ('buttons' in block ? block.buttons.map((b) => b.label) : []));

const versionsOn = (heard: Heard) =>
  [...heard.text.matchAll(/^第 (\d+) 版/gmu)].map(([, version]) => Number(version));

describe('an order', () => {
  it('is given in a line, and what it leaves open is asked for one at a time', async () => {
    await teacher.say('研讨方案');
    const first = await teacher.say(ORDER);
    expect(first.text).toContain('已填：训前需求调研走过场；各县干训干部班；40人；180分钟');
    expect(first.text).toContain('用哪种研讨方法');
    const second = await teacher.tap(first.button('世界咖啡'));
    expect(second.text).toContain('本地情况');
    const made = await teacher.say('去年3个县的问卷是代填的');
    expect(made.text).toContain('研讨方案已做好');
    const { kit } = await kitOf('teacher');
    expect(kit.order).toEqual({
      ...{ topic: '训前需求调研走过场', audience: '各县干训干部班', people: 40, minutes: 180 },
      ...{ method: '世界咖啡', situation: '去年3个县的问卷是代填的' },
    });
    expect(kit.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(180);
  });

  it('is given piece by piece, with buttons for each', async () => {
    await teacher.say('结构化研讨');
    const audience = await teacher.say('基层网络培训怎么办实');
    expect(audience.text).toContain('参训对象是谁');
    const people = await teacher.tap(audience.button(CLASS.name));
    expect(people.text).toContain('多少人参加');
    const minutes = await teacher.say('四十来个');
    const method = await teacher.tap(minutes.button('半天180分钟'));
    const situation = await teacher.tap(method.button('三段式'));
    const made = await teacher.tap(situation.button('没有补充'));
    expect(made.text).toContain(`班次：${CLASS.name}`);
    const { record, kit } = await kitOf('teacher');
    expect(record).toMatchObject({ owner: 'teacher', classId: CLASS.id, version: 1 });
    expect(kit.order).toMatchObject({ audience: CLASS.name, people: 40, situation: '' });
  });

  it('takes more than it asked for, and what is usual where nobody knows', async () => {
    await teacher.say('研讨方案');
    await teacher.say('经费保障');
    const minutes = await teacher.say('科级干部班，50人');
    expect(minutes.text).toContain('已填：经费保障；科级干部班；50人');
    expect(minutes.text).toContain('用多长时间');
    const method = await teacher.say('不知道');
    expect(method.text).toContain('180分钟');
  });

  it('asks which is meant where numbers contradict each other', async () => {
    const asked = await teacher.say('研讨方案：经费保障，科级干部班，40人，半天，50人');
    expect(asked.text).toContain('人数前后不一致，有“40人”和“50人”');
    const next = await teacher.tap(asked.button('50人'));
    expect(next.text).toContain('50人');
    expect(next.text).toContain('用哪种研讨方法');
  });

  it.each([
    ['3000人', '分期分批'],
    ['3个人', '至少要 6 人'],
    ['很多', '没有看出人数'],
  ])('%s is told with what to do, and nothing is lost', async (text, words) => {
    await teacher.say('研讨方案：经费保障，科级干部班');
    const told = await teacher.say(text);
    expect(told.text).toContain(words);
    expect(told.text).toContain('已填：经费保障；科级干部班');
    expect((await teacher.say('36人')).text).toContain('36人');
  });

  it.each([
    ['经'.repeat(2000), '主题有 2000 个字'],
    ['经', '太短'],
    ['<b></b>\u0000', '没有'],
  ])('a topic of %s is asked for again', async (text, words) => {
    await teacher.say('研讨方案');
    const told = await teacher.say(text);
    expect(told.problem ?? told.text).toContain(words);
    expect((await teacher.say('经费保障')).text).toContain('参训对象是谁');
  });

  it('is picked from the outline of the plan', async () => {
    const asked = await teacher.say('研讨方案');
    const chapters = await teacher.tap(asked.button('从资料中选'));
    const chapter = labels(chapters).find((label) => label.startsWith('五、')) ?? '';
    const sections = await teacher.tap(chapters.button(chapter));
    const next = await teacher.tap(sections.button('五（二）师资队伍建设'));
    expect(next.text).toContain('已填：师资队伍建设');
  });

  it('waits while a question is answered', async () => {
    await teacher.say('研讨方案：经费保障，科级干部班');
    const answered = await teacher.say('网络培训学时怎么管理？');
    expect(answered.text).toContain('学时管理办法');
    expect(answered.text).toContain('研讨方案还在填写，下一项是人数');
    expect((await teacher.say('36')).text).toContain('36人');
  });

  it('takes a question for a topic where that was meant', async () => {
    await teacher.say('研讨方案');
    const answered = await teacher.say('怎样防止训前调研走过场？');
    const next = await teacher.tap(answered.button('以这句话为主题'));
    expect(next.text).toContain('已填：怎样防止训前调研走过场');
  });

  it('is dropped by 取消, and goes on after something else', async () => {
    await teacher.say('研讨方案：经费保障，科级干部班');
    expect((await teacher.say('我的班次')).text).toContain(CLASS.name);
    const again = await teacher.say('研讨方案');
    expect(again.text).toContain('还没有填完');
    expect((await teacher.tap(again.button('继续填写'))).text).toContain('多少人参加');
    expect((await teacher.say('取消')).text).toContain('没有做研讨方案');
    expect((await teacher.say('研讨方案')).text).toContain('请写研讨主题');
    expect(await (await store()).kits('teacher')).toEqual([]);
  });

  it('outside the plan is said to be so before it is made', async () => {
    const asked = await teacher.say('研讨方案：家庭养鸭怎样防寒保暖，养殖户，40人，半天');
    const told = await teacher.tap(asked.button('其余用默认值'));
    expect(told.text).toContain('现有资料中没有关于“家庭养鸭怎样防寒保暖”的规定');
    expect(await (await store()).kits('teacher')).toEqual([]);
    await teacher.tap(told.button('照做，不引政策'));
    const { kit } = await kitOf('teacher');
    expect([kit.grounding, kit.basis]).toEqual(['none', []]);
    expect(kit.questions.flatMap(({ basis }) => basis)).toEqual([]);
  });

  it('may take another topic instead', async () => {
    const asked = await teacher.say('研讨方案：家庭养鸭怎样防寒保暖，养殖户，40人，半天');
    await teacher.tap(asked.button('其余用默认值'));
    expect((await teacher.say('党校师资怎么建强')).text).toContain('研讨方案已做好');
    expect((await kitOf('teacher')).kit.order).toMatchObject({
      topic: '党校师资怎么建强',
      people: 40,
    });
  });
});

describe('words that only name it', () => {
  it.each(['结构化研讨是什么？', '什么是结构化研讨', '怎样做一个研讨方案？', '结构化研讨怎么开展'])(
    '%s is a question, to a trainer too',
    async (text) => {
      const heard = await teacher.say(text);
      expect(heard.text).not.toMatch(/请写研讨主题|已填/u);
      expect(labels(heard)).toContain('有用');
    },
  );

  it.each(['研讨方案', '结构化研讨', '研讨方案：经费保障，40人'])(
    '%s is a question of whoever prepares none',
    async (text) => {
      await house.add('learner', 'learner', 'learner');
      for (const who of ['learner', 'nobody']) {
        const heard = await (await house.talk(who)).say(text);
        expect(labels(heard)).toContain('有用');
      }
    },
  );

  it.each([
    '给科级干部班做一个关于经费保障的研讨方案，50人，120分钟。我县财政困难，去年只拨了一半',
    '帮我做一份经费保障的结构化研讨方案，科级干部班，50人',
    '/seminar 经费保障，科级干部班，50人',
  ])('%s is an order', async (text) => {
    expect((await teacher.say(text)).text).toContain('已填：经费保障；科级干部班；50人');
  });
});

describe('a kit', () => {
  it('is shown in brief: the focus, the table with its sum, and where it comes from', async () => {
    const made = await makeOne();
    const { kit } = await kitOf('teacher');
    expect(made.text).toContain(`聚焦问题：${kit.focus}`);
    expect(made.text).toContain('合计：时长 180 分钟');
    const basis = await teacher.tap(made.button('政策依据'));
    const quotes = basis.blocks.filter((block) => block.kind === 'quote');
    expect(quotes.length).toBeGreaterThan(0);
    const index = await house.app.index();
    for (const { text, place } of quotes) {
      const cited = kit.basis.find((one) => one.text === text && one.place === place);
      const whole = index.store.materialText(cited?.material ?? '') ?? '';
      expect(whole.slice(cited?.start, cited?.end)).toBe(text);
    }
    const original = basis.button('查看原文');
    expect((await teacher.tap(original)).placement).toBe('aside');
  });

  it('lists its questions stage by stage, each with advice and policy apart', async () => {
    const made = await makeOne();
    const { kit } = await kitOf('teacher');
    const first = await teacher.tap(made.button('题目'));
    const [stage, second] = [...new Set(kit.questions.map((one) => one.stage))];
    const own = kit.questions.filter((one) => one.stage === stage);
    for (const { text } of own) expect(first.text).toContain(text);
    const next = await teacher.tap(first.button(`下一步：${second}`));
    expect(next.text).toContain(`题目：${second}`);
    const opened = await teacher.tap(first.button('第1题'));
    expect(opened.text).toMatch(/方法建议\n追问1：[\s\S]+规划要求/u);
    expect(opened.text).toContain(own[0]?.followUps[0]);
  });

  it('changes as new versions, which can be looked at and restored', async () => {
    const made = await makeOne();
    const list = await teacher.tap(made.button('题目'));
    const opened = await teacher.tap(list.button('第1题'));
    const before = (await kitOf('teacher')).kit;
    const replaced = await teacher.tap(opened.button('换一道'));
    expect(replaced.text).toContain('已存为第 2 版');
    const after = await kitOf('teacher');
    expect(after.record.version).toBe(2);
    expect(after.kit.questions[0]?.text).not.toBe(before.questions[0]?.text);
    const home = await teacher.tap(
      (await teacher.tap(replaced.button('返回题目'))).button('返回方案'),
    );
    const affairs = await teacher.tap(home.button('版本和共享'));
    const versions = await teacher.tap(affairs.button('版本'));
    expect(versions.text).toMatch(/第 2 版（现在）.*\n第 1 版.*新做/u);
    const first = await teacher.tap(versions.button('第1版'));
    expect(first.text).toContain(before.questions[0]?.text);
    const restored = await teacher.tap(first.button('恢复这一版'));
    expect(restored.text).toContain('已恢复第 1 版，存为第 3 版');
    expect((await kitOf('teacher')).kit).toEqual(before);
    expect((await teacher.tap(first.button('恢复这一版'))).text).toContain('没有恢复');
  });

  it('has every version within reach, however many there are', async () => {
    const made = await makeOne();
    const { record, kit } = await kitOf('teacher');
    const at = '2027-06-01T04:00:00.000Z';
    for (let before = 1; before <= 25; before += 1) {
      const note = `改动${before}`;
      await (await store()).change([
        { kind: 'save-version', id: record.id, before, kit, note, at },
      ]);
    }
    const affairs = await teacher.tap(made.button('版本和共享'));
    let page = await teacher.tap(affairs.button('版本'));
    expect(page.text).toContain('版本（共 26 版）');
    const seen = versionsOn(page);
    while (labels(page).includes('下一页')) {
      page = await teacher.tap(page.button('下一页'));
      seen.push(...versionsOn(page));
    }
    expect(seen).toEqual(Array.from({ length: 26 }, (_, back) => 26 - back));
    const first = await teacher.tap(page.button('第1版'));
    expect(versionsOn(await teacher.tap(first.button('返回版本')))).toEqual(versionsOn(page));
    const restored = await teacher.tap(first.button('恢复这一版'));
    expect(restored.text).toContain('已恢复第 1 版，存为第 27 版');
  });

  it('has its questions sharpened, moved, added and deleted', async () => {
    const made = await makeOne();
    const ids = async () => (await kitOf('teacher')).kit.questions.map(({ id }) => id);
    const before = await ids();
    const list = await teacher.tap(made.button('题目'));
    const second = await teacher.tap(list.button('第2题'));
    const moved = await teacher.tap(second.button('上移'));
    expect((await ids()).slice(0, 2)).toEqual([before[1], before[0]]);
    const sharpened = await teacher.tap(moved.button('问得更具体'));
    expect(sharpened.text).toContain('已存为第 3 版');
    const asked = await teacher.tap(sharpened.button('删除'));
    const deleted = await teacher.tap(asked.button('确定删除'));
    expect(await ids()).toHaveLength(before.length - 1);
    const stage = await teacher.tap(deleted.button('返回题目'));
    const adding = await teacher.tap(stage.button('加题'));
    const added = await teacher.tap(adding.button('由助手出题'));
    expect(added.text).toContain('已存为第 5 版');
    expect(await ids()).toHaveLength(before.length);
  });

  it('has its time, size, method and audience changed, and the table follows', async () => {
    const made = await makeOne();
    const offer = await teacher.tap(made.button('修改'));
    await teacher.tap(offer.button('改时长'));
    const shorter = await teacher.say('两个小时');
    expect(shorter.text).toContain('合计：时长 120 分钟');
    await teacher.tap((await teacher.tap(shorter.button('修改'))).button('改人数'));
    expect((await teacher.say('3个人')).text).toContain('至少要 6 人');
    const more = await teacher.say('64人');
    expect((await kitOf('teacher')).kit.groups.reduce((sum, one) => sum + one.people, 0)).toBe(64);
    const methods = await teacher.tap((await teacher.tap(more.button('修改'))).button('改方法'));
    const other = await teacher.tap(methods.button('六顶思考帽'));
    await teacher.tap((await teacher.tap(other.button('修改'))).button('改对象'));
    await teacher.say('县处级任职班');
    const { record, kit } = await kitOf('teacher');
    expect(kit.order).toMatchObject({
      ...{ people: 64, minutes: 120, method: '六顶思考帽', audience: '县处级任职班' },
    });
    expect(kit.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120);
    expect(record.version).toBe(5);
  });

  it('has the local situation added, changed and taken out', async () => {
    const made = await makeOne();
    const ask = async (shown: Heard) =>
      teacher.tap((await teacher.tap(shown.button('修改'))).button('改本地情况'));
    const asked = await ask(made);
    expect(asked.text).toContain('请写本地情况');
    expect(labels(asked)).not.toContain('清空');
    const long = await teacher.say('县'.repeat(501));
    expect(long.text).toContain('本地情况有 501 个字，最多 500 个字');
    const told = await teacher.say('情况：去年3个县的问卷是代填的\n今年改为电话访谈');
    expect(told.text).toContain('本地情况已改，题目重新拟定，已存为第 2 版');
    const situation = '去年3个县的问卷是代填的\n今年改为电话访谈';
    expect((await kitOf('teacher')).kit.order.situation).toBe(situation);
    const again = await ask(told);
    expect(again.text).toContain(`现在的本地情况是：${situation}`);
    const cleared = await teacher.tap(again.button('清空'));
    expect((await kitOf('teacher')).kit.order.situation).toBe('');
    await ask(cleared);
    await teacher.say('只有1个县做了回访');
    await ask(cleared);
    await teacher.say('没有补充');
    const { record, kit } = await kitOf('teacher');
    expect([record.version, kit.order.situation]).toEqual([5, '']);
  });

  it('answers a question while it waits for a number', async () => {
    const made = await makeOne();
    await teacher.tap((await teacher.tap(made.button('修改'))).button('改人数'));
    const answered = await teacher.say('网络培训学时怎么管理？');
    expect(answered.text).toContain('学时管理办法');
    expect(answered.text).toContain('研讨方案还在修改');
    expect((await teacher.say('50人')).text).toContain('人数改为50人，已存为第 2 版');
  });

  it('takes a question in the trainer’s own words, and says first what the rules say', async () => {
    const made = await makeOne();
    const opened = await teacher.tap((await teacher.tap(made.button('题目'))).button('第1题'));
    await teacher.tap(opened.button('自己改写'));
    const told = await teacher.say('您认为训前调研是否重要？');
    expect(told.text).toContain('还没有保存');
    expect((await kitOf('teacher')).record.version).toBe(1);
    const kept = await teacher.tap(told.button('照原样使用'));
    expect(kept.text).toContain('您认为训前调研是否重要');
    await teacher.tap(kept.button('自己改写'));
    const long = await teacher.say(`${'去年在各县开展训前需求调研'.repeat(9)}，卡在哪一步？`);
    expect(long.text).toContain('题目有 124 个字，最多 110 个字，没有保存');
    const better = await teacher.say(
      '请各县说说去年哪一次训前调研做得最难，难在发问卷、收问卷还是用结果？',
    );
    expect(better.text).toContain('已存为第 3 版');
    expect((await teacher.tap(better.button('自己改写'))).text).toContain('请写新的题目');
    expect((await teacher.say('取消')).text).toContain('没有修改');
    expect((await kitOf('teacher')).record.version).toBe(3);
  });

  it('tells a window that knows an older version, and loses no words', async () => {
    const made = await makeOne();
    const opened = await teacher.tap((await teacher.tap(made.button('题目'))).button('第1题'));
    await teacher.tap(opened.button('自己改写'));
    const elsewhere = await house.talk('teacher', { conversation: 'other window' });
    const there = await elsewhere.say('我的研讨');
    const kit = await elsewhere.tap(there.button('1. 训前需求调研走过场'));
    await elsewhere.tap((await elsewhere.tap(kit.button('修改'))).button('改人数'));
    expect((await elsewhere.say('50人')).text).toContain('已存为第 2 版');
    const words = '请各县说说去年哪一次训前调研做得最难，难在发问卷、收问卷还是用结果？';
    const told = await teacher.say(words);
    expect(told.text).toContain('已经改到第 2 版');
    expect(told.text).toContain(words);
    expect((await teacher.tap(opened.button('换一道'))).text).toContain('没有修改');
    expect((await teacher.tap(told.button('仍然改成这样'))).text).toContain('已存为第 3 版');
    expect((await kitOf('teacher')).kit.order.people).toBe(50);
  });

  it('is for a class and a day, which stand on its documents', async () => {
    const made = await makeOne();
    const classes = await teacher.tap(made.button('班次和日期'));
    const days = await teacher.tap(classes.button(CLASS.name));
    expect((await teacher.say('5月1日')).text).toContain('2028年5月1日');
    const dated = await teacher.tap(days.button('6月3日（周四）'));
    expect(dated.text).toContain(`班次：${CLASS.name}；日期：6月3日`);
    expect((await kitOf('teacher')).record).toMatchObject({
      ...{ classId: CLASS.id, heldOn: '2027-06-03', version: 1 },
    });
    await house.add('other', 'trainer', 'trainer', OTHER_CLASS.id);
    expect(labels(classes)).not.toContain(OTHER_CLASS.name);
  });

  it('is exported as Word, as slides and as text', async () => {
    const made = await makeOne();
    const file = (heard: Heard) => heard.blocks.find((block) => block.kind === 'file')?.file;
    const whole = file(await teacher.tap(made.button('Word 三份合一')));
    expect(whole?.name).toBe('研讨方案-训前需求调研走过场.docx');
    const offer = await teacher.tap(made.button('其他导出'));
    for (const [label, name] of [
      ['题目清单', '题目清单-训前需求调研走过场.docx'],
      ['记录表', '记录表-训前需求调研走过场.docx'],
      ['投影题目页', '题目投影页-训前需求调研走过场.html'],
      ['纯文本', '研讨方案（纯文本）-训前需求调研走过场.txt'],
    ] as const) {
      expect(file(await teacher.tap(offer.button(label)))?.name).toBe(name);
    }
    const conversation = await house.app.conversation();
    const sent = await conversation.file(TEACHER, whole?.id ?? '');
    expect(
      Buffer.from(sent?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('is copied for another class, apart from the first', async () => {
    const made = await makeOne();
    const affairs = await teacher.tap(made.button('版本和共享'));
    const asked = await teacher.tap(affairs.button('复制给新班次'));
    const copied = await teacher.tap(asked.button(CLASS.name));
    expect(copied.text).toContain(`已复制给“${CLASS.name}”`);
    expect(copied.text).toContain('题目中的对象仍是“各县干训干部班”');
    const lines = await (await store()).kits('teacher');
    expect(lines.map(({ classId, version }) => [classId, version])).toEqual(
      expect.arrayContaining([
        [CLASS.id, 1],
        [null, 1],
      ]),
    );
  });

  it('is deleted once that is confirmed', async () => {
    const made = await makeOne();
    const affairs = await teacher.tap(made.button('版本和共享'));
    const asked = await teacher.tap(affairs.button('删除方案'));
    expect(await (await store()).kits('teacher')).toHaveLength(1);
    expect((await teacher.tap(asked.button('确定删除'))).text).toContain('已删除');
    expect(await (await store()).kits('teacher')).toEqual([]);
    expect((await teacher.tap(made.button('题目'))).text).toContain('已经删除');
    expect((await teacher.tap(asked.button('确定删除'))).text).toContain('已经删除');
  });

  it('leads to a seminar under way, where words for a kit are contributions', async () => {
    const made = await makeOne();
    const offered = await teacher.tap(made.button('开展研讨'));
    const panel = await teacher.tap(offered.button('全班一场'));
    const code = /发送“研讨 (\d{6})”/u.exec(panel.text)?.[1] ?? '';
    await house.add('pupil', 'learner', 'learner');
    const pupil = await house.talk('pupil');
    await pupil.say(`研讨 ${code}`);
    expect((await pupil.say('研讨题目')).text).toContain('已记入');
    expect((await teacher.say('我的研讨')).text).toContain(code.slice(0, 3));
    expect((await teacher.say('我的研讨方案')).text).toContain('1. 训前需求调研走过场');
  });

  it('is told of in 我的数据, and the list of kits says what there is', async () => {
    await makeOne();
    expect((await teacher.say('我的数据')).text).toContain('研讨方案：自己做的 1 份');
    expect((await teacher.say('我的研讨')).text).toContain('1. 训前需求调研走过场（第 1 版');
  });
});

describe('sharing', () => {
  beforeEach(async () => {
    await house.add('second', 'trainer', 'trainer');
    await house.add('stranger-to-it', 'trainer', 'trainer', OTHER_CLASS.id);
    await house.add('pupil', 'learner', 'learner');
    await house.add('admin', 'admin');
  });

  it('is with trainers of one’s classes: they read, copy and export, and change nothing', async () => {
    const made = await makeOne();
    const affairs = await teacher.tap(made.button('版本和共享'));
    const asked = await teacher.tap(affairs.button('共享给教师'));
    expect(labels(asked)).toContain('姓名second');
    expect(labels(asked).join()).not.toMatch(/姓名(?:pupil|stranger-to-it|teacher)/u);
    const shared = await teacher.tap(asked.button('姓名second'));
    expect(shared.text).toContain('已共享给姓名second');
    const second = await house.talk('second');
    const list = await second.say('我的研讨');
    expect(list.text).toContain('姓名teacher共享');
    const opened = await second.tap(list.button('1. 训前需求调研走过场'));
    expect(labels(opened)).not.toContain('修改');
    expect(labels(opened)).not.toContain('版本和共享');
    const question = await second.tap((await second.tap(opened.button('题目'))).button('第1题'));
    expect(labels(question)).not.toContain('换一道');
    expect((await second.tap(opened.button('Word 三份合一'))).text).toContain('已导出');
    const copying = await second.tap(opened.button('复制'));
    expect((await second.tap(copying.button(CLASS.name))).text).toContain('已复制给');
    const [own] = (await (await store()).kits('second')).filter(({ owner }) => owner === 'second');
    expect(own?.version).toBe(1);
    const admin = await house.talk('admin');
    expect((await admin.say('操作记录')).text).toContain(
      '姓名teacher 共享研讨方案：“训前需求调研走过场”，姓名second',
    );
    await teacher.tap(shared.button('收回共享'));
    expect((await second.tap(opened.button('题目'))).text).toContain('没有共享给您');
    expect((await admin.say('操作记录')).text).toContain('收回共享研讨方案');
  });

  it('gives nobody else a way in, whatever button they make', async () => {
    await makeOne();
    const { record } = await kitOf('teacher');
    const { conversations } = await house.app.records();
    const deeds = [
      { kind: 'open-kit', kit: record.id },
      { kind: 'list-versions', kit: record.id, from: 0 },
      { kind: 'export-kit', kit: record.id, as: 'all' },
      { kind: 'copy-kit', kit: record.id, classId: null },
      { kind: 'share-kit', kit: record.id, person: 'stranger-to-it' },
      { kind: 'remove-kit', kit: record.id },
      { kind: 'set-kit-day', kit: record.id, day: null },
      {
        ...{ kind: 'edit-kit', kit: record.id, before: 1 },
        edit: { kind: 'set-people', people: 50 },
      },
    ];
    for (const who of ['second', 'stranger-to-it', 'admin']) {
      const talk = await house.talk(who);
      const speaker = { channel: 'test', conversation: who, person: who };
      const set = `forged-by-${who}`.slice(0, 16).padEnd(16, '-');
      await conversations.keep({
        ...{ speaker, at: '2027-06-01T04:00:00.000Z', state: null, turn: null, files: [] },
        ...{ rating: null, suggestion: null, changes: [] },
        actions: { id: set, deeds, expiresAt: '2028-01-01T00:00:00.000Z' },
      });
      for (const at of deeds.keys()) {
        const heard = await talk.tap({ label: '', action: `${set}.${at}` });
        expect(heard.text).toMatch(/没有共享给您|不是您做的/u);
      }
      expect(await (await store()).kits(who)).toEqual([]);
    }
    expect((await kitOf('teacher')).record.version).toBe(1);
  });

  it('is with colleagues alone', async () => {
    const made = await makeOne();
    const affairs = await teacher.tap(made.button('版本和共享'));
    const asked = await teacher.tap(affairs.button('共享给教师'));
    const { people } = await house.app.records();
    await people.change([{ kind: 'leave', person: 'second', classId: CLASS.id }]);
    expect((await teacher.tap(asked.button('姓名second'))).text).toContain('没有共享');
    const { record } = await kitOf('teacher');
    expect(await (await store()).readers(record.id)).toEqual([]);
  });
});

describe('a kit whose basis has changed behind it', () => {
  it('is shown and printed without what is approved text no more, and says so', async () => {
    await makeOne();
    const { record, kit } = await kitOf('teacher');
    const old = '完善需求调研、计划生成的旧办法。';
    const retired = kit.basis.map((one) => ({ ...one, text: old, end: one.start + old.length }));
    const questions = kit.questions.map((one) => ({ ...one, basis: retired }));
    const before = record.version;
    const at = '2027-06-01T04:00:00.000Z';
    const kept = { ...kit, basis: retired, questions };
    const saved = {
      kind: 'save-version',
      id: record.id,
      before,
      kit: kept,
      note: '旧',
      at,
    } as const;
    await (await store()).change([saved]);
    const list = await teacher.say('我的研讨方案');
    const opened = await teacher.tap(list.button('1. 训前需求调研走过场'));
    expect(opened.text).toContain(`有 ${kit.basis.length} 处引文已不在现行资料中`);
    expect(opened.text).toContain('政策依据：无');
    const offered = await teacher.tap(opened.button('其他导出'));
    const exported = await teacher.tap(offered.button('纯文本'));
    expect(exported.text).toContain('已不在现行资料中');
    const [shown] = exported.blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []));
    const conversation = await house.app.conversation();
    const exportedFile = await conversation.file(TEACHER, shown?.id ?? '');
    const bytes = exportedFile?.bytes ?? new Uint8Array();
    expect(bytes.byteLength).toBeGreaterThan(1000);
    expect(Buffer.from(bytes).toString('utf8')).not.toContain(old);
  });
});

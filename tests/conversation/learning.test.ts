import { beforeEach, describe, expect, it } from 'vitest';
import { readRecallItems } from '../../src/checkin/recall/read-items.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../support/house.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import type { Heard, Talk } from '../support/talk.ts';

let house: House;
let talk: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('me', 'learner', 'learner');
  talk = await house.talk('me');
  return () => house.close();
}, 60_000);

async function mine() {
  const { learning } = await house.app.records();
  return (await learning.entries('me', 50)).entries;
}

describe('a learning record', () => {
  it('is kept by a line, with the place that it names', async () => {
    const reply = await talk.say('打卡 五（二）');
    expect(reply.text).toContain('已记录：五（二）师资队伍建设（今天）');
    expect(reply.text).toContain('本月学了 1 次');
    expect(await mine()).toMatchObject([
      { kind: 'place', place: '五（二）', chapter: '五', studiedOn: '2027-06-01', isMadeUp: false },
    ]);
  });

  it('is kept in words of one’s own', async () => {
    await talk.say('/checkin 听了网络安全专题讲座');
    expect(await mine()).toMatchObject([
      { kind: 'free', studied: '听了网络安全专题讲座', place: null },
    ]);
  });

  it('is kept by taps alone, from the part to the section', async () => {
    const offered = await talk.say('学习记录');
    const materials = await talk.tap(offered.button('资料章节'));
    const parts = await talk.tap(materials.button('《全国干部教育培训规划（2023—2027年）》'));
    const sections = await talk.tap(parts.button('五、推进培训资源建设，夯实培训保障基础'));
    const kept = await talk.tap(sections.button('五（三）课程教材建设'));
    expect(kept.text).toContain('已记录：五（三）课程教材建设');
    expect(await mine()).toHaveLength(1);
  });

  it('of a session of the class under way takes one tap', async () => {
    const offered = await talk.say('打卡');
    await talk.tap(offered.button('任职培训班课程'));
    expect(await mine()).toMatchObject([{ kind: 'session', classId: CLASS.id }]);
  });

  it('is not made of a question that comes meanwhile', async () => {
    await talk.say('打卡');
    const answer = await talk.say('经费怎么管理？');
    expect(answer.text).toContain('专款专用');
    expect(await mine()).toEqual([]);
  });

  it('is kept once however often its message is delivered', async () => {
    await talk.say('打卡 五（二）', 'one');
    const again = await talk.say('打卡 五（二）', 'one');
    expect(again.text).toContain('已记录');
    expect(await mine()).toHaveLength(1);
  });

  it('of the days before is marked as made up', async () => {
    const reply = await talk.say('补记 昨天 五（二）');
    expect(reply.text).toContain('5月31日（周一），补记');
    expect(await mine()).toMatchObject([{ studiedOn: '2027-05-31', isMadeUp: true }]);
    const days = await talk.say('补记');
    const offered = await talk.tap(days.button('5月25日（周二）'));
    expect(offered.text).toContain('5月25日（周二）学了什么');
    await talk.say('六（一）');
    expect(await mine()).toMatchObject([{}, { studiedOn: '2027-05-25', isMadeUp: true }]);
  });

  it.each([
    ['打卡 明天 五（二）', '还没有到的日子'],
    ['打卡 2027-06-02 五（二）', '还没有到的日子'],
    ['补记 5月24日 五（二）', '最早到 5月25日（周二）'],
    ['补记 2027年2月30日 五（二）', '没有“2027年2月30日”这一天'],
  ])('%s is not kept, and says why', async (text, problem) => {
    expect((await talk.say(text)).text).toContain(problem);
    expect(await mine()).toEqual([]);
  });

  it('by an old button of a day that is too long ago now is not kept', async () => {
    const days = await talk.say('补记');
    const offered = await talk.tap(days.button('5月25日（周二）'));
    house.goTo('2027-06-03T04:00:00.000Z');
    const kept = await talk.tap(offered.button('任职培训班课程'));
    expect(kept.text).toContain('只能补记最近 7 天');
    expect(await mine()).toEqual([]);
  });

  it('takes a line of reflection, and says how long it may be', async () => {
    const kept = await talk.say('打卡 五（二）');
    await talk.tap(kept.button('写一句体会'));
    const refused = await talk.say('长'.repeat(5000));
    expect(refused.problem).toContain('最多 1000 个字，现在有 5000 个字，没有保存');
    const changed = await talk.say('骨干教师要下基层');
    expect(changed.text).toContain('体会：骨干教师要下基层');
    expect(await mine()).toMatchObject([{ reflection: '骨干教师要下基层', revision: 2 }]);
  });

  it('is edited and withdrawn, and a button of it says so afterwards', async () => {
    const kept = await talk.say('打卡 五（二）');
    const editing = await talk.tap(kept.button('修改'));
    await talk.tap(editing.button('改学习内容'));
    await talk.say('六（二）');
    expect(await mine()).toMatchObject([{ place: '六（二）', chapter: '六' }]);
    const days = await talk.tap(editing.button('改日期'));
    await talk.tap(days.button('5月30日（周日）'));
    expect(await mine()).toMatchObject([{ studiedOn: '2027-05-30', isMadeUp: true }]);
    const asked = await talk.tap(kept.button('撤回'));
    expect(await mine()).toHaveLength(1);
    await talk.tap(asked.button('确定撤回'));
    expect(await mine()).toEqual([]);
    expect((await talk.tap(kept.button('修改'))).text).toContain('已经撤回');
  });

  it('cannot be reached by another person, whatever the button', async () => {
    const kept = await talk.say('打卡 五（二）');
    await house.add('you', 'learner', 'learner');
    const other = await house.talk('you');
    expect((await other.tap(kept.button('撤回'))).problem).toContain('已过期');
    const inMyName = await house.talk('you', { conversation: 'me' });
    expect((await inMyName.tap(kept.button('撤回'))).problem).toContain('已过期');
  });

  it('is nothing before the person agreed to have it kept', async () => {
    await house.add('newer', 'learner', undefined, CLASS.id, null);
    const newcomer = await house.talk('newer');
    const asked = await newcomer.say('打卡 五（二）');
    expect(asked.text).toContain('保存什么');
    expect(asked.text).toContain('不排名、不计分');
    const { learning } = await house.app.records();
    expect((await learning.entries('newer', 9)).entries).toEqual([]);
    const told = await newcomer.tap(asked.button('同意，开始使用'));
    expect(told.text).toContain('已记录：五（二）师资队伍建设');
    expect((await learning.entries('newer', 9)).entries).toMatchObject([{ place: '五（二）' }]);
  });

  it('is listed with the others, page by page', async () => {
    for (let number = 0; number < 10; number++) await talk.say(`打卡 第${number}次讲座`);
    const first = await talk.say('我的记录');
    expect(first.text).toContain('本月学了 10 次');
    const older = await talk.tap(first.button('更早的记录'));
    expect(older.text.match(/讲座/gu)).toHaveLength(2);
    const opened = await talk.tap(older.button('第 1 条'));
    expect(opened.text).toContain('只有您本人能看到');
  });
});

describe('sharing', () => {
  const shared = async (classId: string) => {
    const { learning } = await house.app.records();
    return (await learning.shared(classId, 9)).map(({ entry }) => entry.studied);
  };

  it('is a tap, and taking it back too', async () => {
    await house.add('teacher', 'trainer', 'trainer');
    const kept = await talk.say('打卡 五（二）');
    await talk.say('打卡 六（一）');
    const told = await talk.tap(kept.button('分享给教师'));
    expect(told.text).toContain('已分享给“任职培训班”的教师：姓名teacher');
    const teacher = await house.talk('teacher');
    const opened = await teacher.say('我的班次');
    const seen = await teacher.tap(opened.button('学员分享'));
    expect(seen.text).toContain('姓名me（某局）：五（二）师资队伍建设');
    expect(seen.text).not.toContain('六（一）');
    await talk.tap(told.button('收回分享'));
    expect((await teacher.tap(opened.button('学员分享'))).text).toContain('还没有学员分享');
  });

  it('says so where the class has no trainer any more', async () => {
    await house.add('teacher', 'trainer', 'trainer');
    const kept = await talk.say('打卡 五（二）');
    const { people } = await house.app.records();
    await people.change([{ kind: 'leave', person: 'teacher', classId: CLASS.id }]);
    expect((await talk.tap(kept.button('分享给教师'))).text).toContain('还没有教师，没有分享');
    expect(await shared(CLASS.id)).toEqual([]);
  });

  it('asks which class where the person is in two, and ends for a trainer who left', async () => {
    await house.add('teacher', 'trainer', 'trainer');
    await house.add('other', 'trainer', 'trainer', OTHER_CLASS.id);
    const { people } = await house.app.records();
    const at = '2027-06-01T00:00:00.000Z';
    await people.change([
      { kind: 'join', person: 'me', classId: OTHER_CLASS.id, part: 'learner', at },
    ]);
    const kept = await talk.say('打卡 五（二）');
    const asked = await talk.tap(kept.button('分享给教师'));
    await talk.tap(asked.button('进修班'));
    expect([await shared(CLASS.id), await shared(OTHER_CLASS.id)]).toEqual([
      [],
      ['五（二）师资队伍建设'],
    ]);
    const other = await house.talk('other');
    const opened = await other.say('我的班次');
    await people.change([{ kind: 'leave', person: 'other', classId: OTHER_CLASS.id }]);
    expect((await other.tap(opened.button('学员分享'))).text).toContain('不在您的权限之内');
  });
});

describe('recall', () => {
  /** Answers a question rightly or wrongly, by the file of questions. */
  async function answer(asked: Heard, isRight: boolean): Promise<Heard> {
    const shown = asked.text;
    const items = await readRecallItems(SHIPPED_CORPUS);
    const item = items.find(({ quote, answer, answerAt }) =>
      shown.includes(`${quote.slice(0, answerAt)}＿＿＿＿${quote.slice(answerAt + answer.length)}`),
    );
    if (item === undefined) throw new Error(`Expected a question, not: ${shown}`);
    const wanted = isRight ? [item.answer] : item.wrong;
    const buttons = asked.blocks.flatMap((block) => ('buttons' in block ? block.buttons : []));
    const button = buttons.find(({ label }) => wanted.includes(label.slice(3)));
    if (button === undefined) throw new Error('Expected that option');
    return talk.tap(button);
  }

  it('asks from the place just studied, and shows the words in their place', async () => {
    const kept = await talk.say('打卡 五（二）');
    const asked = await talk.tap(kept.button('做一道回忆题'));
    const told = await answer(asked, true);
    expect(told.text).toContain('答对了');
    expect(told.blocks).toContainEqual(
      expect.objectContaining({ kind: 'quote', place: '五（二）' }),
    );
    const quote = told.blocks.find((block) => block.kind === 'quote');
    if (quote?.kind !== 'quote') throw new Error('Expected a quote');
    const passage = await talk.tap(quote.buttons[0] as { label: string; action: string });
    expect(passage.text).toContain(quote.text);
  });

  it('tells what would have been right, without blame or score', async () => {
    const told = await answer(await talk.say('回忆题'), false);
    expect(told.text).toContain('再记一记，应当是：');
    expect(told.text).not.toMatch(/分数|得分|排名|连续|错误率/u);
  });

  it('counts a question once, however often it is tapped', async () => {
    const asked = await talk.say('回忆题');
    await answer(asked, true);
    expect((await answer(asked, false)).text).toContain('已经答过了');
    const { learning } = await house.app.records();
    expect(await learning.answers('me')).toHaveLength(1);
    expect(await learning.cards('me')).toMatchObject([{ isRecalled: true }]);
  });

  it('asks again what is due, and nothing before', async () => {
    const first = await talk.say('回忆题');
    await answer(first, true);
    const { learning } = await house.app.records();
    const [card] = await learning.cards('me');
    const next = await talk.say('回忆题');
    expect(next.text.split('\n')[1]).not.toBe(first.text.split('\n')[1]);
    house.goTo(card?.due ?? '');
    const again = await talk.say('回忆题');
    expect(again.text.split('\n')[1]).toBe(first.text.split('\n')[1]);
  });
});

describe('the learning map', () => {
  it('shows a newcomer what it will show', async () => {
    const map = await talk.say('我的学习地图');
    expect(map.text).toContain('记一次学习、做一道回忆题后，这里会显示');
    expect(map.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
  });

  it('counts what was studied, for its person alone', async () => {
    for (const text of ['打卡 五（二）', '打卡 五（三）', '补记 昨天 六（一）'])
      await talk.say(text);
    const map = await talk.say('/map');
    const table = map.blocks.find((block) => block.kind === 'table');
    const calendar = map.blocks.find((block) => block.kind === 'calendar');
    if (table?.kind !== 'table' || calendar?.kind !== 'calendar') throw new Error('Expected both');
    const row = table.rows.find(([name]) => name?.startsWith('五、'));
    expect(row).toEqual([
      '五、推进培训资源建设，夯实培训保障基础',
      '2 次',
      expect.stringMatching(/^0\/\d+ 题$/u),
      '0 题',
    ]);
    expect(calendar.days.at(-1)).toEqual({ date: '2027-06-01', entries: 2 });
    expect(calendar.days.at(-2)).toEqual({ date: '2027-05-31', entries: 1 });
    expect(calendar.days).toHaveLength(25 * 7 + 2);
    await house.add('you', 'learner', 'learner');
    expect((await (await house.talk('you')).say('/map')).text).not.toContain('2 次');
  });

  it('is a picture where pictures are shown, and one to save on a page', async () => {
    await talk.say('打卡 五（二）');
    const chat = await house.talk('me', { shows: 'pictures' });
    const map = await chat.say('/map');
    const picture = map.blocks.find((block) => block.kind === 'picture');
    expect(picture).toMatchObject({ file: { mediaType: 'image/png' } });
    const exported = await talk.tap((await talk.say('/map')).button('导出图片'));
    expect(exported.blocks).toContainEqual(
      expect.objectContaining({
        file: expect.objectContaining({ name: '我的学习地图-2027-06-01.png' }),
      }),
    );
  });
});

describe('my data', () => {
  it('are shown, exported and deleted', async () => {
    await talk.say('打卡 五（二）');
    const data = await talk.say('我的数据');
    expect(data.text).toContain('姓名：姓名me');
    expect(data.text).toContain('学习记录：1 条');
    const csv = await talk.tap(data.button('导出表格'));
    expect(csv.text).toContain('我的学习记录-2027-06-01.csv');
    const xapi = await talk.tap(data.button('导出 xAPI'));
    expect(xapi.text).toContain('.json');
    const asked = await talk.tap(data.button('删除学习记录'));
    expect(await mine()).toHaveLength(1);
    await talk.tap(asked.button('确定删除'));
    expect(await mine()).toEqual([]);
  });

  it('say where one is signed in, and end it everywhere else', async () => {
    const { people } = await house.app.records();
    const data = await talk.say('我的数据');
    const told = await talk.tap(data.button('取登录码'));
    const code = /#code=(\w{12})/u.exec(told.text)?.[1] ?? '';
    const door = await house.app.door({ everyone: true, openChats: [] });
    const other = { channel: 'web', key: 'other' };
    await door.redeem(code, other);
    const both = await talk.say('我的数据');
    expect(both.text).toContain('网页 1 处');
    await talk.tap(both.button('退出其他设备'));
    expect(await people.personOf(other, new Date(NOON))).toBeNull();
    expect((await door.redeem(code, other)).kind).toBe('unknown');
    expect((await talk.say('我的数据')).text).toContain('姓名me');
  });

  it('end with the person, conversations and all', async () => {
    await talk.say('打卡 五（二）');
    const data = await talk.say('我的数据');
    const asked = await talk.tap(data.button('注销'));
    expect((await talk.tap(asked.button('确定注销'))).text).toContain('已经删除');
    const { people, conversations } = await house.app.records();
    expect(await people.person('me')).toBeNull();
    const speaker = { channel: 'test', conversation: 'me', person: 'me' };
    expect((await conversations.history(speaker, 9)).turns).toEqual([]);
    expect((await talk.say('打卡')).text).toContain('需要先登录');
  });

  it('give a code for other devices, which the next one makes void', async () => {
    const data = await talk.say('我的数据');
    const told = await talk.tap(data.button('取登录码'));
    const code = /#code=(\w{12})/u.exec(told.text)?.[1] ?? '';
    const { conversations } = await house.app.records();
    const speaker = { channel: 'test', conversation: 'me', person: 'me' };
    const kept = JSON.stringify(await conversations.history(speaker, 9));
    expect(kept).toContain('（只显示一次）');
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.slice(0, 4));
    const door = await house.app.door({ everyone: true, openChats: [] });
    const phone = { channel: 'telegram', key: '9' };
    expect(await door.redeem(code, phone)).toMatchObject({ kind: 'admitted', person: 'me' });
    const tablet = { channel: 'telegram', key: '10' };
    expect(await door.redeem(code, tablet)).toMatchObject({ kind: 'admitted', person: 'me' });
    await talk.tap(data.button('取登录码'));
    const thief = { channel: 'telegram', key: '11' };
    expect(await door.redeem(code, thief)).toMatchObject({ kind: 'unknown' });
  });
});

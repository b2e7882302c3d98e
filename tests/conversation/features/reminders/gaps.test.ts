import { beforeEach, describe, expect, it } from 'vitest';
import type { Reminder } from '../../../../src/reminder/reminder.ts';
import { type House, makeHouse, NOON } from '../../../support/house.ts';
import { type Heard, reopen, type Talk, talkWith } from '../../../support/talk.ts';

let house: House;
let trainer: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('trainer', 'trainer', 'trainer');
  await house.add('one', 'learner', 'learner');
  trainer = await house.talk('trainer');
  return () => house.close();
}, 60_000);

async function draft(): Promise<Reminder> {
  const [found, ...more] = await (await house.app.records()).reminders.reminders();
  if (found === undefined || more.length > 0) throw new Error('Expected one draft');
  return found;
}

async function begun(template = '开班通知'): Promise<Heard> {
  const templates = await trainer.say('发通知');
  return trainer.tap(templates.button(template));
}

describe('a template', () => {
  it('is filled gap by gap, each kept at once, and then the time is asked for', async () => {
    const first = await begun();
    expect(first.text).toContain('报到时间是？（第 1 项，共 4 项）');
    expect(() => first.button('跳过这一项')).toThrow();
    const second = await trainer.say('6月3日8:30。');
    expect(second.text).toContain('请于6月3日8:30到（报到地点）报到。');
    expect(second.text).toContain('报到地点是？（第 2 项，共 4 项）');
    expect((await draft()).text).toContain('请于6月3日8:30到（报到地点）报到。');
    expect((await trainer.say('一号教室')).text).toContain('需要携带的材料是？（第 3 项');
    const last = await trainer.say('身份证、笔记本。');
    expect(last.text).toContain('联系人及电话是？（第 4 项，共 4 项）');
    const time = await trainer.say('王芳同志，010-12345678');
    expect(time.text).toContain('什么时候发送');
    const preview = await trainer.tap(time.button('明天 9:00'));
    expect(preview.text).toContain('请于6月3日8:30到一号教室报到。');
    expect(preview.text).toContain('并带齐身份证、笔记本。因故');
    expect(preview.text).toContain('联系人：王芳同志，010-12345678');
    expect(preview.button('确认发送').label).toBe('确认发送');
  });

  it('may go without a line that only names a contact', async () => {
    await begun('问卷通知');
    for (const words of ['教学评估', '内网首页', '6月9日']) await trainer.say(words);
    const refused = (await draft()).text;
    const asked = await trainer.tap((await trainer.say('提醒管理')).button('查看第 1 条'));
    expect(asked.text).toContain('联系人及电话是？（第 1 项，共 1 项）');
    const time = await trainer.tap(asked.button('跳过这一项'));
    expect(time.text).toContain('什么时候发送');
    expect(refused).toContain('联系人：');
    expect((await draft()).text).toMatch(/截止时间为6月9日。$/u);
    const late = await trainer.tap(asked.button('跳过这一项'));
    expect(late.text).toContain('这一项已经填好，或者已经去掉');
  });

  it('says why another gap is not left out', async () => {
    await begun();
    const told = await trainer.say('跳过');
    expect(told.text).toContain('不能跳过');
    expect(told.text).toContain('报到时间是？（第 1 项，共 4 项）');
  });

  it('fills a gap that stands twice at once', async () => {
    await trainer.say('发通知');
    const asked = await trainer.say(
      '请到（报到地点）报到。（报到地点）有停车场，（报到时间）开门。',
    );
    expect(asked.text).toContain('报到地点是？（第 1 项，共 2 项）');
    expect((await trainer.say('南楼')).text).toContain('报到时间是？（第 2 项，共 2 项）');
    expect((await draft()).text).toBe('请到南楼报到。南楼有停车场，（报到时间）开门。');
  });

  it('keeps the time that was chosen before', async () => {
    await trainer.say('发通知');
    await trainer.say('6月3日上课。');
    const preview = await trainer.say('明天 9:00');
    const asked = await trainer.tap(preview.button('改内容'));
    await trainer.tap((await trainer.tap(asked.button('用模板'))).button('问卷通知'));
    for (const words of ['教学评估', '内网首页', '6月9日']) await trainer.say(words);
    const again = await trainer.say('王芳');
    expect(again.text).toContain('实际发送：2027年6月2日（星期三）9:00');
  });
});

describe('what else is sent meanwhile', () => {
  it.each([
    ['教'.repeat(101), '最多 100 个字'],
    ['一号教室｝', '不要用花括号'],
    ['（地点）', '留空的标记'],
  ])('%s is told of, and the gap is asked for again', async (words, problem) => {
    await begun();
    const { text } = await draft();
    const told = await trainer.say(words);
    expect(told.text).toContain(problem);
    expect(told.text).toContain('报到时间是？（第 1 项，共 4 项）');
    expect((await draft()).text).toBe(text);
    expect((await trainer.say('8:30')).text).toContain('报到地点是？（第 2 项，共 4 项）');
  });

  it.each(['{姓名}同志：6月3日停课。', '6月3日停课，\n6月4日照常。'])(
    'a whole text takes the place of the template: %j',
    async (text) => {
      await begun();
      const time = await trainer.say(text);
      expect(time.text).toContain('已用您发的文字替换整段内容');
      expect(time.text).toContain('什么时候发送');
      expect((await draft()).text).toBe(text);
    },
  );

  it('the name of a course that is also the name of a feature is the name', async () => {
    await begun('补训通知');
    const next = await trainer.say('结构化研讨');
    expect(next.text).toContain('中你未参加的结构化研讨，');
    expect((await trainer.say('研讨方案')).text).toContain('请写研讨主题');
    expect((await draft()).text).not.toContain('时间为研讨方案');
  });

  it('a button takes the next text as the whole one, short as it may be', async () => {
    const asked = await begun();
    const whole = await trainer.tap(asked.button('整段改写'));
    const back = await trainer.tap(whole.button('接着填'));
    expect(back.text).toContain('报到时间是？（第 1 项，共 4 项）');
    await trainer.tap(back.button('整段改写'));
    await trainer.say('明日停课。');
    expect((await draft()).text).toBe('明日停课。');
  });

  it('a question is answered, and the gap waits', async () => {
    await begun();
    const answered = await trainer.say('经费怎么管理？');
    expect(answered.text).toContain('专款专用');
    expect(answered.text).toContain('通知还没有填完，下一项是报到时间');
    expect(answered.button('接着填').label).toBe('接着填');
    expect((await trainer.say('8:30')).text).toContain('报到地点是？（第 2 项，共 4 项）');
    expect((await draft()).text).toContain('请于8:30到');
  });

  it('取消 keeps what has been filled, and it goes on from the draft', async () => {
    await begun();
    await trainer.say('8:30');
    const told = await trainer.say('取消');
    expect(told.text).toContain('草稿已经保存，没有发送');
    expect((await draft()).text).toContain('请于8:30到（报到地点）');
    const again = await trainer.tap(told.button('打开草稿'));
    expect(again.text).toContain('报到地点是？（第 1 项，共 3 项）');
  });

  it('words are not put into a text that has been changed in another window', async () => {
    await begun();
    const { id } = await draft();
    const { reminders } = await house.app.records();
    const text = '请到（报到地点）报到。';
    await reminders.change([{ kind: 'change-draft', id, fields: { text } }]);
    const told = await trainer.say('8:30');
    expect(told.text).toContain('内容刚才被改过');
    expect(told.text).toContain('报到地点是？（第 1 项，共 1 项）');
    expect((await draft()).text).toBe(text);
  });

  it('a restart changes nothing', async () => {
    await begun();
    await trainer.say('8:30');
    await house.app.close();
    const later = reopen(house.app, { clock: { now: () => new Date(NOON) } });
    const talk = talkWith(await later.conversation(), {
      ...{ channel: 'test', conversation: 'trainer', person: 'trainer', shows: 'page' },
    });
    expect((await talk.say('一号教室')).text).toContain('需要携带的材料是？（第 3 项，共 4 项）');
    const [kept] = await (await later.records()).reminders.reminders();
    expect(kept?.text).toContain('请于8:30到一号教室报到。');
    await later.close();
  });
});

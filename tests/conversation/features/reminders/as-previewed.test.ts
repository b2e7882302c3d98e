import { beforeEach, describe, expect, it } from 'vitest';
import { makeReminderHouse, type ReminderHouse } from '../../../support/reminder-house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';

let house: ReminderHouse;
let trainer: Talk;

beforeEach(async () => {
  house = await makeReminderHouse();
  await house.add('trainer', 'trainer', 'trainer');
  await house.learner('one', ['web']);
  await house.learner('two', ['web']);
  await house.add('three', 'learner', 'learner');
  trainer = await house.talk('trainer');
  return () => house.close();
}, 60_000);

async function confirmed(when: string): Promise<{ readonly preview: Heard; readonly done: Heard }> {
  await trainer.say('给任职培训班发通知：{姓名}同志：{结业日期}结业，请填写学习小结。');
  const preview = await trainer.say(when);
  return { preview, done: await trainer.tap(preview.button('确认发送')) };
}

async function messagesOf(person: string): Promise<readonly string[]> {
  const { deliveries } = await house.app.records();
  return (await deliveries.messages(person, 9)).messages.map(({ text }) => text);
}

describe('what was confirmed in the chat', () => {
  it('reaches people word for word as it was previewed, and the report says whom it did not', async () => {
    const { preview, done } = await confirmed('现在');
    const shown = '【任职培训班】姓名one同志：2027年6月10日结业，请填写学习小结。';
    expect(preview.text).toContain(shown);
    expect(preview.text).toContain('没有接收渠道：1 人（姓名three）');
    await house.tick();
    expect(await messagesOf('one')).toEqual([shown]);
    expect(await messagesOf('two')).toEqual([shown.replace('one', 'two')]);
    const page = await trainer.tap(done.button('查看发送情况'));
    expect(page.text).toContain('班务通知（已发完）');
    expect(page.text).toContain('已发出：2 人，其中点开 0 人');
    expect(page.text).toContain('姓名three（某局）：尚未登录，没有可用的渠道');
    expect(() => page.button('停止发送')).toThrow();
  });

  it('goes at the time that the preview named, and not before', async () => {
    const { preview, done } = await confirmed('6月5日 20:30');
    expect(preview.text).toContain('实际发送：2027年6月7日（星期一）8:00');
    house.goTo('2027-06-06T23:59:00.000Z');
    await house.tick();
    expect(await messagesOf('one')).toEqual([]);
    const waiting = await trainer.tap(done.button('查看发送情况'));
    expect(waiting.text).toContain('班务通知（发送中）');
    expect(waiting.text).toContain('下次发送：2027年6月7日（星期一）8:00');
    expect(waiting.text).toContain('等待发送：3 人');
    expect(waiting.button('停止发送').label).toBe('停止发送');
    house.goTo('2027-06-07T00:00:00.000Z');
    await house.tick();
    expect(await messagesOf('one')).toHaveLength(1);
  });

  it('that is stopped while it waits reaches nobody', async () => {
    const { done } = await confirmed('6月5日 20:30');
    house.goTo('2027-06-06T04:00:00.000Z');
    await house.tick();
    const asks = await trainer.tap(done.button('停止发送'));
    expect(asks.text).toContain('还有 3 人的消息没有发出');
    await trainer.tap(asks.button('确定停止'));
    house.goTo('2027-06-07T00:00:00.000Z');
    await house.tick();
    expect(await messagesOf('one')).toEqual([]);
  });

  it('is tried on oneself first, in the same words', async () => {
    await trainer.say('给任职培训班发通知：{姓名}同志：{结业日期}结业。');
    await trainer.tap((await trainer.say('明天 9:00')).button('先发给我看'));
    await house.tick();
    expect(await messagesOf('trainer')).toEqual([
      '【任职培训班】姓名trainer同志：2027年6月10日结业。',
    ]);
    expect(await messagesOf('one')).toEqual([]);
  });
});

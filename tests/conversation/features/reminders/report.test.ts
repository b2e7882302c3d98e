import { beforeEach, describe, expect, it } from 'vitest';
import { CLASS, type House, makeHouse, NOON } from '../../../support/house.ts';
import { addMailing, mailingOf, reminderOf } from '../../../support/messages.ts';
import { signIn } from '../../../support/sign-in.ts';
import type { Talk } from '../../../support/talk.ts';

let house: House;
let admin: Talk;

const PEOPLE = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

beforeEach(async () => {
  house = await makeHouse();
  await house.add('admin', 'admin');
  for (const id of PEOPLE) await house.add(id, 'learner', 'learner');
  admin = await house.talk('admin');
  return () => house.close();
}, 60_000);

/** Two occurrences: of the first, some failed, one is uncertain, six were skipped. */
async function sent(kind: 'study' | 'class'): Promise<void> {
  const { reminders, deliveries, people } = await house.app.records();
  const audience = [{ classId: CLASS.id, unit: null, role: null }];
  const reminder = reminderOf('r', { kind, audience });
  await reminders.change([
    { kind: 'add-reminder', reminder },
    { kind: 'confirm-reminder', id: 'r', text: reminder.text, byName: '姓名admin', at: NOON },
  ]);
  const mailing = (id: string, dueAt: string) =>
    mailingOf(id, { kind, reminder: 'r', source: `reminder:r@${dueAt}`, dueAt, createdAt: dueAt });
  const [first, second] = ['2027-05-19T01:30:00.000Z', '2027-05-26T01:30:00.000Z'];
  await deliveries.change([
    addMailing(mailing('m1', first), PEOPLE),
    addMailing(mailing('m2', second), ['one', 'two']),
  ]);
  const now = new Date(NOON);
  const text = '通知';
  await deliveries.release(
    [
      { kind: 'inbox', id: 'm1-one', text },
      { kind: 'failed', id: 'm1-two', text, reason: 'blocked' },
      { kind: 'push', id: 'm1-three', text, channel: 'telegram', key: '3' },
      ...PEOPLE.slice(3, 9).map(
        (one) => ({ kind: 'skipped', id: `m1-${one}`, reason: 'done' }) as const,
      ),
      { kind: 'skipped', id: 'm1-ten', reason: 'paused' },
      { kind: 'inbox', id: 'm2-one', text },
    ],
    now,
  );
  const three = { channel: 'telegram', key: '3', person: 'three' };
  await signIn(people, [three], now);
  await deliveries.begin(['m1-three'], 'gone', now);
  await deliveries.giveUp('telegram', 'here', now);
  await deliveries.change([{ kind: 'open-message', person: 'one', id: 'm1-one', at: NOON }]);
}

describe('the report of a notice', () => {
  it('tells by name whom it did not reach, in all and by occurrence', async () => {
    await sent('class');
    const page = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    expect(page.text).toContain('已发出：2 人，其中点开 1 人');
    expect(page.text).toContain('等待发送：1 人');
    expect(page.text).toContain('未送达：1 人，对方停用或者没有启用机器人 1 人');
    expect(page.text).toContain('不确定：1 人');
    expect(page.text).toContain('姓名two（某局）：对方停用或者没有启用机器人');
    expect(page.text).toContain('姓名three（某局）：不确定，请自行核实');
    const later = await admin.tap(page.button('2027-05-26 09:30 这一次'));
    expect(later.text).toContain('已发出：1 人，其中点开 0 人');
    expect(later.text).not.toContain('姓名two');
  });
});

describe('the report of a study reminder', () => {
  it('tells totals alone, and of reasons for leaving out those of five or more', async () => {
    await sent('study');
    const page = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    expect(page.text).toContain('没有发送：7 人');
    expect(page.text).not.toContain('本人暂停');
    for (const one of PEOPLE) expect(page.text).not.toContain(`姓名${one}`);
    expect(page.text).toContain('未送达：不足 5 人\n');
  });
});

describe('what is over', () => {
  it('needs no stopping; what is stopped skips who still waits', async () => {
    await sent('class');
    const page = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    const asks = await admin.tap(page.button('停止发送'));
    expect(asks.text).toContain('还有 1 人的消息没有发出');
    await admin.tap(asks.button('确定停止'));
    expect((await admin.tap(asks.button('确定停止'))).text).toContain('已停止，没有可以停止的了');
    const after = await admin.tap((await admin.say('提醒管理')).button('查看第 1 条'));
    expect(after.text).toContain('班务通知（已停止）');
    expect(after.text).not.toContain('等待发送');
    expect(() => after.button('停止发送')).toThrow();
  });
});

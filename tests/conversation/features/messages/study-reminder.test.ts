import { beforeEach, describe, expect, it } from 'vitest';
import { type House, makeHouse, NOON } from '../../../support/house.ts';
import type { Talk } from '../../../support/talk.ts';

let house: House;
let talk: Talk;

beforeEach(async () => {
  house = await makeHouse({ TELEGRAM_BOT_TOKEN: '123:abc' });
  await house.add('me', 'learner', 'learner');
  talk = await house.talk('me');
  return () => house.close();
}, 60_000);

async function wishes() {
  const { reminders } = await house.app.records();
  return reminders.wishes('me');
}

describe('study reminders', () => {
  it('are off until somebody opts in, and opening them does not', async () => {
    const heard = await talk.say('学习提醒');
    expect(heard.text).toContain('学习提醒没有开启');
    expect(heard.text).toContain('自愿开启，随时可以停止');
    expect(await wishes()).toBeNull();
  });

  it('are opted into by one tap that takes what is usual', async () => {
    const offered = await talk.tap((await talk.say('/remind')).button('开启'));
    const done = await talk.tap(offered.button('每周二、周四 12:30'));
    expect(done.text).toContain('已开启学习提醒。\n时间：每周二、周四 12:30');
    expect(done.text).toContain('每周最多 2 次');
    expect(await wishes()).toMatchObject({
      ...{ isOn: true, days: [2, 4], time: '12:30', mostAWeek: 2, pause: null },
      ...{ since: NOON, plannedUntil: NOON },
    });
  });

  it('are opted into by taps on days and a time of one’s own', async () => {
    const offered = await talk.tap((await talk.say('开启学习提醒')).button('开启'));
    const days = await talk.tap(offered.button('另选日期和时间'));
    const times = await talk.tap(days.button('每周一、周三'));
    expect(await wishes()).toBeNull();
    const done = await talk.tap(times.button('8:30'));
    expect(done.text).toContain('每周一、周三 8:30');
    expect(await wishes()).toMatchObject({ isOn: true, days: [1, 3], time: '08:30' });
  });

  it('may be those of trainers alone', async () => {
    const offered = await talk.tap((await talk.say('学习提醒')).button('开启'));
    const days = await talk.tap(offered.button('另选日期和时间'));
    await talk.tap(days.button('只收单位安排的提醒'));
    expect(await wishes()).toMatchObject({ isOn: true, days: [], mostAWeek: 2 });
  });

  it('take a line while they ask, and a question meanwhile is none', async () => {
    await talk.tap((await talk.say('学习提醒')).button('开启'));
    expect((await talk.say('经费怎么管理？')).text).toContain('专款专用');
    expect(await wishes()).toBeNull();
    await talk.tap((await talk.say('学习提醒')).button('开启'));
    await talk.say('周一、三 8点半');
    expect(await wishes()).toMatchObject({ isOn: true, days: [1, 3], time: '08:30' });
  });

  it.each([
    ['每周二、四 12:30 提醒我学习', { days: [2, 4], time: '12:30', mostAWeek: 2 }],
    ['学习提醒 周五 下午4点', { days: [5], time: '16:00', mostAWeek: 2 }],
    ['/remind 工作日 9:00', { days: [1, 2, 3, 4, 5], time: '09:00', mostAWeek: 5 }],
    ['提醒我每天 8:30 学习', { days: [1, 2, 3, 4, 5, 6, 7], time: '08:30', mostAWeek: 7 }],
  ])('are opted into by a line: %s', async (text, expected) => {
    expect((await talk.say(text)).text).toContain('已开启学习提醒');
    expect(await wishes()).toMatchObject({ isOn: true, ...expected });
  });

  it('stand in the history as they were asked for', async () => {
    const { events } = await talk.say('/remind 周二 9:00');
    expect(events[0]).toMatchObject({ said: '学习提醒 周二 9:00' });
    expect((await talk.say('/remind')).events[0]).toMatchObject({ said: '学习提醒' });
  });

  it('say that more than two days are more than usual, and are the usual number again', async () => {
    const more = await talk.say('每周一、三、五 8:30 提醒我学习');
    expect(more.text).toContain('一般每周最多提醒 2 次；按您的要求，改为每周最多 3 次');
    const fewer = await talk.say('每周二、四提醒我学习');
    expect(fewer.text).not.toContain('按您的要求');
    expect(await wishes()).toMatchObject({ days: [2, 4], time: '08:30', mostAWeek: 2 });
  });

  it('say that days of rest bring none', async () => {
    expect((await talk.say('每周六提醒我学习')).text).toContain('周六、周日和节假日是休息日');
  });

  it.each(['一', '两', '三', '五'])('come %s times a week by a tap', async (word) => {
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    const numbers = await talk.tap(on.button('改次数'));
    const done = await talk.tap(numbers.button(`一周${word}次`));
    const mostAWeek = { 一: 1, 两: 2, 三: 3, 五: 5 }[word];
    expect(done.text).toContain(`每周最多 ${mostAWeek} 次`);
    expect(await wishes()).toMatchObject({ days: [2, 4], mostAWeek });
  });

  it('change their time by a tap and by a line', async () => {
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    const asked = await talk.tap(on.button('改时间'));
    await talk.tap(asked.button('17:30'));
    expect(await wishes()).toMatchObject({ days: [2, 4], time: '17:30' });
    await talk.tap(on.button('改时间'));
    await talk.say('上午10点');
    expect(await wishes()).toMatchObject({ days: [2, 4], time: '10:00' });
  });
});

describe('a time in quiet hours', () => {
  it.each([
    ['每周二 21:30 提醒我学习', '21:30', '改为 19:30'],
    ['每周二 20:00 提醒我学习', '20:00', '改为 19:30'],
    ['每周二 6:30 提醒我学习', '6:30', '改为 8:00'],
  ])('%s is refused with a proposal', async (text, time, proposal) => {
    const heard = await talk.say(text);
    expect(heard.text).toContain(`没有设为 ${time}`);
    expect(await wishes()).toBeNull();
    await talk.tap(heard.button(proposal));
    expect(await wishes()).toMatchObject({
      isOn: true,
      days: [2],
      time: proposal.slice(3).padStart(5, '0'),
    });
  });

  it('is refused of a button that was made by another program', async () => {
    const { conversations } = await house.app.records();
    const deed = { kind: 'set-wished-times', days: null, time: '23:00', mostAWeek: null };
    await conversations.keep({
      speaker: { channel: 'test', conversation: 'me', person: 'me' },
      ...{ at: NOON, state: null, turn: null, files: [], rating: null, suggestion: null },
      changes: [],
      actions: { id: 'AAAAAAAAAAAAAAAA', deeds: [deed], expiresAt: '2028-01-01T00:00:00.000Z' },
    });
    const heard = await talk.tap({ label: '', action: 'AAAAAAAAAAAAAAAA.0' });
    expect(heard.text).toContain('没有设为 23:00');
    expect(await wishes()).toBeNull();
  });

  it('in the middle of the day is none', async () => {
    await talk.say('每周二 19:59 提醒我学习');
    expect(await wishes()).toMatchObject({ time: '19:59' });
    await talk.say('每周二 8:00 提醒我学习');
    expect(await wishes()).toMatchObject({ time: '08:00' });
  });
});

describe('nonsense', () => {
  it.each([
    ['每天 25:99 提醒我学习', '没有“25:99”这个时间'],
    ['学习提醒 随便', '没有看懂要在什么时候提醒'],
    ['每天 8:30 和 12:30 提醒我学习', '只写一个时间'],
    ['暂停提醒三年', '没有看懂暂停多久'],
  ])('%s changes nothing, says how to write it, and the next line is taken', async (text, why) => {
    expect((await talk.say(text)).text).toContain(why);
    expect(await wishes()).toBeNull();
    await talk.say('周二 9:00');
    expect(await wishes()).toMatchObject({ isOn: true, days: [2], time: '09:00' });
  });
});

describe('stopping', () => {
  it('takes one line or one tap, at once, and is no harm twice', async () => {
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    const stopped = await talk.tap(on.button('停止提醒'));
    expect(stopped.text).toContain('已停止学习提醒，不再发送');
    expect(await wishes()).toMatchObject({ isOn: false, days: [2, 4] });
    expect((await talk.tap(on.button('停止提醒'))).text).toContain('没有开启，不会发送');
    expect((await talk.say('退订')).text).toContain('没有开启，不会发送');
  });

  it('and opting in again begins anew, with the days that were', async () => {
    await talk.say('每周三 9:00 提醒我学习');
    await talk.say('停止提醒');
    house.goTo('2027-06-03T04:00:00.000Z');
    await talk.say('学习提醒 9:30');
    expect(await wishes()).toMatchObject({
      ...{ isOn: true, days: [3], time: '09:30', since: '2027-06-03T04:00:00.000Z' },
    });
  });
});

describe('a pause', () => {
  it('has an end, and is lifted by a tap', async () => {
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    const asked = await talk.tap(on.button('暂停'));
    const paused = await talk.tap(asked.button('暂停两周'));
    expect(paused.text).toContain('6月15日（周二）恢复');
    expect(await wishes()).toMatchObject({ pause: { until: '2027-06-15', why: 'asked' } });
    expect((await talk.say('学习提醒')).text).toContain('已暂停');
    await talk.tap(paused.button('恢复'));
    expect(await wishes()).toMatchObject({ isOn: true, pause: null });
    expect((await talk.say('恢复提醒')).text).toContain('没有暂停');
  });

  it('is over on its day', async () => {
    await talk.say('每周二、四 12:30 提醒我学习');
    await talk.say('暂停提醒两周');
    house.goTo('2027-06-15T00:30:00.000Z');
    const heard = await talk.say('学习提醒');
    expect(heard.text).toContain('学习提醒：已开启');
    expect(() => heard.button('恢复')).toThrow();
  });

  it('for want of an answer ends with whatever the learner asks for', async () => {
    await talk.say('每周二、四 12:30 提醒我学习');
    const { reminders } = await house.app.records();
    const ignored = { until: null, why: 'ignored' } as const;
    const before = await wishes();
    if (before === null) throw new Error('Expected wishes');
    const change = { kind: 'set-wishes', wishes: { ...before, pause: ignored }, at: NOON } as const;
    await reminders.change([change]);
    const heard = await talk.say('学习提醒');
    expect(heard.text).toContain('连续三次没有回应，自动暂停');
    house.goTo('2027-06-03T04:00:00.000Z');
    await talk.tap(heard.button('恢复'));
    expect(await wishes()).toMatchObject({ pause: null, since: '2027-06-03T04:00:00.000Z' });
    await reminders.change([change]);
    await talk.say('每周二提醒我学习');
    expect(await wishes()).toMatchObject({ pause: null, days: [2] });
  });

  it('of what is off says so', async () => {
    expect((await talk.say('暂停提醒一周')).text).toContain('没有开启，不会发送');
    expect(await wishes()).toBeNull();
  });
});

describe('where messages go', () => {
  const signedIn = async (channel: string, where = house) => {
    const { people } = await where.app.records();
    const invitation = {
      ...{ id: `in-${channel}`, codeHash: channel, note: '', places: 1 },
      role: 'learner' as const,
      ...{ classId: null, person: 'me', createdAt: NOON, expiresAt: '2028-01-01T00:00:00.000Z' },
    };
    await people.change([{ kind: 'invite', invitation }]);
    await people.redeem(channel, { channel, key: `key-${channel}` }, new Date(NOON), null);
  };

  it('is chosen among those where the person is signed in', async () => {
    await signedIn('web');
    await signedIn('telegram');
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    expect(on.text).toContain('接收方式：Telegram');
    const asked = await talk.tap(on.button('接收方式'));
    const done = await talk.tap(asked.button('网页'));
    expect(done.text).toContain('今后的消息发到：网页');
    expect(await wishes()).toMatchObject({ isOn: true, channel: 'web' });
    await talk.tap(asked.button('Telegram'));
    expect(await wishes()).toMatchObject({ channel: 'telegram' });
  });

  it('can be chosen without opting in', async () => {
    await signedIn('web');
    await signedIn('telegram');
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    const asked = await talk.tap(on.button('接收方式'));
    await talk.say('停止提醒');
    await talk.tap(asked.button('网页'));
    expect(await wishes()).toMatchObject({ isOn: false, channel: 'web' });
  });

  it('without Telegram is the page, and says how Telegram would come', async () => {
    await signedIn('web');
    const on = await talk.say('每周二、四 12:30 提醒我学习');
    expect(on.text).toContain('接收方式：网页');
    const asked = await talk.tap(on.button('接收方式'));
    expect(asked.text).toContain('请先在 Telegram 中用登录码登录');
    expect(() => asked.button('Telegram')).toThrow();
  });

  it('without a bot is the page, whoever was once signed in elsewhere', async () => {
    const plain = await makeHouse();
    try {
      await plain.add('me', 'learner', 'learner');
      await signedIn('web', plain);
      await signedIn('telegram', plain);
      const without = await plain.talk('me');
      const on = await without.say('每周二、四 12:30 提醒我学习');
      expect(on.text).toContain('接收方式：网页');
      const asked = await without.tap(on.button('接收方式'));
      expect(asked.text).not.toContain('Telegram');
      expect(() => asked.button('Telegram')).toThrow();
    } finally {
      await plain.close();
    }
  });
});

describe('whoever may not', () => {
  it.each(['学习提醒', '每周二 9:00 提醒我学习', '停止提醒', '消息'])(
    'a stranger who says %s is told to sign in',
    async (text) => {
      const stranger = await house.talk('nobody');
      expect((await stranger.say(text)).text).toContain('需要先登录');
    },
  );

  it('in a group it is said to be for a talk of two', async () => {
    const inGroup = await house.talk('me', { conversation: 'group', isPublic: true });
    expect((await inGroup.say('每周二 9:00 提醒我学习')).text).toContain('其他人也能看到');
    expect(await wishes()).toBeNull();
  });
});

describe('one’s own data', () => {
  it('tell of study reminders, and what removing them removes', async () => {
    expect((await talk.say('我的数据')).text).toContain('学习提醒：未开启');
    await talk.say('每周二、四 12:30 提醒我学习');
    const data = await talk.say('我的数据');
    expect(data.text).toContain('学习提醒：已开启，每周二、周四 12:30');
    const asked = await talk.tap(data.button('注销'));
    expect(asked.text).toContain('消息、提醒设置');
    await talk.tap(asked.button('确定注销'));
    expect(await wishes()).toBeNull();
  });
});

describe('the first words', () => {
  it('offer study reminders to a learner once, and not after a choice', async () => {
    expect((await talk.say('/start')).text).toContain('可以发送“学习提醒”开启');
    await talk.say('每周二、四 12:30 提醒我学习');
    await talk.say('停止提醒');
    expect((await talk.say('/start')).text).not.toContain('可以发送“学习提醒”开启');
  });
});

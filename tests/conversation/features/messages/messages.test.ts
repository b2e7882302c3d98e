import { beforeEach, describe, expect, it } from 'vitest';
import {
  noticeButtons,
  studyButtons,
} from '../../../../src/conversation/features/messages/message-buttons.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../../../support/house.ts';
import { type Sent, sendMessage } from '../../../support/send-message.ts';
import type { Talk } from '../../../support/talk.ts';

const ONE = 'message-00000001';
const button = (id: string, position: number) => ({ label: '', action: `${id}.${position}` });

let house: House;
let talk: Talk;

beforeEach(async () => {
  house = await makeHouse();
  await house.add('me', 'learner', 'learner');
  await house.add('you', 'learner', 'learner');
  talk = await house.talk('me');
  return () => house.close();
}, 60_000);

async function send(sent: Sent, person = 'me') {
  await sendMessage(await house.app.records(), person, sent);
}

async function openedAt(id: string, person = 'me') {
  const { deliveries } = await house.app.records();
  return (await deliveries.message(person, id))?.openedAt;
}

const study = { id: ONE, text: '今天学一点吧。', buttons: studyButtons() };
const toTelegram = { channel: 'telegram', key: 'me' };

describe('one’s messages', () => {
  it('are none at first', async () => {
    expect((await talk.say('消息')).text).toContain('还没有消息');
  });

  it('are listed with time, kind and first words, those that wait marked', async () => {
    await send(study);
    const text = '请各位学员于 6 月 10 日上午九点前到第一教室报到，并带好本人证件和调训通知。';
    await send({ id: 'message-00000002', text, kind: 'class', at: '2027-06-01T03:45:00.000Z' });
    await send({
      ...study,
      id: 'message-00000003',
      at: '2027-06-01T03:50:00.000Z',
      pushedTo: toTelegram,
    });
    const heard = await talk.say('/inbox');
    expect(heard.text).toContain('我的消息，2 条未读');
    expect(heard.text.split('\n').slice(1, 4)).toEqual([
      '1. 6月1日 11:50 学习提醒：今天学一点吧。',
      '2. 【未读】6月1日 11:45 班务通知：请各位学员于 6 月 10 日上午九点前到第一教室报到，并带好本人证件和…',
      '3. 【未读】6月1日 11:30 学习提醒：今天学一点吧。',
    ]);
  });

  it('are listed without one’s own name, from whom they are', async () => {
    await send({ id: ONE, text: '【任职培训班】姓名me同志：\n6月3日停课。', kind: 'class' });
    await send({ id: 'message-00000002', text: '请姓名you同志：来。', kind: 'class' });
    const { text } = await talk.say('消息');
    expect(text).toContain('【任职培训班】6月3日停课。');
    expect(text).toContain('班务通知：请姓名you同志：来。');
  });

  it('open by a tap with their buttons anew, and are not unread any more', async () => {
    await send({ ...study, title: '本周学习' });
    const opened = await talk.tap((await talk.say('消息')).button('第 1 条'));
    expect(opened.text).toContain('本周学习\n今天学一点吧。');
    expect(await openedAt(ONE)).toBe(NOON);
    expect((await talk.say('消息')).text).not.toContain('未读');
    expect((await talk.tap(opened.button('记一次学习'))).text).toContain('这次学了什么');
    expect((await talk.tap(opened.button('做一道回忆题'))).text).toContain('回忆题');
    expect((await talk.tap(opened.button('返回消息'))).text).toContain('我的消息');
  });

  it('come ten at a time, the newest first', async () => {
    for (let at = 0; at < 23; at++) {
      const id = `message-${String(at).padStart(8, '0')}`;
      await send({ id, text: `第${at}号`, at: `2027-06-01T03:${10 + at}:00.000Z` });
    }
    const first = await talk.say('消息');
    expect(first.text).toContain('1. 【未读】6月1日 11:32 学习提醒：第22号');
    const second = await talk.tap(first.button('更早的消息'));
    expect(second.text).toContain('1. 【未读】6月1日 11:22 学习提醒：第12号');
    const third = await talk.tap(second.button('更早的消息'));
    expect(third.text).toContain('3. 【未读】6月1日 11:10 学习提醒：第0号');
    expect(() => third.button('更早的消息')).toThrow();
  });

  it('of another year say which', async () => {
    await send({ ...study, at: '2026-12-31T03:30:00.000Z' });
    expect((await talk.say('消息')).text).toContain('2026年12月31日 11:30');
  });

  it('show no button for what the person may not do, nor one that is not known', async () => {
    const buttons = [
      { label: '打开班次', deed: { kind: 'open-class', classId: CLASS.id } },
      { label: '打开另一个班次', deed: { kind: 'open-class', classId: OTHER_CLASS.id } },
      { label: '新功能', deed: { kind: 'of-a-newer-program' } },
    ];
    await send({ id: ONE, text: '开班', kind: 'class', buttons });
    const opened = await talk.tap((await talk.say('消息')).button('第 1 条'));
    expect((await talk.tap(opened.button('打开班次'))).text).toContain(CLASS.name);
    expect(() => opened.button('打开另一个班次')).toThrow();
    expect(() => opened.button('新功能')).toThrow();
  });

  it('are told of in the first words where they wait', async () => {
    await send(study);
    const heard = await talk.say('/start');
    expect(heard.text).toContain('您有 1 条未读消息');
    expect((await talk.tap(heard.button('消息'))).text).toContain('我的消息，1 条未读');
  });
});

describe('a button under a message that was sent', () => {
  it.each([
    [0, '这次学了什么'],
    [1, '回忆题'],
    [2, '没有开启'],
    [3, '没有开启'],
  ])('at %i does its deed and opens the message', async (position, words) => {
    await send({ ...study, pushedTo: toTelegram });
    expect(await openedAt(ONE)).toBeNull();
    const heard = await talk.tap(button(ONE, position));
    expect(heard.text).toContain(words);
    expect(await openedAt(ONE)).toBe(NOON);
  });

  it('stops reminders at once, a second time without harm', async () => {
    await talk.say('每周二、四 12:30 提醒我学习');
    await send({ ...study, pushedTo: toTelegram });
    expect((await talk.tap(button(ONE, 3))).text).toContain('已停止学习提醒，不再发送');
    const { reminders } = await house.app.records();
    expect(await reminders.wishes('me')).toMatchObject({ isOn: false });
    expect((await talk.tap(button(ONE, 3))).text).toContain('没有开启，不会发送');
  });

  it('pauses them for a week', async () => {
    await talk.say('每周二、四 12:30 提醒我学习');
    await send({ ...study, pushedTo: toTelegram });
    expect((await talk.tap(button(ONE, 2))).text).toContain('6月8日（周二）恢复');
    const { reminders } = await house.app.records();
    expect(await reminders.wishes('me')).toMatchObject({ pause: { until: '2027-06-08' } });
  });

  it('收到 is a word that passes, works for long, and the first time counts', async () => {
    await send({ id: ONE, text: '开班', kind: 'class', buttons: noticeButtons() });
    const heard = await talk.tap(button(ONE, 0));
    expect([heard.placement, heard.text]).toEqual(['notice', '好的，已收到，谢谢。']);
    expect(await openedAt(ONE)).toBe(NOON);
    house.goTo('2027-08-01T04:00:00.000Z');
    expect((await talk.tap(button(ONE, 0))).text).toContain('已收到');
    expect(await openedAt(ONE)).toBe(NOON);
  });

  it('does once what is delivered twice', async () => {
    await talk.say('每周二、四 12:30 提醒我学习');
    await send({ ...study, pushedTo: toTelegram });
    const first = await talk.tap(button(ONE, 3), 'tap');
    const again = await talk.tap(button(ONE, 3), 'tap');
    expect(again.blocks).toEqual(first.blocks);
  });

  it('of someone else has expired, and opens nothing', async () => {
    await send(study, 'you');
    expect((await talk.tap(button(ONE, 3))).problem).toContain('已过期');
    expect(await openedAt(ONE, 'you')).toBeNull();
  });

  it.each([
    ['a message that is gone', 'message-99999999', 0],
    ['a position that it has not', ONE, 9],
    ['a button that nobody knows', 'message-00000007', 0],
  ])('of %s has expired', async (_, id, position) => {
    await send(study);
    const unknown = [{ label: '新功能', deed: { kind: 'of-a-newer-program' } }];
    await send({ id: 'message-00000007', text: '某事', buttons: unknown });
    expect((await talk.tap(button(id, position))).problem).toContain('已过期');
  });

  it('is nothing to a stranger, nor where others read along', async () => {
    await send(study);
    const stranger = await house.talk('nobody');
    expect((await stranger.tap(button(ONE, 0))).problem).toContain('已过期');
    const inGroup = await house.talk('me', { conversation: 'group', isPublic: true });
    expect((await inGroup.tap(button(ONE, 0))).problem).toContain('已过期');
    expect(await openedAt(ONE)).toBeNull();
  });

  it('of a message that waits for its time is none yet', async () => {
    const { deliveries } = await house.app.records();
    const at = '2027-06-02T04:00:00.000Z';
    const mailing = {
      ...{ id: 'later', source: 'later', reminder: null, title: '' },
      ...{ buttons: studyButtons(), isUrgent: false, dueAt: at, createdAt: NOON },
      kind: 'study' as const,
    };
    const delivery = { id: ONE, person: 'me', text: '明天', notBefore: at, notAfter: null };
    await deliveries.change([{ kind: 'add-mailing', mailing, deliveries: [delivery] }]);
    expect((await talk.tap(button(ONE, 0))).problem).toContain('已过期');
    expect((await talk.say('消息')).text).toContain('还没有消息');
  });
});

describe('a message that is opened by hand', () => {
  it('of someone else is not there, whatever the button says', async () => {
    await send(study, 'you');
    const { conversations } = await house.app.records();
    await conversations.keep({
      speaker: { channel: 'test', conversation: 'me', person: 'me' },
      ...{ at: NOON, state: null, turn: null, files: [], rating: null, suggestion: null },
      changes: [],
      actions: {
        id: 'AAAAAAAAAAAAAAAA',
        deeds: [{ kind: 'open-message', id: ONE }],
        expiresAt: '2028-01-01T00:00:00.000Z',
      },
    });
    const heard = await talk.tap(button('AAAAAAAAAAAAAAAA', 0));
    expect(heard.text).toContain('没有找到这条消息');
    expect(heard.text).not.toContain('今天学一点');
    expect(await openedAt(ONE, 'you')).toBeNull();
  });
});

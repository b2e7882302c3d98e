import { beforeAll, describe, expect, it } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { type ChatWindow, dataOf, openChat } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { sessionOf } from '../../support/seminar.ts';
import { admitPeople } from './admit-people.ts';

const TRAINER = 900;
let bot: PlanBot;
let sessions = 0;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve({ access: { everyone: true, openChats: [] } });
  await admitPeople(bot, [TRAINER], 'trainer');
  await admitPeople(bot, [1, 2, 3, 4, 5, 6, 7]);
  return () => bot.close();
});

async function open(): Promise<{ readonly id: string; readonly code: string }> {
  const code = String(300_000 + ++sessions);
  const session = sessionOf(`s${sessions}`, { code, owner: `p${TRAINER}` });
  await (await bot.app.records()).seminars.change([{ kind: 'open-session', session }]);
  return { id: session.id, code };
}

function last(messages: readonly SentMessage[]): SentMessage {
  const found = messages.at(-1);
  if (found === undefined) throw new Error('Expected a message');
  return found;
}

const textOf = (messages: readonly SentMessage[]) => messages.map(({ text }) => text).join('\n');
const labelsOf = ({ reply_markup }: SentMessage) =>
  reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];

async function steer(code: string, ...labels: string[]): Promise<readonly SentMessage[]> {
  const trainer = openChat(bot, TRAINER);
  let shown = await trainer.say(code);
  for (const label of labels) shown = await trainer.tap(last(shown), label);
  return shown;
}

async function joined(chat: number, code: string): Promise<ChatWindow> {
  const window = openChat(bot, chat);
  expect(textOf(await window.say(`/seminar ${code}`))).toContain('已加入研讨');
  return window;
}

describe('a seminar in Telegram', () => {
  it('is led by buttons that fit a phone', async () => {
    const { code } = await open();
    const panel = last(await steer(code));
    expect(panel.text).toMatch(/^研讨码 \d{3} \d{3}/u);
    const labels = labelsOf(panel);
    expect(labels).toEqual(
      expect.arrayContaining(['结束收集，开始归并', '计时5分', '刷新', '记录表', '结束研讨']),
    );
    for (const label of labels) expect([...label].length).toBeLessThanOrEqual(18);
  });

  it('is joined, spoken in and voted in by taps, each of which counts once', async () => {
    const { id, code } = await open();
    const [one, two, three] = [await joined(1, code), await joined(2, code), await joined(3, code)];
    expect(textOf(await one.say('经费不足'))).toContain('已记入，这是您在本轮提的第 1 条');
    await two.say('师资不足');
    await three.say('课程旧');
    await steer(code, '结束收集，开始归并', '开始投票');
    const list = last(await one.say('研讨'));
    const first = last(await one.tap(list, '第2条'));
    const second = last(await one.tap(first, '第1条'));
    const confirm = last(await one.tap(second, '第3条'));
    expect(confirm.text).toContain('3 分：第 2 条“师资不足”');
    expect(textOf(await one.tap(confirm, '确认投票'))).toContain('已投票，计入一次');
    await one.tap(confirm, '确认投票');
    const { seminars } = await bot.app.records();
    expect(await seminars.ballots(id, 'problem')).toBe(1);
    const votes = await seminars.votes(id, 'problem');
    const texts = await seminars.contributions(id, 'problem');
    expect(texts.map((text) => votes.get(text.id))).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it('takes no vote by a button of someone else or one that was made up', async () => {
    const { id, code } = await open();
    const [one, two] = [await joined(4, code), await joined(5, code)];
    for (const text of ['经费不足', '师资不足', '课程旧']) await one.say(text);
    await steer(code, '结束收集，开始归并', '开始投票');
    const asked = last(await one.say('1 2 3'));
    const mine = last(await two.say('研讨'));
    await two.tapData(mine, dataOf(asked, '确认投票'));
    expect(bot.api.answers().at(-1)?.text).toContain('已过期');
    await two.tapData(mine, 'aAAAAAAAAAAAAAAAA.0');
    expect(bot.api.answers().at(-1)?.text).toContain('已过期');
    expect(await (await bot.app.records()).seminars.ballots(id, 'problem')).toBe(0);
  });

  it('refuses 4,000 characters with advice, and takes markup as the text that it is', async () => {
    const { id, code } = await open();
    const window = await joined(6, code);
    expect(textOf(await window.say('长'.repeat(4000)))).toContain('最多 200 个字');
    await window.say('<b>经费</b>不足\u0007\n在县里 & *不是* _重点_');
    const { seminars } = await bot.app.records();
    const texts = (await seminars.contributions(id, 'problem')).map(({ text }) => text);
    expect(texts).toEqual(['经费不足 在县里 & *不是* _重点_']);
    const shown = await steer(code, '查看清单');
    expect(textOf(shown)).toContain('1. 经费不足 在县里 & *不是* _重点_');
  });

  it('shows a list of 200 whole, and its buttons at the end', async () => {
    const { id, code } = await open();
    const { seminars } = await bot.app.records();
    const window = await joined(7, code);
    const text = '基层单位工学矛盾突出，干部很难离岗参加集中培训，网络学习又缺少针对性';
    await seminars.change(
      Array.from({ length: 200 }, (_, at) => ({
        ...{ kind: 'contribute', session: id, person: 'p7', round: 'problem' },
        ...{ id: `${id}-${at}`, text: `${text}${at}` },
      })),
    );
    const suggested = await steer(code, '结束收集，开始归并', '归并建议');
    expect(labelsOf(last(suggested))).toContain('返回');
    await steer(code, '开始投票');
    const list = await window.say('研讨');
    expect(list.length).toBeGreaterThan(1);
    for (const number of [1, 100, 200]) {
      expect(textOf(list)).toContain(`${number}. ${text}${number - 1}`);
    }
    expect(labelsOf(last(list))).toEqual(['看看进行到哪一步', '退出研讨']);
    const asked = last(await window.say('200 1 100'));
    expect(textOf(await window.tap(asked, '确认投票'))).toContain('已投票');
  });

  it('is joined in private alone', async () => {
    const { id, code } = await open();
    await bot.stop();
    await bot.serve({ access: { everyone: true, openChats: ['-77'] } });
    const group = openChat(bot, -77);
    const told = await group.say(`/seminar@ganxun_test_bot ${code}`, { from: 1 });
    expect(textOf(told)).toContain('其他人也能看到');
    expect(await (await bot.app.records()).seminars.participants(id)).toBe(0);
  });
});

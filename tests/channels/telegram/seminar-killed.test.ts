import { expect, it, onTestFinished } from 'vitest';
import { tally } from '../../../src/seminar/session/tally.ts';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { dataOf, openChat, settled } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { sessionOf } from '../../support/seminar.ts';
import { admitPeople } from './admit-people.ts';
import { end, startProcess, told } from './bot-process.ts';

/** Kills in the midst of collecting, and as many in the midst of voting; `npm run soak` has more. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 5);
const KILLS_IN_A_SEMINAR = 5;
const SEMINARS = Math.ceil(ROUNDS / KILLS_IN_A_SEMINAR);
const SEMINAR_MS = 150_000;
const PEOPLE = Array.from({ length: 200 }, (_, at) => 1001 + at);
const TRAINER = 900;

it(`200 people contribute and vote, each once, ${ROUNDS} times killed in each`, {
  timeout: 30_000 + SEMINARS * SEMINAR_MS,
}, async () => {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  await admitPeople(bot, PEOPLE);
  await admitPeople(bot, [TRAINER], 'trainer');
  for (let number = 0; number < SEMINARS; number++) await holdSeminar(bot, number);
});

async function holdSeminar(bot: PlanBot, number: number): Promise<void> {
  const { seminars } = await bot.app.records();
  const code = String(200_000 + number);
  const id = `seminar-${number}`;
  const session = sessionOf(id, { code, owner: `p${TRAINER}` });
  await seminars.change([{ kind: 'open-session', session }]);
  const trainer = openChat(bot, TRAINER);
  const press = async (label: string) => {
    await trainer.say('研讨');
    return trainer.tap(await showing(bot, TRAINER, label), label);
  };

  await undisturbed(bot, async () => {
    for (const chat of PEOPLE) bot.api.say(chat, `研讨 ${code}`);
    await settled(bot);
    await trainer.say(code);
  });
  expect(await seminars.participants(id)).toBe(PEOPLE.length);

  const textOf = (chat: number) => `第${chat}位提的意见`;
  await killedOften(
    bot,
    (chat) => bot.api.say(chat, textOf(chat)),
    async () => (await seminars.contributions(id, 'problem')).length,
  );
  const given = await seminars.contributions(id, 'problem');
  expect(given.map(({ text }) => text).toSorted()).toEqual(PEOPLE.map(textOf).toSorted());
  expect(given.map((one) => one.number)).toEqual(PEOPLE.map((_, at) => at + 1));

  // Each votes for three of ten, so that every place on the list has points to lose or to double.
  const ballotOf = (chat: number) => [0, 3, 7].map((step) => ((chat + step) % 10) + 1);
  const asked = new Map<number, SentMessage>();
  await undisturbed(bot, async () => {
    await press('结束收集，开始归并');
    await press('开始投票');
    for (const chat of PEOPLE) bot.api.say(chat, ballotOf(chat).join(' '));
    await settled(bot);
    for (const chat of PEOPLE) asked.set(chat, await showing(bot, chat, '确认投票'));
  });
  const tapTwice = (chat: number) => {
    const message = asked.get(chat) as SentMessage;
    const data = dataOf(message, '确认投票');
    bot.api.tap(message, data);
    bot.api.tap(message, data);
  };
  await killedOften(bot, tapTwice, () => seminars.ballots(id, 'problem'));
  expect(await seminars.ballots(id, 'problem')).toBe(PEOPLE.length);
  const lines = tally(given, await seminars.votes(id, 'problem'));
  const points = new Map(lines.map((line) => [line.contribution.number, line.points]));
  const expected = new Map<number, number>();
  for (const chat of PEOPLE) {
    for (const [place, one] of ballotOf(chat).entries()) {
      expected.set(one, (expected.get(one) ?? 0) + 3 - place);
    }
  }
  for (const [one, sum] of expected) expect([one, points.get(one)]).toEqual([one, sum]);
  expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(6 * PEOPLE.length);

  await undisturbed(bot, async () => {
    await press('结束投票，公布结果');
    await press('结束研讨');
    await trainer.tap(await showing(bot, TRAINER, '确定结束'), '确定结束');
  });
  expect((await seminars.session(id))?.closedAt).not.toBeNull();
}

/** Lets a process work to its end. */
async function undisturbed(bot: PlanBot, work: () => Promise<void>): Promise<void> {
  const child = startProcess(bot);
  await told(child, /开始应答/u);
  await work();
  await end(child, 'SIGTERM');
}

/**
 * Has everyone act, a portion at a time, and kills the process when some of the portion is kept and
 * some is not; the last process ends what is left.
 */
async function killedOften(
  bot: PlanBot,
  act: (chat: number) => unknown,
  kept: () => Promise<number>,
): Promise<void> {
  const portion = PEOPLE.length / KILLS_IN_A_SEMINAR;
  let inMidst = 0;
  for (let kills = 0; kills < KILLS_IN_A_SEMINAR; kills++) {
    const child = startProcess(bot);
    await told(child, /开始应答/u);
    const acting = PEOPLE.slice(kills * portion, (kills + 1) * portion);
    const seen = await kept();
    const some = 1 + Math.floor((Math.random() * portion) / 2);
    for (const chat of acting) act(chat);
    await expect.poll(kept, { interval: 1, timeout: 20_000 }).toBeGreaterThanOrEqual(seen + some);
    await end(child, 'SIGKILL');
    if ((await kept()) < acting.length * (kills + 1)) inMidst++;
  }
  expect(inMidst).toBeGreaterThan(0);
  await undisturbed(bot, () => settled(bot));
}

/**
 * The latest message with a button. A busy machine may lose its lease for a moment, and a word in the
 * place of the reply then offers it again.
 */
async function showing(bot: PlanBot, chat: number, label: string): Promise<SentMessage> {
  const window = openChat(bot, chat);
  const has = ({ reply_markup }: SentMessage, text: string) =>
    reply_markup?.inline_keyboard.flat().some((one) => one.text === text) === true;
  const doubted = window.shown().at(-1);
  if (doubted !== undefined && has(doubted, '重新显示')) await window.tap(doubted, '重新显示');
  const found = window.shown().findLast((message) => has(message, label));
  if (found === undefined) throw new Error(`Expected a button "${label}" in chat ${chat}`);
  return found;
}

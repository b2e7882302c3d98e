import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { addDeliveries, reportOf, unreachedIn } from './add-deliveries.ts';
import { end, startProcess, told } from './bot-process.ts';
import { fastClock } from './fast-clock.ts';
import { meetPeople } from './meet-people.ts';

/** `npm run soak` runs many more. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 5);
const ROUND_MS = 15_000;
const RECIPIENTS = 80;
const SPEED = 4;
const MOST_IN_DOUBT = 8;
const TEXT = '本周的学习内容是《规划》第三编。';

const bin = findPostgres();
if (bin === null) console.warn('PostgreSQL is not installed: its tests are skipped.');

describe.skipIf(bin === null)('two processes on one PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin as string);
  }, 60_000);
  afterAll(() => server.stop());

  async function makeBot(): Promise<PlanBot> {
    const settings = { DATABASE_URL: await server.makeDatabase() };
    const bot = await makePlanBot(settings, { now: fastClock(SPEED) });
    onTestFinished(bot.close);
    bot.api.limit({ perSecond: 30, perChatPerSecond: 1 });
    return bot;
  }

  it(`send nothing twice, ${ROUNDS} times one of them killed at random`, {
    timeout: 60_000 + ROUNDS * ROUND_MS,
  }, async () => {
    const bot = await makeBot();
    const serving = startProcess(bot, { speed: SPEED });
    await told(serving, /开始应答/u);
    const waiting = startProcess(bot, { speed: SPEED });
    await told(waiting, /等待接替/u);
    let pair: readonly [ChildProcess, ChildProcess] = [serving, waiting];
    let kills = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const chats = chatsOf(round);
      await meetPeople(bot, chats);
      await addDeliveries(bot.app, chats, { text: TEXT });
      const some = Math.floor(Math.random() * RECIPIENTS);
      await bot.api.until(() => reached(bot, chats) > some, 'some are sent', ROUND_MS);
      const isFirst = Math.random() < 0.5;
      const [killed, left] = isFirst ? pair : [pair[1], pair[0]];
      await end(killed, 'SIGKILL');
      kills++;
      pair = [left, startProcess(bot, { speed: SPEED })];
      await sentAll(bot);
      await expectOnce(bot, chats);
    }
    const { sent, uncertain, failed } = await reportOf(bot.app);
    expect(uncertain).toBeLessThanOrEqual(kills * MOST_IN_DOUBT);
    expect([sent + uncertain, failed]).toEqual([ROUNDS * RECIPIENTS, []]);
    console.info(`${kills} kills, ${uncertain} of ${ROUNDS * RECIPIENTS} in doubt`);
    await Promise.all(pair.map((child) => end(child, 'SIGTERM')));
  });

  it('send nothing twice where one that was suspended wakes up', async () => {
    const bot = await makeBot();
    const first = startProcess(bot, { speed: SPEED });
    await told(first, /开始应答/u);
    const second = startProcess(bot, { speed: SPEED });
    await told(second, /等待接替/u);
    const chats = chatsOf(0);
    await meetPeople(bot, chats);
    await addDeliveries(bot.app, chats, { text: TEXT });
    await bot.api.until(() => reached(bot, chats) > 20, 'some are sent', ROUND_MS);
    const taken = told(second, /开始应答/u);
    first.kill('SIGSTOP');
    const before = reached(bot, chats);
    await taken;
    await bot.api.until(() => reached(bot, chats) > before + 10, 'the second sends', ROUND_MS);
    const givenWay = told(first, /等待接替/u);
    first.kill('SIGCONT');
    await givenWay;
    await sentAll(bot);
    await expectOnce(bot, chats);
    await Promise.all([first, second].map((child) => end(child, 'SIGTERM')));
  });
});

function chatsOf(round: number): number[] {
  return Array.from({ length: RECIPIENTS }, (_, at) => 1000 * (round + 1) + at);
}

function reached({ api }: PlanBot, chats: readonly number[]): number {
  return chats.filter((chat) => api.messages(chat).length > 0).length;
}

async function sentAll(bot: PlanBot): Promise<void> {
  await expect
    .poll(async () => (await reportOf(bot.app)).waiting, { interval: 50, timeout: ROUND_MS })
    .toBe(0);
}

/** Each has the message once; whoever may not have it is known as such. */
async function expectOnce(bot: PlanBot, chats: readonly number[]): Promise<void> {
  const unreached = await unreachedIn(bot.app);
  const times = (chat: number) => bot.api.messages(chat).length;
  expect(chats.filter((chat) => times(chat) > 1)).toEqual([]);
  expect(chats.filter((chat) => times(chat) === 0 && !unreached.has(chat))).toEqual([]);
  const inDoubt = chats.filter((chat) => unreached.get(chat) === 'uncertain');
  expect(inDoubt.length).toBeLessThanOrEqual(MOST_IN_DOUBT);
}

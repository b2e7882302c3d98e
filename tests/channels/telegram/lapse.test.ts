import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { LeaseStore } from '../../../src/lease.ts';
import { settled } from '../../support/chat-window.ts';
import { IN_FORCE, makePlanBot } from '../../support/plan-bot.ts';
import { type StagedReply, setStage, text } from '../../support/staged-replies.ts';

const ME = 7;
const ANSWER = '先向班主任请假。';
/** The life is by the clock alone, which the test sets ahead. */
const TIMES = { lifeMs: 60_000, renewMs: 20 };
/** Milliseconds in which the sending of an answer comes upon the lapse. */
const LEFT_WITHIN_MS = 200;

it('sends an answer that a lapsed lease held back, although the lease is given after all', async () => {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  let aheadMs = 0;
  const clock = { now: () => new Date(IN_FORCE.now().getTime() + aheadMs) };
  const { stage, give, leases } = stageLeases((await bot.app.records()).leases);
  const { around, next } = setStage();
  await bot.serve({ around, parts: { clock, leases, leaseTimes: TIMES } });
  const askedOnceMore = () => {
    const before = stage.asked;
    return expect.poll(() => stage.asked, { timeout: 10_000 }).toBeGreaterThan(before);
  };

  bot.api.say(ME, '怎么请假？');
  const reply = await next();
  stage.mode = 'fails';
  await askedOnceMore();
  aheadMs += TIMES.lifeMs / 2;
  // Asked for while the lease is held, and given when it has lapsed.
  stage.mode = 'waits';
  await askedOnceMore();
  aheadMs += TIMES.lifeMs / 2;
  answer(reply);
  await pause(LEFT_WITHIN_MS);
  expect(bot.api.messages(ME)).toEqual([]);
  stage.mode = 'gives';
  give();

  answer(await next());
  await settled(bot);
  expect(bot.api.messages(ME).map((one) => one.text)).toEqual([ANSWER]);
});

function answer(reply: StagedReply): void {
  reply.begin();
  reply.block(text(ANSWER));
  reply.end();
}

/** Leases that are given at once, not at all, or when the test says so. */
function stageLeases(leases: LeaseStore) {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  const stage = { mode: 'gives' as 'gives' | 'fails' | 'waits', asked: 0 };
  const take: LeaseStore['take'] = async (...all) => {
    stage.asked++;
    if (stage.mode === 'fails') throw new Error('database is locked');
    if (stage.mode === 'waits') await given;
    return leases.take(...all);
  };
  return { stage, give, leases: { ...leases, take } };
}

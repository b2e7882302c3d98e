import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/delivery/post/pace.ts';

const SECOND = 1000;

/** Sends one after the other to chats, at the first moment at which each may go. */
function sendThrough(
  rate: number,
  chats: readonly string[],
  lateness: readonly number[],
): { readonly at: number; readonly chat: string }[] {
  let now = 0;
  const pace = createPace({ perSecond: rate, now: () => now });
  return chats.map((chat, number) => {
    for (let ms = pace.delay(chat); ms > 0; ms = pace.delay(chat)) {
      now += ms + (lateness[number % lateness.length] ?? 0);
    }
    pace.start(chat);
    return { at: now, chat };
  });
}

/** The most that started within a second, its end left out. */
function mostInASecond(times: readonly number[]): number {
  const within = (at: number) =>
    // The sum of a time and a second is not always exact.
    times.filter((one) => one >= at && one < at + SECOND - 1e-6).length;
  return Math.max(0, ...times.map(within));
}

const RATE = fc.integer({ min: 1, max: 30 });
/** Milliseconds by which a busy process is late, now and then much. */
const LATENESS = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 900 }) },
  ),
  { minLength: 1, maxLength: 100 },
);

describe('the pace of messages', () => {
  it('never holds more than the rate in any second, however late the process is', () => {
    fc.assert(
      fc.property(RATE, LATENESS, (rate, lateness) => {
        const chats = Array.from({ length: rate * 5 }, (_, at) => String(at));
        const times = sendThrough(rate, chats, lateness).map(({ at }) => at);
        expect(mostInASecond(times)).toBeLessThanOrEqual(rate);
      }),
    );
  });

  it('never has two in a second for one chat', () => {
    const few = fc.array(fc.constantFrom('1', '2', '3'), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(RATE, few, LATENESS, (rate, chats, lateness) => {
        const sent = sendThrough(rate, chats, lateness);
        for (const chat of ['1', '2', '3']) {
          const times = sent.filter((one) => one.chat === chat).map(({ at }) => at);
          expect(mostInASecond(times)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is even where the process keeps up', () => {
    const chats = Array.from({ length: 100 }, (_, at) => String(at));
    const times = sendThrough(25, chats, [0]).map(({ at }) => at);
    expect(times).toEqual(chats.map((_, at) => at * 40));
  });

  it('makes up for what a busy process missed, at twice the speed at most', () => {
    const chats = Array.from({ length: 100 }, (_, at) => String(at));
    const lateness = [300, ...Array.from({ length: 99 }, () => 0)];
    const times = sendThrough(25, ['a', ...chats], lateness.toReversed()).map(({ at }) => at);
    for (const [at, time] of times.entries()) {
      if (at > 0) expect(time - (times[at - 1] as number)).toBeGreaterThanOrEqual(20);
    }
    expect(times.at(-1)).toBeLessThanOrEqual(100 * 40 + 300);
  });

  it('does not make up for a time in which there was nothing to send', () => {
    let now = 0;
    const pace = createPace({ perSecond: 10, now: () => now });
    pace.start('1');
    now = 5000;
    pace.rest();
    expect(pace.delay('2')).toBe(0);
    pace.start('2');
    expect(pace.delay('3')).toBe(100);
  });

  it('lets replies take their share, and never lets them wait', () => {
    let now = 0;
    const pace = createPace({ perSecond: 10, now: () => now });
    pace.start('1');
    pace.reply('2');
    expect(pace.delay('3')).toBe(200);
    for (let at = 0; at < 30; at++) pace.reply(`r${at}`);
    // They filled a second, and no more than one.
    expect(pace.delay('3')).toBe(SECOND);
    now = 999;
    expect(pace.delay('3')).toBe(1);
    now = 1000;
    expect(pace.delay('3')).toBe(0);
  });

  it('starts nothing in a second that replies have filled', () => {
    const calls = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 80 })), {
      minLength: 50,
      maxLength: 200,
    });
    fc.assert(
      fc.property(RATE, calls, (rate, all) => {
        let now = 0;
        const pace = createPace({ perSecond: rate, now: () => now });
        const spent: number[] = [];
        for (const [number, [isReply, ms]] of all.entries()) {
          now += ms;
          const chat = String(number);
          if (isReply) pace.reply(chat);
          else if (pace.delay(chat) === 0) {
            const inSecond = spent.filter((at) => at > now - SECOND + 1e-6).length;
            expect(inSecond).toBeLessThan(rate);
            pace.start(chat);
          } else continue;
          spent.push(now);
        }
      }),
    );
  });

  it('sends nothing to a chat that just had a reply, and goes on with others', () => {
    const pace = createPace({ perSecond: 1000, now: () => 0 });
    pace.reply('1');
    expect(pace.chatDelay('1')).toBeGreaterThanOrEqual(SECOND);
    expect(pace.delay('1')).toBeGreaterThanOrEqual(SECOND);
    expect(pace.delay('2')).toBeLessThanOrEqual(1);
  });

  it('waits as long as it is asked to, the longest word counting', () => {
    let now = 0;
    const pace = createPace({ perSecond: 25, now: () => now });
    pace.hold(3000);
    pace.hold(1000);
    expect(pace.held()).toBeGreaterThanOrEqual(3000);
    expect(pace.delay('1')).toBeGreaterThanOrEqual(3000);
    now = 3500;
    expect([pace.held(), pace.delay('1')]).toEqual([0, 0]);
    pace.start('1');
    // What was held back does not come in a burst.
    expect(pace.delay('2')).toBeGreaterThanOrEqual(20);
  });
});

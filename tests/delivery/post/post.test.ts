import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/delivery/outbox.ts';
import { createBell } from '../../../src/delivery/post/bell.ts';
import { createPace, type Pace } from '../../../src/delivery/post/pace.ts';
import { runPost } from '../../../src/delivery/post/post.ts';
import type { Attempt, PostParts } from '../../../src/delivery/post/post-parts.ts';
import { LeaseLost } from '../../../src/lease.ts';
import { createOutboxDouble, type OutboxDouble } from './outbox-double.ts';
import { type SimulatedTime, simulateTime } from './simulated-time.ts';

const RATE = 25;
const SENT: Attempt = { outcome: { kind: 'sent' }, holdMs: 0 };

interface Sent {
  readonly id: string;
  readonly key: string;
  readonly at: number;
}

interface Post {
  readonly time: SimulatedTime;
  readonly outbox: OutboxDouble;
  readonly pace: Pace;
  /** Every attempt, in order. */
  readonly sent: Sent[];
  readonly logged: string[];
  /** Runs until a condition holds, then until the post has stopped. */
  until(condition: () => boolean): Promise<void>;
  readonly stopping: AbortController;
  readonly cutOff: AbortController;
}

interface Settings extends Partial<PostParts> {
  readonly lateness?: () => number;
  /** What becomes of each attempt, and when. */
  attempt?(message: Outgoing, post: Post): Promise<Attempt>;
}

function makePost({ lateness, attempt, ...changes }: Settings = {}): Post {
  const time = simulateTime(lateness);
  const pace = createPace({ perSecond: RATE, now: time.now });
  const [stopping, cutOff] = [new AbortController(), new AbortController()];
  const outbox = createOutboxDouble();
  const sent: Sent[] = [];
  const logged: string[] = [];
  const log = (fields: object, message: string) => logged.push(JSON.stringify({ fields, message }));
  const parts: PostParts = {
    ...{ outbox, channel: 'telegram', holder: 'me', pace, now: time.now, wait: time.wait },
    clock: { now: () => new Date(0) },
    ...{ signal: stopping.signal, cutOff: cutOff.signal, check: () => {} },
    ...{ lookMs: 1000, retryMs: 3000, bell: null, log: { warn: log, error: log } },
    send: async (message) => {
      sent.push({ id: message.id, key: message.key, at: time.now() });
      if (attempt !== undefined) return attempt(message, post);
      await time.wait(200);
      return SENT;
    },
    ...changes,
  };
  const until = async (condition: () => boolean) => {
    const running = runPost(parts);
    const watching = (async () => {
      while (!condition()) await time.wait(10);
      stopping.abort();
    })();
    await time.run(Promise.all([running, watching]));
  };
  const post: Post = { time, outbox, pace, sent, logged, until, stopping, cutOff };
  return post;
}

function addMany(outbox: OutboxDouble, count: number): void {
  for (let at = 0; at < count; at++) outbox.add(`m${at}`, `${at}`);
}

function statesOf({ rows }: OutboxDouble): string[] {
  return rows.map(({ state }) => state);
}

const isDone = (outbox: OutboxDouble) => () =>
  statesOf(outbox).every((state) => state !== 'ready' && state !== 'sending');

/** Messages a second from the first to the last. */
function rateOf(sent: readonly Sent[]): number {
  const [first, last] = [sent[0] as Sent, sent.at(-1) as Sent];
  return ((sent.length - 1) * 1000) / (last.at - first.at);
}

describe('the post', () => {
  it('sends each message once, in order, at nine tenths and a half of the rate, on a busy process', async () => {
    // Late by up to 20 ms, and every hundredth time by half a second.
    let calls = 0;
    const lateness = () => (++calls % 400 === 0 ? 500 : (calls * 7) % 21);
    const post = makePost({ lateness });
    addMany(post.outbox, 2000);
    await post.until(isDone(post.outbox));
    expect(post.sent.map(({ id }) => id)).toEqual(
      post.outbox.rows.map(({ message }) => message.id),
    );
    expect(rateOf(post.sent)).toBeGreaterThanOrEqual(0.95 * RATE);
    const times = post.sent.map(({ at }) => at);
    for (const [at, time] of times.entries()) {
      const before = times[at - RATE];
      if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(1000 - 1e-6);
    }
    expect(post.outbox.mostSending).toBeLessThanOrEqual(8);
  });

  it('has eight on their way at most, however slow the channel is', async () => {
    const post = makePost({
      attempt: async (_, { time }) => {
        await time.wait(5000);
        return SENT;
      },
    });
    addMany(post.outbox, 40);
    await post.until(isDone(post.outbox));
    expect(post.outbox.mostSending).toBe(8);
  });

  it('writes results down together that come while others are being written', async () => {
    const post = makePost({
      attempt: async (_, { time }) => {
        await time.wait(1000 - (time.now() % 1000));
        return SENT;
      },
    });
    post.outbox.delay = () => post.time.wait(5);
    addMany(post.outbox, 40);
    await post.until(isDone(post.outbox));
    expect(Math.max(...post.outbox.settled)).toBeGreaterThan(1);
    expect(statesOf(post.outbox)).toEqual(Array(40).fill('sent'));
  });

  it('lets a message step aside for others whose chat just had one', async () => {
    const post = makePost();
    for (let at = 0; at < 60; at++) post.outbox.add(`same${at}`, 'same');
    addMany(post.outbox, 50);
    await post.until(isDone(post.outbox));
    const same = post.sent.filter(({ key }) => key === 'same');
    const others = post.sent.filter(({ key }) => key !== 'same');
    expect(same.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, at) => `same${at}`));
    for (const [at, { at: time }] of same.entries()) {
      if (at > 0) expect(time - (same[at - 1] as Sent).at).toBeGreaterThanOrEqual(1000);
    }
    expect((others.at(-1) as Sent).at - (post.sent[0] as Sent).at).toBeLessThanOrEqual(55 * 40);
  });

  it('sends a chat its next message after the one before has come to its end', async () => {
    const ended: number[] = [];
    const post = makePost({
      attempt: async (_, { time }) => {
        await time.wait(5000);
        ended.push(time.now());
        return SENT;
      },
    });
    for (const id of ['a', 'b', 'c']) post.outbox.add(id, 'same');
    await post.until(isDone(post.outbox));
    expect(post.sent.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect((post.sent[1] as Sent).at).toBeGreaterThanOrEqual(ended[0] as number);
    expect((post.sent[2] as Sent).at).toBeGreaterThanOrEqual(ended[1] as number);
  });

  it('lets a message step aside whose chat has a reply just then, and no other with it', async () => {
    const post = makePost({
      attempt: async (message, { pace }) => {
        if (message.id === 'm0') pace.reply('2');
        return SENT;
      },
    });
    addMany(post.outbox, 10);
    await post.until(isDone(post.outbox));
    const at = (id: string) => post.sent.find((one) => one.id === id)?.at ?? Number.NaN;
    expect(at('m2') - at('m0')).toBeGreaterThanOrEqual(1000);
    expect(at('m9') - at('m0')).toBeLessThanOrEqual(12 * 40);
    expect(post.sent).toHaveLength(10);
  });

  it('lets replies go first', async () => {
    const replied: number[] = [];
    const post = makePost({
      attempt: async (message, { time, pace }) => {
        // A crowd asks after the tenth message.
        if (message.id === 'm9') {
          for (let at = 0; at < RATE; at++) pace.reply(`r${at}`);
          replied.push(time.now());
        }
        return SENT;
      },
    });
    addMany(post.outbox, 30);
    await post.until(isDone(post.outbox));
    const [at = 0] = replied;
    expect(post.sent.filter((one) => one.at > at && one.at < at + 1000)).toEqual([]);
  });

  it('gives all a rest after a flood, and keeps nothing on its way meanwhile', async () => {
    let floods = 1;
    const post = makePost({
      attempt: async (message, { time }) => {
        await time.wait(100);
        if (message.id !== 'm5' || floods-- <= 0) return SENT;
        return { outcome: { kind: 'again' }, holdMs: 7000 };
      },
    });
    addMany(post.outbox, 20);
    let wasSending = -1;
    const flood = () => post.sent.find(({ id }) => id === 'm5')?.at ?? Infinity;
    await post.until(() => {
      if (post.time.now() > flood() + 1000 && wasSending < 0) {
        wasSending = statesOf(post.outbox).filter((state) => state === 'sending').length;
      }
      return isDone(post.outbox)();
    });
    const told = flood() + 100;
    expect(post.sent.filter(({ at }) => at > told && at < told + 7000)).toEqual([]);
    expect(wasSending).toBe(0);
    expect(statesOf(post.outbox)).toEqual(Array(20).fill('sent'));
    expect(post.sent).toHaveLength(21);
  });

  it('takes what others left on its way for uncertain, and does not send it', async () => {
    const post = makePost();
    addMany(post.outbox, 3);
    await post.outbox.begin(['m0', 'm1'], 'another', new Date(0));
    await post.until(isDone(post.outbox));
    expect(statesOf(post.outbox)).toEqual(['uncertain', 'uncertain', 'sent']);
    expect(post.sent.map(({ id }) => id)).toEqual(['m2']);
  });

  it('begins nothing once it is told to stop, and waits for what is on its way', async () => {
    const post = makePost();
    addMany(post.outbox, 50);
    await post.until(() => post.sent.length === 10);
    const states = statesOf(post.outbox);
    expect(states.filter((state) => state === 'sent')).toHaveLength(post.sent.length);
    expect(post.sent.length).toBeLessThan(12);
    expect(states.filter((state) => state === 'ready')).toHaveLength(50 - post.sent.length);
  });

  it('ends although a message is never answered, and leaves that one in doubt', async () => {
    const post = makePost({ attempt: () => new Promise(() => {}) });
    addMany(post.outbox, 1);
    post.stopping.signal.addEventListener('abort', async () => {
      await post.time.wait(8000);
      post.cutOff.abort();
    });
    await post.until(() => post.sent.length === 1);
    expect(statesOf(post.outbox)).toEqual(['sending']);
  });

  it('sends nothing after it lost the lease', async () => {
    let isLost = false;
    const check = () => {
      if (isLost) throw new LeaseLost('lost');
    };
    const post = makePost({ check });
    addMany(post.outbox, 50);
    const run = post.until(() => {
      isLost ||= post.sent.length === 10;
      return isLost && post.time.now() > (post.sent[9] as Sent).at + 5000;
    });
    await expect(run).rejects.toThrow(LeaseLost);
    expect(post.sent).toHaveLength(10);
  });

  it('puts back what the channel did not send, since the lease was lost at the last moment', async () => {
    const post = makePost({
      attempt: async (message) => {
        if (message.id === 'm1') throw new LeaseLost('lost');
        return SENT;
      },
    });
    addMany(post.outbox, 2);
    await post.until(() => post.sent.length >= 2 && statesOf(post.outbox)[1] === 'ready');
    expect(statesOf(post.outbox)).toEqual(['sent', 'ready']);
  });

  it.each(['ready', 'begin', 'settle', 'giveUp'] as const)(
    'waits for records that are locked (%s), loses nothing and doubles nothing',
    async (method) => {
      const post = makePost();
      addMany(post.outbox, 30);
      post.outbox.lock(method, 3);
      await post.until(isDone(post.outbox));
      expect(statesOf(post.outbox)).toEqual(Array(30).fill('sent'));
      expect(new Set(post.sent.map(({ id }) => id)).size).toBe(post.sent.length);
      expect(post.logged.join()).toContain('记录库正被其他程序占用');
    },
  );

  it('does not make up for a time in which there was nothing to send', async () => {
    const post = makePost({ attempt: async () => SENT });
    const begun = post.time.now();
    await post.until(() => {
      if (post.outbox.rows.length === 0 && post.time.now() > begun + 5500) addMany(post.outbox, 20);
      return post.sent.length === 20;
    });
    const [first, last] = [post.sent[0] as Sent, post.sent.at(-1) as Sent];
    expect(last.at - first.at).toBeGreaterThanOrEqual(19 * 40);
  });

  it('takes for uncertain what others write down late, as one that was suspended may', async () => {
    const post = makePost();
    const begun = post.time.now();
    await post.until(() => {
      if (post.outbox.rows.length === 0 && post.time.now() > begun + 5000) {
        addMany(post.outbox, 1);
        void post.outbox.begin(['m0'], 'another', new Date(0));
      }
      return post.time.now() > begun + 65_000;
    });
    expect(statesOf(post.outbox)).toEqual(['uncertain']);
    expect(post.sent).toEqual([]);
  });

  it('asks again after a while where there was nothing, and at once when it is told', async () => {
    const bell = createBell();
    const post = makePost({ bell });
    const begun = post.time.now();
    const steps = [
      () => {
        post.outbox.add('a', '1');
        bell.ring();
      },
      () => post.outbox.add('b', '2'),
    ];
    let added = begun;
    await post.until(() => {
      if (post.time.now() > added + 2500 && steps.length > 0) {
        steps.shift()?.();
        added = post.time.now();
      }
      return steps.length === 0 && isDone(post.outbox)() && post.sent.length === 2;
    });
    const [first, second] = post.sent as [Sent, Sent];
    expect(first.at - begun).toBeLessThan(2600);
    expect(second.at - added).toBeGreaterThan(0);
    expect(second.at - added).toBeLessThanOrEqual(1000);
  });
});

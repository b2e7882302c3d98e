import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { begin, end, gate, words } from './fake-conversation.ts';
import { eventsIn, openReply, STREAM, streamed, WHOLE } from './reader.ts';
import { type ServiceOptions, startService } from './web-service.ts';

const ONE = { cookie: `ganxun_visitor=${'a'.repeat(43)}` };
const OTHER = { cookie: `ganxun_visitor=${'b'.repeat(43)}` };
/** Long enough to come back in, on a busy machine too. */
const GRACE_MS = 1500;

/** A service whose replies begin, and end when a test opens the gate or the reader has left. */
async function slowService(options: ServiceOptions = {}) {
  const service = await startService({}, { returnMs: GRACE_MS, ...options });
  const { opened, open: letGo } = gate();
  service.conversation.reply = async (_, emit, left) => {
    emit(begin);
    const cut = new Promise<string>((resolve) => {
      left.addEventListener('abort', () => resolve('到此为止'));
    });
    emit(words(await Promise.race([opened.then(() => '全部'), cut])));
    emit(end);
  };
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= service.close();
    return closing;
  };
  onTestFinished(() => {
    letGo();
    return close();
  });
  const { heard, left } = service.conversation;
  return {
    ...service,
    letGo,
    close,
    /** Asks, and waits until the message is being answered. */
    ask: async (headers: Record<string, string>, id = 'm-1') => {
      const before = heard.length;
      const reader = openReply(service.port, { id, text: '您好' }, headers);
      await vi.waitFor(() => expect(heard).toHaveLength(before + 1));
      if (headers.accept === STREAM.accept) {
        await vi.waitFor(() => expect(reader.text()).toBe(streamed(begin)));
      }
      return reader;
    },
    hasLeft: (at: number) => left[at]?.aborted,
  };
}

describe.each([
  ['a stream', { ...ONE, ...STREAM }],
  ['a whole reply', { ...ONE, ...WHOLE }],
])('whoever reads %s', (_, headers) => {
  it('and leaves for good has the reply cut short, and kept', async () => {
    const service = await slowService({ returnMs: 50 });
    const reader = await service.ask(headers);
    expect(service.hasLeft(0)).toBe(false);
    reader.leave();
    await vi.waitFor(() => expect(service.hasLeft(0)).toBe(true));
    await vi.waitFor(() => expect(service.conversation.finished).toBe(1));
  });

  it('and comes back in time has it to its end', async () => {
    const service = await slowService();
    const reader = await service.ask(headers);
    reader.leave();
    await sleep(100);
    const again = await service.ask(headers);
    await sleep(GRACE_MS * 2);
    expect([service.hasLeft(0), service.hasLeft(1)]).toEqual([false, false]);
    service.letGo();
    await again.ended;
    expect(again.text()).toContain('全部');
  });

  it('beside another keeps it from being cut short by that one', async () => {
    const service = await slowService({ returnMs: 50 });
    const [first, second] = [await service.ask(headers), await service.ask(headers)];
    first.leave();
    await sleep(500);
    expect([service.hasLeft(0), service.hasLeft(1)]).toEqual([false, false]);
    second.leave();
    await vi.waitFor(() => {
      expect([service.hasLeft(0), service.hasLeft(1)]).toEqual([true, true]);
    });
  });
});

describe('leaving', () => {
  const headers = { ...ONE, ...STREAM };

  it('concerns one message of one person alone', async () => {
    const service = await slowService({ returnMs: 50 });
    const reader = await service.ask(headers);
    await service.ask(headers, 'm-2');
    await service.ask({ ...OTHER, ...STREAM });
    reader.leave();
    await vi.waitFor(() => expect(service.hasLeft(0)).toBe(true));
    await sleep(500);
    expect([service.hasLeft(1), service.hasLeft(2)]).toEqual([false, false]);
  });

  it('for too long gives a later message under the same id a reply of its own', async () => {
    const service = await slowService({ returnMs: 50 });
    const reader = await service.ask(headers);
    reader.leave();
    await vi.waitFor(() => expect(service.hasLeft(0)).toBe(true));
    const late = await service.ask(headers);
    expect(service.hasLeft(1)).toBe(false);
    service.letGo();
    await late.ended;
    expect(eventsIn(late.text())).toEqual([begin, words('全部'), end]);
  });

  it('after the end aborts nothing', async () => {
    const service = await slowService({ returnMs: 50 });
    const reader = await service.ask(headers);
    service.letGo();
    await reader.ended;
    reader.leave();
    await sleep(500);
    expect(service.hasLeft(0)).toBe(false);
  });
});

describe('a service that closes', () => {
  it('cuts short what does not end within its grace, and still sends it', async () => {
    const service = await slowService({ graceMs: 200 });
    const readers = [await service.ask({ ...ONE, ...STREAM }), await service.ask(OTHER)];
    await Promise.all([service.close(), ...readers.map(({ ended }) => ended)]);
    expect([service.hasLeft(0), service.hasLeft(1)]).toEqual([true, true]);
    for (const reader of readers) expect(reader.text()).toContain('到此为止');
  });
});

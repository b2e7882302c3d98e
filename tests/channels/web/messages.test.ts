import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { begin, end, gate, words } from './fake-conversation.ts';
import { eventsIn, openReply, STREAM, streamed, WHOLE } from './reader.ts';
import { startService, type TestService } from './web-service.ts';

const EVENTS = streamed(begin, words('您好'), end);

let service: TestService;
let normal: TestService['conversation']['reply'];
beforeAll(async () => {
  service = await startService();
  normal = service.conversation.reply;
});
beforeEach(() => {
  service.conversation.reply = normal;
  service.conversation.heard.length = 0;
  service.log.length = 0;
});
afterAll(() => service.close());

const heard = () => service.conversation.heard;
const errors = () => service.log.filter(({ level }) => level === 'error');

/** A cookie of a person of its own. */
const someone = () => ({ cookie: `ganxun_visitor=${randomBytes(32).toString('base64url')}` });

describe('a message', () => {
  it('is answered in one piece', async () => {
    const answer = await service.say({ id: 'm-1', text: '您好' });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      placement: 'turn',
      turn: 'turn-1',
      blocks: [{ kind: 'text', tone: 'plain', text: '您好' }],
    });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(heard()).toMatchObject([{ message: 'm-1', said: { kind: 'text', text: '您好' } }]);
  });

  it('is answered event by event where that is asked for', async () => {
    for (const accept of ['text/event-stream', 'text/event-stream, */*;q=0.1']) {
      const answer = await service.say({ text: '您好' }, { accept });
      expect([answer.status, answer.text]).toEqual([200, EVENTS]);
    }
  });

  it('may be a tapped button, and gets an id where it has none', async () => {
    await service.say({ action: 'set:1' });
    await service.say({ action: 'set:1' });
    expect(heard()).toMatchObject([{ said: { kind: 'action', action: 'set:1' } }, {}]);
    expect(heard()[0]?.message).toMatch(/^[\w-]{36}$/u);
    expect(heard()[0]?.message).not.toBe(heard()[1]?.message);
  });

  it('may be empty or strange, which is for the conversation to judge', async () => {
    for (const text of ['', ' ', '\u0000', '\ud800', '<script>', 'x'.repeat(60_000)]) {
      expect((await service.say({ text })).status).toBe(200);
    }
  });

  it.each([
    ['nothing', {}],
    ['both', { text: 'a', action: 'b' }],
    ['an empty action', { action: '' }],
    ['a number', { text: 1 }],
    ['null', null],
    ['a list', [{ text: 'a' }]],
    ['an unknown key', { text: 'a', person: 'someone else' }],
    ['an empty id', { id: '', text: 'a' }],
    ['a long id', { id: 'x'.repeat(65), text: 'a' }],
    ['an id with other signs', { id: 'a/b', text: 'a' }],
    ['an id with a line break', { id: 'a\n', text: 'a' }],
    ['an id that is null', { id: null, text: 'a' }],
  ])('of the wrong shape is refused: %s', async (_, body) => {
    const answer = await service.say(body);
    expect([answer.status, answer.json?.error.code]).toEqual([400, 'bad-request']);
    expect(heard()).toEqual([]);
  });

  it.each([
    ['half of it', '{"text":"a'],
    ['nothing', ''],
    ['two', '{"text":"a"}{"text":"b"}'],
    ['deep', '['.repeat(60_000)],
    ['not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ])('of broken JSON is refused: %s', async (_, body) => {
    const answer = await service.ask('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, answer.json?.error.code]).toEqual([400, 'bad-json']);
  });

  it('is not fooled by a prototype', async () => {
    const answer = await service.ask('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"__proto__":{"text":"a"}}',
    });
    expect(answer.json?.error.code).toBe('bad-request');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('is refused as another type than JSON: "%s"', async (type) => {
    const answer = await service.say({ text: 'a' }, { 'content-type': type });
    expect([answer.status, answer.json?.error.code]).toEqual([415, 'wrong-type']);
  });

  it('may name a charset', async () => {
    const type = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await service.say({ text: 'a' }, type)).status).toBe(200);
  });
});

describe('a reply that is none', () => {
  it.each([{}, STREAM])('is refused in the words of the conversation: %o', async (headers) => {
    service.conversation.reply = async (_, emit) =>
      emit({ kind: 'refused', problem: '请输入问题。' });
    const answer = await service.say({ text: '' }, headers);
    expect(answer.status).toBe(422);
    expect(answer.json).toEqual({ error: { code: 'unreadable', message: '请输入问题。' } });
  });

  it.each([{}, STREAM])('that failed before it began says so: %o', async (headers) => {
    service.conversation.reply = async (_, emit) =>
      emit({ kind: 'failed', problem: '记录被占用，请稍后再发。' });
    const answer = await service.say({ text: 'a' }, headers);
    expect(answer.status).toBe(503);
    expect(answer.json).toEqual({
      error: { code: 'not-kept', message: '记录被占用，请稍后再发。' },
    });
  });

  it('that fails half-way says so in its last event, or instead of all', async () => {
    const failed = { kind: 'failed', problem: '没有保存下来。' } as const;
    service.conversation.reply = async (_, emit) => [begin, words('您好'), failed].forEach(emit);
    const answer = await service.say({ text: 'a' }, STREAM);
    expect(answer.status).toBe(200);
    expect(eventsIn(answer.text).at(-1)).toEqual(failed);
    const whole = await service.say({ text: 'a' });
    expect([whole.status, whole.json?.error.code]).toEqual([503, 'not-kept']);
  });

  it.each([
    ['throws', new Error('disk /var/secret is gone')],
    ['throws what is for people', new UserFacingError('disk /var/secret is gone')],
  ])('whose maker %s is told plainly and logged', async (_, error) => {
    service.conversation.reply = async () => {
      throw error;
    };
    for (const headers of [{}, STREAM]) {
      const answer = await service.say({ text: 'a' }, headers);
      expect([answer.status, answer.json?.error.code]).toEqual([500, 'internal']);
      expect(answer.json?.error.message).toContain('再试');
      expect(answer.text).not.toContain('secret');
    }
    expect(errors().map(({ fields }) => fields.err)).toEqual([error, error]);
  });

  it.each([
    ['throws half-way', new Error('defect')],
    ['stops half-way', null],
  ])('whose maker %s ends in an event that says so', async (_, error) => {
    service.conversation.reply = async (_, emit) => {
      emit(begin);
      if (error !== null) throw error;
    };
    const answer = await service.say({ text: 'a' }, STREAM);
    expect(eventsIn(answer.text).at(-1)).toMatchObject({
      kind: 'failed',
      problem: expect.stringContaining('再试'),
    });
    expect(errors()).toHaveLength(1);
    expect((await service.say({ text: 'a' })).status).toBe(500);
  });

  it('throws after its end without harm', async () => {
    service.conversation.reply = async (incoming, emit, left) => {
      await normal(incoming, emit, left);
      emit(words('late'));
      throw new Error('late');
    };
    expect((await service.say({ text: '您好' }, STREAM)).text).toBe(EVENTS);
    expect((await service.say({ text: '您好' })).status).toBe(200);
    expect(errors()).toHaveLength(2);
  });
});

describe('a slow reply', () => {
  it.each([
    ['before it begins', 0],
    ['in its midst', 1],
  ])('goes on when the browser leaves %s', async (_, when) => {
    const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')];
    const { opened, open: letGo } = gate();
    const { finished } = service.conversation;
    service.conversation.reply = async (_, emit) => {
      if (when > 0) emit(begin);
      await opened;
      if (when === 0) emit(begin);
      for (let count = 0; count < 1000; count += 1) emit(words('您好'.repeat(100)));
      emit(end);
    };
    for (const headers of [STREAM, WHOLE]) {
      const before = heard().length;
      const reader = openReply(service.port, { id: 'slow-1', text: '您好' }, headers);
      if (when > 0 && headers === STREAM)
        await vi.waitFor(() => expect(reader.text()).not.toBe(''));
      else await vi.waitFor(() => expect(heard()).toHaveLength(before + 1));
      reader.leave();
    }
    await vi.waitFor(() => expect(heard()).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 50));
    letGo();
    await vi.waitFor(() => expect(service.conversation.finished).toBe(finished + 2));
    service.conversation.reply = normal;
    expect((await service.say({ id: 'slow-1', text: '您好' }, STREAM)).text).toBe(EVENTS);
    expect(heard().at(-1)?.message).toBe('slow-1');
    expect(errors()).toEqual([]);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it('leaves a person eight at a time, and others none the fewer', async () => {
    const { opened, open: letGo } = gate();
    service.conversation.reply = async (incoming, emit, left) => {
      await opened;
      await normal(incoming, emit, left);
    };
    const [one, other] = [someone(), someone()];
    const waiting = Array.from({ length: 8 }, (_, at) =>
      service.say({ text: `${at}` }, at % 2 === 0 ? one : { ...one, ...STREAM }),
    );
    await vi.waitFor(() => expect(heard()).toHaveLength(8));
    const ninth = await service.say({ text: 'ninth' }, one);
    expect([ninth.status, ninth.json?.error.code]).toEqual([429, 'busy']);
    const others = service.say({ text: 'other' }, other);
    await vi.waitFor(() => expect(heard()).toHaveLength(9));
    letGo();
    expect((await Promise.all([...waiting, others])).map(({ status }) => status)).toEqual(
      Array(9).fill(200),
    );
    expect((await service.say({ text: 'ninth' }, one)).status).toBe(200);
  });
});

describe('a body that is too long', () => {
  const MEGABYTE = Buffer.alloc(1024 * 1024, 'a');
  async function* megabytes(count: number) {
    for (let sent = 0; sent < count; sent += 1) yield MEGABYTE;
  }
  const post = (headers: Record<string, string | number>, body: Buffer | AsyncIterable<Buffer>) =>
    service.ask('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it.each([
    ['with its length', { 'content-length': 10 * MEGABYTE.length }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
    ['as another type', { 'content-type': 'text/plain' }],
  ])('is read to its end and refused, %s', async (_, headers) => {
    const answer = await post(headers, megabytes(10));
    expect([answer.status, answer.json?.error.code]).toEqual([413, 'too-large']);
    expect(heard()).toEqual([]);
  });

  it('is not kept in memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    await post({}, megabytes(30));
    clearInterval(watch);
    expect(most).toBeLessThan(8 * MEGABYTE.length);
  });

  it('is cut off where it does not end', async () => {
    const answer = await post({}, megabytes(1000)).catch((error) => error.code);
    if (typeof answer === 'string') expect(['EPIPE', 'ECONNRESET']).toContain(answer);
    else expect(answer.status).toBe(413);
    expect((await service.say({ text: 'a' })).status).toBe(200);
  });

  it('begins above 64 KB', async () => {
    const body = (size: number) => Buffer.from(JSON.stringify({ text: 'x'.repeat(size - 11) }));
    expect((await post({}, body(65_536))).status).toBe(200);
    expect((await post({}, body(65_537))).status).toBe(413);
  });

  it('does no harm when it breaks off', async () => {
    const socket = connect(service.port, '127.0.0.1');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
        'Content-Length: 1000\r\n\r\n{"text":',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await vi.waitFor(() => expect(service.log.map(({ fields }) => fields.status)).toEqual([400]));
    expect(heard()).toEqual([]);
    expect(errors()).toEqual([]);
  });
});

it('logs neither what people say nor who they are', async () => {
  await service.say({ text: '这句话不能记下来' }, someone());
  await service.ask(
    '/api/conversation?before=不能记'.replace(/[^\x20-\x7e]+/u, encodeURIComponent),
  );
  expect(service.log).toMatchObject([
    { level: 'debug', fields: { method: 'POST', path: '/api/messages', status: 200 } },
    { level: 'debug', fields: { method: 'GET', path: '/api/conversation', status: 200 } },
  ]);
  expect(Object.keys(service.log[0]?.fields ?? {})).toEqual(['method', 'path', 'status', 'ms']);
});

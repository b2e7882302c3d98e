import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { serveWeb } from '../../../src/channels/web/serve-web.ts';
import { systemClock } from '../../../src/clock.ts';
import { UserFacingError } from '../../../src/errors.ts';
import { createDoor } from '../../../src/people/door.ts';
import type { Records } from '../../../src/storage/records.ts';
import { openTestRecords } from '../../support/test-records.ts';
import { begin, end, FakeConversation, gate } from './fake-conversation.ts';
import { STREAM } from './reader.ts';
import { PAGE, startService } from './web-service.ts';

/** What serving needs besides an address and a page. */
function bare({ people }: Records) {
  const door = createDoor(people, { everyone: true, openChats: [] }, systemClock);
  return { conversation: new FakeConversation(), people, door, clock: systemClock, demo: null };
}

describe('listening', () => {
  it('leaves the globals alone', async () => {
    const { Request, Response } = globalThis;
    await (await startService()).close();
    expect([globalThis.Request, globalThis.Response]).toEqual([Request, Response]);
  });

  it.each([
    ['a taken port', {}, '已被别的程序占用', 'GANXUN_PORT'],
    ['an address of another machine', { host: '203.0.113.7' }, '没有地址', 'GANXUN_HOST'],
    ['a name of no machine', { host: 'nowhere.invalid' }, '没有地址', 'GANXUN_HOST'],
  ])('on %s says what to do', async (_, config, problem, setting) => {
    const first = await startService();
    const second = serveWeb({
      ...bare(first.records),
      config: { host: '127.0.0.1', port: first.port, publicUrl: null, ...config },
      log: { debug: () => {}, error: () => {} },
      pageFolder: first.pageFolder,
    });
    const error = await second.catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UserFacingError);
    expect(error.message).toContain(problem);
    expect(error.message).toContain(setting);
    await first.close();
  });

  it('without a page says so', async () => {
    const { records, remove } = await openTestRecords();
    const second = serveWeb({
      ...bare(records),
      config: { host: '127.0.0.1', port: 0, publicUrl: null },
      log: { debug: () => {}, error: () => {} },
      pageFolder: '/nowhere',
    });
    await expect(second).rejects.toThrow(UserFacingError);
    await records.close();
    await remove();
  });
});

describe('a base path', () => {
  const publicUrl = new URL('https://peixun.example.cn/ganxun/');
  const host = 'peixun.example.cn';

  it('serves behind a proxy that strips it and behind one that does not', async () => {
    const service = await startService({ publicUrl });
    expect(service.url).toBe(`http://127.0.0.1:${service.port}/ganxun/`);
    for (const base of ['', '/ganxun']) {
      expect((await service.ask(`${base}/`, { headers: { host } })).text).toBe(PAGE);
      expect((await service.ask(`${base}/page/chat.js`, { headers: { host } })).text).toBe('go();');
      const said = await service.ask(`${base}/api/messages`, {
        method: 'POST',
        headers: { host, origin: publicUrl.origin, 'content-type': 'application/json' },
        body: '{"text":"您好"}',
      });
      expect([said.status, said.headers['cache-control']]).toEqual([200, 'no-store']);
      const refused = await service.ask(`${base}/api/conversation`, {
        headers: { host, 'sec-fetch-site': 'cross-site' },
      });
      expect(refused.status).toBe(403);
      expect((await service.ask(`${base}/nowhere`, { headers: { host } })).status).toBe(404);
    }
    await service.close();
  });

  it('gets its slash', async () => {
    const service = await startService({ publicUrl: new URL('https://peixun.example.cn/ganxun') });
    const answer = await service.ask('/ganxun?a=1', { headers: { host } });
    expect([answer.status, answer.headers.location]).toEqual([302, '/ganxun/?a=1']);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=15552000',
    });
    expect((await service.ask('/ganxunx/', { headers: { host } })).status).toBe(404);
    expect((await service.ask('/ganxun', { method: 'POST', headers: { host } })).status).toBe(404);
    expect((await service.ask('/ganxun', { headers: { host: 'evil.example' } })).status).toBe(403);
    await service.close();
  });

  it('may be in Chinese', async () => {
    const service = await startService({
      publicUrl: new URL('https://peixun.example.cn/干训:id/'),
    });
    const path = new URL('https://peixun.example.cn/干训:id/').pathname;
    expect((await service.ask(`${path}page/chat.js`, { headers: { host } })).text).toBe('go();');
    await service.close();
  });
});

describe('closing', () => {
  it('lets replies end, heard or not, and takes nobody new', async () => {
    const service = await startService();
    const { opened, open } = gate();
    service.conversation.reply = async (_, emit) => {
      emit(begin);
      await opened;
      emit(end);
    };
    const heard = service.say({ text: 'a' }, STREAM);
    const left = connect(service.port, '127.0.0.1', () => {
      left.write(
        'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
          'Content-Length: 12\r\n\r\n{"text":"b"}',
      );
    });
    await vi.waitFor(() => expect(service.conversation.heard).toHaveLength(2));
    left.destroy();
    let closed = false;
    const closing = service.close().then(() => {
      closed = true;
    });
    await expect(service.ask('/')).rejects.toThrow('ECONNREFUSED');
    expect(closed).toBe(false);
    open();
    expect((await heard).text).toContain('"kind":"end"');
    await closing;
    expect(service.conversation.finished).toBe(2);
  });

  it('cuts off what does not end in time', async () => {
    const service = await startService({}, { graceMs: 100 });
    service.conversation.reply = (_, emit) => {
      emit(begin);
      return new Promise(() => {});
    };
    const cut = service.say({ text: 'a' }, STREAM).catch((error) => error);
    await vi.waitFor(() => expect(service.conversation.heard).toHaveLength(1));
    await service.close();
    void cut;
  });

  it('waits for nobody who asks nothing', async () => {
    const service = await startService();
    const idle = connect(service.port, '127.0.0.1');
    idle.on('error', () => {});
    await new Promise((resolve) => idle.once('connect', resolve));
    const start = performance.now();
    await service.close();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

it('gives up on who sends too slowly', { timeout: 40_000 }, async () => {
  const service = await startService();
  const slow = connect(service.port, '127.0.0.1');
  slow.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  expect(await text(slow)).toMatch(/^HTTP\/1.1 408 /u);
  await service.close();
});

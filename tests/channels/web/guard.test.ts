import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from './web-service.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** The status of a request under a Host, with the code of its problem. */
async function hosted(service: TestService, host: string): Promise<string> {
  const { status, json } = await service.ask('/api/health', { headers: { host } });
  return `${status} ${json?.error?.code ?? json?.status}`;
}

async function posted(service: TestService, headers: Record<string, string>): Promise<string> {
  const { status, json } = await service.say({ text: 'a' }, headers);
  return `${status} ${json?.error?.code ?? 'ok'}`;
}

describe('on this machine', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  it.each(['localhost', 'localhost:8790', 'LOCALHOST', '127.0.0.1', '127.0.0.1:1', '[::1]:8790'])(
    'is reached as %s',
    async (host) => expect(await hosted(service, host)).toBe('200 ok'),
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:8790',
    '127.0.0.1.evil.example',
    '192.168.1.5:8790',
    '[::2]',
  ])('is not reached as %s', async (host) => {
    expect(await hosted(service, host)).toBe('403 wrong-host');
    expect((await service.ask('/', { headers: { host } })).status).toBe(403);
    expect((await service.ask('/page/chat.css', { headers: { host } })).status).toBe(403);
  });

  it.each(['a/b', 'user@localhost', 'localhost#', 'local host', '[::1', 'localhost:99999'])(
    'refuses the Host "%s", which is none',
    async (host) => {
      const { status, headers } = await service.ask('/api/health', { headers: { host } });
      expect([400, 403]).toContain(status);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    },
  );

  it.each(['GET / HTTP/1.1\r\nHost:\r\n', 'GET / HTTP/1.0\r\n'])(
    'refuses to be asked without a Host: %j',
    async (head) => {
      const socket = connect(service.port, '127.0.0.1');
      socket.end(`${head}Connection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /u);
    },
  );

  it('goes by the target where that names the host', async () => {
    const socket = connect(service.port, '127.0.0.1');
    socket.end('GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 403 /u);
  });

  it('takes messages from its own page', async () => {
    const host = `localhost:${service.port}`;
    expect(await posted(service, { host, origin: `http://${host}` })).toBe('200 ok');
    expect(await posted(service, { host, 'sec-fetch-site': 'same-origin' })).toBe('200 ok');
    expect(await posted(service, { host, 'sec-fetch-site': 'none' })).toBe('200 ok');
  });

  it.each([
    'null',
    '',
    'http://evil.example',
    'https://localhost:8790',
    'http://localhost',
    'http://localhost:8791',
    'http://127.0.0.1:8790',
    'http://localhost:8790.evil.example',
    'http://localhost:8790/',
  ])('takes none from a page of "%s"', async (origin) => {
    expect(await posted(service, { host: 'localhost:8790', origin })).toBe('403 wrong-origin');
    expect(service.conversation.heard.filter(({ said }) => said.kind === 'action')).toEqual([]);
  });

  it.each(['cross-site', 'same-site', 'nonsense'])('takes none that is %s', async (site) => {
    const headers = { host: 'localhost:8790', 'sec-fetch-site': site };
    expect(await posted(service, headers)).toBe('403 wrong-origin');
    const { status } = await service.ask('/api/conversation', { method: 'DELETE', headers });
    expect(status).toBe(403);
    expect(service.conversation.forgotten).toEqual([]);
  });

  it.each(['cross-site', 'same-site'])('shows no records to a page that is %s', async (site) => {
    const headers = { 'sec-fetch-site': site };
    for (const path of ['/api/conversation', '/api/files/f1', '/api/health']) {
      const { status, json } = await service.ask(path, { headers });
      expect([status, json?.error.code]).toEqual([403, 'wrong-origin']);
    }
    expect((await service.ask('/', { headers })).status).toBe(200);
  });

  it('lets nobody ask beforehand, or in another way', async () => {
    const headers = { ...JSON_TYPE, origin: 'http://evil.example' };
    for (const method of ['OPTIONS', 'PUT', 'PATCH']) {
      const answer = await service.ask('/api/messages', { method, headers });
      expect(answer.status).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('behind an address of its own', () => {
  it.each([
    ['https://peixun.example.cn/ganxun/', 'https://peixun.example.cn', 'peixun.example.cn'],
    ['http://peixun.example.cn:8080', 'http://peixun.example.cn:8080', 'peixun.example.cn:8080'],
  ])('%s takes what comes from there', async (publicUrl, origin, host) => {
    const service = await startService({ publicUrl: new URL(publicUrl) });
    expect(await hosted(service, host)).toBe('200 ok');
    expect(await hosted(service, 'evil.example')).toBe('403 wrong-host');
    // With the Host of the browser, and with the one that the proxy reaches us by.
    expect(await posted(service, { host, origin })).toBe('200 ok');
    expect(await posted(service, { host: `127.0.0.1:${service.port}`, origin })).toBe('200 ok');
    const plain = 'http://peixun.example.cn';
    expect(await posted(service, { host, origin: plain })).toBe('403 wrong-origin');
    await service.close();
  });
});

describe('bound to an address', () => {
  it.each(['0.0.0.0', '::'])('%s is reached by any address, not by any name', async (host) => {
    const service = await startService({ host });
    expect(service.url).toBe(`http://localhost:${service.port}/`);
    for (const address of ['192.168.1.5:8790', '10.0.0.1', '[fe80::1]:8790', 'localhost']) {
      expect(await hosted(service, address)).toBe('200 ok');
    }
    for (const url of service.urlsForOthers) {
      expect(url).toMatch(new RegExp(`^http://(?!127)\\d+(?:\\.\\d+){3}:${service.port}/$`, 'u'));
      expect(await hosted(service, new URL(url).host)).toBe('200 ok');
    }
    const lan = '192.168.1.5:8790';
    expect(await posted(service, { host: lan, origin: `http://${lan}` })).toBe('200 ok');
    expect(await posted(service, { host: lan, origin: 'http://192.168.1.6:8790' })).toBe(
      '403 wrong-origin',
    );
    for (const name of ['evil.example', '1.2.3.4.evil.example', '1.2.3.4.nip.io']) {
      expect(await hosted(service, name)).toBe('403 wrong-host');
    }
    await service.close();
  });

  it('127.0.0.2 is reached by it', async () => {
    const service = await startService({ host: '127.0.0.2' });
    const answer = await fetch(`${service.url}api/health`);
    expect(answer.status).toBe(200);
    await service.close();
  });
});

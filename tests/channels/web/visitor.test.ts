import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STREAM } from './reader.ts';
import { startService, type TestService } from './web-service.ts';

const TYPED = { 'sec-fetch-site': 'none' };

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const secretIn = (cookies: string[] | undefined) =>
  /^ganxun_visitor=([\w-]{43});/u.exec(cookies?.[0] ?? '')?.[1] ?? null;

describe('a visitor', () => {
  it('gets a cookie with the first request to the records', async () => {
    const { headers } = await service.ask('/api/conversation');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^ganxun_visitor=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/u,
      ),
    ]);
  });

  it('gets one with the page, wherever the link to it stood', async () => {
    for (const site of ['none', 'cross-site', 'same-site']) {
      const { headers } = await service.ask('/', { headers: { 'sec-fetch-site': site } });
      expect(secretIn(headers['set-cookie'])).not.toBeNull();
    }
  });

  it.each(['/page/chat.css', '/api/health', '/nowhere'])('gets none from %s', async (path) => {
    expect((await service.ask(path, { headers: TYPED })).headers['set-cookie']).toBeUndefined();
  });

  it('is known again by it, under a key that does not give it away', async () => {
    const first = await service.say({ text: 'a' }, STREAM);
    const secret = secretIn(first.headers['set-cookie']) ?? '';
    const cookie = `theme=dark; ganxun_visitor=${secret}`;
    const second = await service.say({ text: 'b' }, { cookie });
    await service.ask('/api/conversation?before=t1', { headers: { cookie } });
    await service.ask('/api/conversation', { method: 'DELETE', headers: { cookie } });
    expect(second.headers['set-cookie']).toBeUndefined();
    const key = createHash('sha256').update(secret).digest('hex');
    const speaker = { channel: 'web', conversation: key, person: key, shows: 'page' };
    expect(service.conversation.heard.slice(-2).map((one) => one.speaker)).toEqual([
      speaker,
      speaker,
    ]);
    expect(service.conversation.asked.at(-1)).toEqual({ speaker, before: 't1' });
    expect(service.conversation.forgotten.at(-1)).toEqual(speaker);
  });

  it('is another than the next one', async () => {
    await service.say({ text: 'a' });
    await service.say({ text: 'a' });
    const [one, other] = service.conversation.heard.slice(-2);
    expect(one?.speaker.person).not.toBe(other?.speaker.person);
  });

  it.each(['', 'short', 'x'.repeat(44), `${'x'.repeat(42)}*`, `%00${'x'.repeat(42)}`, '%ff'])(
    'with a malformed cookie "%s" gets a new one',
    async (value) => {
      const { headers } = await service.ask('/api/conversation', {
        headers: { cookie: `ganxun_visitor=${value}` },
      });
      expect(secretIn(headers['set-cookie'])).not.toBeNull();
    },
  );

  it.each([
    ['https://peixun.example.cn/ganxun/', 'Path=/ganxun; HttpOnly; Secure; SameSite=Lax'],
    ['https://peixun.example.cn', 'Path=/; HttpOnly; Secure; SameSite=Lax'],
    ['http://peixun.example.cn/a/b', 'Path=/a/b; HttpOnly; SameSite=Lax'],
  ])('of %s has a cookie for it alone', async (publicUrl, flags) => {
    const own = await startService({ publicUrl: new URL(publicUrl) });
    const { headers } = await own.ask('/api/conversation');
    expect(headers['set-cookie']?.[0]).toContain(`Max-Age=31536000; ${flags}`);
    await own.close();
  });
});

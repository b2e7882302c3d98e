import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/people/abilities.ts';
import { makeCode } from '../../../src/people/invitation.ts';
import { invite } from '../../support/invite.ts';
import { FakeConversation } from './fake-conversation.ts';
import { type Answer, startService, type TestService } from './web-service.ts';

let service: TestService;
let demo: FakeConversation;

beforeEach(async () => {
  demo = new FakeConversation();
  service = await startService({}, { demo });
});
afterEach(() => service.close());

function codeFor(role: Role, places = 1): Promise<string> {
  return invite(service.records.people, role, new Date(), { places });
}

const cookiesOf = ({ headers }: Answer) =>
  (headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');

function send(path: string, method: string, body: unknown, headers = {}): Promise<Answer> {
  const type = { 'content-type': 'application/json' };
  return service.ask(path, {
    method,
    headers: { ...type, ...headers },
    body: JSON.stringify(body),
  });
}

const signIn = (code: string, headers = {}) => send('/api/sign-in', 'POST', { code }, headers);
const me = async (cookie = '', headers = {}) =>
  (await service.ask('/api/me', { headers: { cookie, ...headers } })).json;

describe('signing in', () => {
  it('gives a cookie that no script and no other site gets, and knows the person by it', async () => {
    const answer = await signIn(await codeFor('learner'));
    expect(answer.status).toBe(200);
    const [cookie = ''] = (answer.headers['set-cookie'] ?? []).filter((one) =>
      one.startsWith('ganxun_session='),
    );
    expect(cookie).toMatch(/HttpOnly/u);
    expect(cookie).toMatch(/SameSite=Lax/u);
    expect(await me(cookiesOf(answer))).toMatchObject({ role: 'learner', roleName: '学员' });
    expect(await me()).toMatchObject({ role: 'stranger', roleName: '访客' });
  });

  it('tells a person of messages that wait, and a visitor of none', async () => {
    service.conversation.waiting = 3;
    expect(await me(cookiesOf(await signIn(await codeFor('learner'))))).toMatchObject({
      unread: 3,
    });
    expect(await me()).toMatchObject({ unread: 0 });
  });

  it('is the same conversation on every device of a person', async () => {
    const first = cookiesOf(await signIn(await codeFor('learner', 2)));
    await service.say({ text: '问' }, { cookie: first });
    const speaker = service.conversation.heard.at(-1)?.speaker;
    expect(speaker).toMatchObject({ channel: 'web', conversation: speaker?.person });
    const { people } = service.records;
    const [person] = await people.people();
    expect(speaker?.person).toBe(person?.id);
  });

  it('is secure behind https', async () => {
    const publicUrl = new URL('https://peixun.example.cn/');
    const secure = await startService({ publicUrl });
    const code = await invite(secure.records.people, 'learner', new Date());
    const answer = await secure.ask('/api/sign-in', {
      method: 'POST',
      headers: {
        ...{ host: 'peixun.example.cn', origin: publicUrl.origin },
        'content-type': 'application/json',
      },
      body: JSON.stringify({ code }),
    });
    expect(answer.headers['set-cookie']?.join()).toMatch(/ganxun_session=[^,]*Secure/u);
    await secure.close();
  });

  it('ends with signing out, for the cookie that was kept too', async () => {
    const cookie = cookiesOf(await signIn(await codeFor('admin')));
    expect(await me(cookie)).toMatchObject({ role: 'admin', mayImport: true });
    const out = await service.ask('/api/sign-in', { method: 'DELETE', headers: { cookie } });
    expect(out.status).toBe(204);
    expect(await me(cookie)).toMatchObject({ role: 'stranger', mayImport: false });
  });

  it('says what is wrong with a code, and stops guessing', async () => {
    expect((await signIn('ABC')).json.error.message).toContain('12 位');
    const wrong = await signIn(makeCode());
    expect([wrong.status, wrong.json.error.message]).toEqual([
      403,
      expect.stringContaining('邀请码不对'),
    ]);
    const used = await codeFor('learner');
    await signIn(used);
    expect((await signIn(used)).json.error.message).toContain('名额已经用完');
    const statuses: number[] = [];
    for (let tries = 0; tries < 60; tries++) statuses.push((await signIn(makeCode())).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await signIn(await codeFor('learner'))).status).toBe(429);
  });

  it.each([
    ['no JSON', 'x', 400],
    ['another shape', '{"codes":[]}', 400],
    ['a long text', JSON.stringify({ code: 'A'.repeat(70_000) }), 413],
  ])('refuses %s', async (_, body, status) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await service.ask('/api/sign-in', { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
  });

  it('refuses what a page of another site sends', async () => {
    const code = await codeFor('learner');
    const answer = await signIn(code, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(await service.records.people.hasAnyone()).toBe(false);
  });
});

describe('the menu', () => {
  it.each([
    ['learner', ['/checkin', '/map'], ['/audit']],
    ['trainer', ['/class'], ['/audit']],
    ['admin', ['/class', '/audit'], []],
    ['operator', ['/checkin', '/audit'], []],
  ] as const)('of %s has what they may do', async (role, has, hasNot) => {
    const { menu } = await me(cookiesOf(await signIn(await codeFor(role))));
    const offered = menu.map(({ text }: { text: string }) => text);
    expect(offered).toEqual(expect.arrayContaining([...has]));
    for (const text of hasNot) expect(offered).not.toContain(text);
  });
});

describe('the demonstration', () => {
  const choose = (role: string | null, headers = {}) =>
    send('/api/demo', 'POST', { role }, headers);

  it('lets a newcomer be anyone of it, in a conversation of its own', async () => {
    expect((await me()).demo).toMatchObject({ role: null });
    const cookie = cookiesOf(await choose('trainer'));
    expect(await me(cookie)).toMatchObject({ role: 'trainer', demo: { role: 'trainer' } });
    await service.say({ text: '问' }, { cookie });
    expect(demo.heard.at(-1)?.speaker).toMatchObject({ channel: 'demo', person: 'trainer' });
    expect(service.conversation.heard).toEqual([]);
    await service.ask('/api/conversation', { headers: { cookie } });
    expect(demo.asked).toHaveLength(1);
  });

  it.each([
    ['x-forwarded-for', '10.0.0.1'],
    ['forwarded', 'for=10.0.0.1'],
    ['x-real-ip', '10.0.0.1'],
    ['via', '1.1 proxy'],
  ])('is not there for what came through a proxy that says %s', async (name, value) => {
    const cookie = cookiesOf(await choose('admin'));
    const headers = { [name]: value };
    expect(await me(cookie, headers)).toMatchObject({ role: 'stranger', demo: null });
    expect((await choose('admin', headers)).status).toBe(403);
    await service.say({ text: '问' }, { cookie, ...headers });
    expect(demo.heard).toEqual([]);
  });

  it('is over as soon as there is a real person, whatever the cookie', async () => {
    const cookie = cookiesOf(await choose('admin'));
    await signIn(await codeFor('admin'));
    expect(await me(cookie)).toMatchObject({ role: 'stranger', demo: null });
    expect((await choose('admin')).status).toBe(403);
  });

  it.each([
    ['switched off', {}, null],
    ['every address', { host: '0.0.0.0' }, new FakeConversation()],
    ['a public address', { publicUrl: new URL('http://localhost/') }, new FakeConversation()],
  ] as const)('is not there with %s', async (_, config, conversation) => {
    const other = await startService(config, { demo: conversation });
    expect((await other.ask('/api/me')).json.demo).toBeNull();
    await other.close();
  });
});

describe('a file', () => {
  it('reaches the conversation with its name and bytes', async () => {
    const body = Buffer.from('姓名\n王芳');
    const name = encodeURIComponent('名单.csv');
    const answer = await service.ask(`/api/files?id=f1&name=${name}`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    const heard = service.conversation.heard.at(-1);
    expect(heard).toMatchObject({ message: 'f1', said: { kind: 'file', name: '名单.csv' } });
  });

  it('that is a material may be larger, up to what is told', async () => {
    const send = async (bytes: number) => {
      const body = Buffer.alloc(bytes);
      const answer = await service.ask('/api/files?id=large&name=a.docx', { method: 'POST', body });
      return [answer.status, answer.json?.error?.message ?? ''];
    };
    expect(await send(7 * 1024 * 1024)).toEqual([200, '']);
    const problem = expect.stringContaining('文件超过 20 MB');
    expect(await send(20 * 1024 * 1024 + 1)).toEqual([413, problem]);
  });

  it('that is too large is refused in words', async () => {
    const body = Buffer.alloc(7 * 1024 * 1024);
    const answer = await service.ask('/api/files?name=x.csv', { method: 'POST', body });
    expect([answer.status, answer.json.error.message]).toEqual([
      413,
      expect.stringContaining('超过 5 MB'),
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { startService, type TestService } from './web-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the conversation', () => {
  it('shows what was said', async () => {
    const turn = {
      id: 't1',
      message: 'm',
      said: '问',
      blocks: [],
      at: '2027-01-01',
      verdict: null,
    };
    service.conversation.past = { turns: [turn], hasMore: true };
    const answer = await service.ask('/api/conversation');
    expect(answer.json).toEqual({ turns: [turn], hasMore: true });
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json',
    });
  });

  it('shows what was said before', async () => {
    await service.ask('/api/conversation?before=t-1%20x');
    await service.ask('/api/conversation?before=');
    expect(service.conversation.asked.slice(-2).map(({ before }) => before)).toEqual([
      't-1 x',
      undefined,
    ]);
  });

  it('is forgotten', async () => {
    const answer = await service.ask('/api/conversation', { method: 'DELETE' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(service.conversation.forgotten).toHaveLength(1);
  });

  it('says plainly when the records cannot be used', async () => {
    const { history } = service.conversation;
    const failWith = (error: Error) => {
      service.conversation.history = async () => {
        throw error;
      };
      return service.ask('/api/conversation');
    };
    const busy = await failWith(new UserFacingError('记录被占用，请稍后再试。'));
    expect([busy.status, busy.json?.error]).toEqual([
      503,
      { code: 'unavailable', message: '记录被占用，请稍后再试。' },
    ]);
    const defect = await failWith(new Error('secret'));
    expect([defect.status, defect.json?.error.code]).toEqual([500, 'internal']);
    expect(defect.text).not.toContain('secret');
    expect(defect.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(service.log.filter(({ level }) => level === 'error')).toHaveLength(2);
    service.conversation.history = history;
  });
});

describe('a file', () => {
  it.each([
    [
      '问答记录（第1次）.md',
      'text/markdown',
      `attachment; filename="ganxun.md"; filename*=UTF-8''%E9%97%AE%E7%AD%94%E8%AE%B0%E5%BD%95%EF%BC%88%E7%AC%AC1%E6%AC%A1%EF%BC%89.md`,
    ],
    [
      'record 1.docx',
      'application/msword',
      `attachment; filename="record 1.docx"; filename*=UTF-8''record%201.docx`,
    ],
    [
      `a"b\r\nX: 'y'.md`,
      'text/markdown',
      `attachment; filename="ganxun.md"; filename*=UTF-8''a%22b%0D%0AX%3A%20%27y%27.md`,
    ],
    [
      '无后缀',
      'text/plain',
      `attachment; filename="ganxun"; filename*=UTF-8''%E6%97%A0%E5%90%8E%E7%BC%80`,
    ],
    [
      '半\ud800.md',
      'text/markdown',
      `attachment; filename="ganxun.md"; filename*=UTF-8''%E5%8D%8A%EF%BF%BD.md`,
    ],
    ['map.png', 'image/png', `inline; filename="map.png"; filename*=UTF-8''map.png`],
    ['map.jpg', 'image/jpeg', `inline; filename="map.jpg"; filename*=UTF-8''map.jpg`],
    ['map.svg', 'image/svg+xml', `attachment; filename="map.svg"; filename*=UTF-8''map.svg`],
    ['a.html', 'text/html', `attachment; filename="a.html"; filename*=UTF-8''a.html`],
  ])('%j comes under its name', async (name, type, disposition) => {
    service.conversation.addFile('f1', name, type);
    const answer = await service.ask('/api/files/f1');
    expect([answer.status, answer.text]).toEqual([200, '内容']);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-disposition': disposition,
      'content-length': '6',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const head = await service.ask('/api/files/f1', { method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '6']);
  });

  it('that is not there is not found', async () => {
    for (const id of ['none', 'x'.repeat(5000), '%2e%2e%2f', '%ff']) {
      const answer = await service.ask(`/api/files/${id}`);
      expect([answer.status, answer.json?.error.code]).toEqual([404, 'file-not-found']);
    }
  });
});

describe('any other address', () => {
  it.each([
    '/nowhere',
    '/api',
    '/api/',
    '/api/nowhere',
    '/api/file',
    '/api/files/a/b',
    '//evil.example',
    '/ganxun/',
  ])('%s is not found', async (path) => {
    for (const method of ['GET', 'POST']) {
      const { status, json } = await service.ask(path, { method });
      expect([status, json]).toEqual([
        404,
        { error: { code: 'not-found', message: expect.stringContaining('没有') } },
      ]);
    }
    const opened = await service.ask(path, { headers: browser });
    expect([opened.status, opened.headers['content-type']]).toEqual([
      404,
      'text/plain; charset=utf-8',
    ]);
    expect(opened.text).toContain('请');
  });

  it.each([
    ['GET', '/api/messages', 'POST'],
    ['PUT', '/api/conversation', 'GET, HEAD, DELETE'],
    ['POST', '/api/health', 'GET, HEAD'],
    ['DELETE', '/api/files/f1', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['TRACE', '/', 'GET, HEAD'],
  ])('takes no %s at %s', async (method, path, allowed) => {
    const answer = await service.ask(path, { method });
    expect([answer.status, answer.json?.error.code]).toEqual([405, 'wrong-method']);
    expect(answer.headers.allow).toBe(allowed);
  });

  it('has the same headers', async () => {
    for (const path of ['/', '/page/chat.css', '/nowhere', '/api/health', '/api/messages']) {
      const { headers } = await service.ask(path);
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
          "connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'; " +
          "frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      });
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('is healthy', async () => {
    expect((await service.ask('/api/health')).json).toEqual({ status: 'ok' });
  });
});

import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticFiles } from '../../../src/channels/web/static-files.ts';
import { UserFacingError } from '../../../src/errors.ts';
import { PAGE, STYLE, startService, type TestService } from './web-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe('the page', () => {
  it('is served at the root', async () => {
    const answer = await service.ask('/');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(PAGE);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
    });
  });

  it.each([
    ['chat.css', 'text/css; charset=utf-8', STYLE],
    ['chat.js', 'text/javascript; charset=utf-8', 'go();'],
    ['chat.js.map', 'application/json; charset=utf-8', '{}'],
    ['icons/mark.svg', 'image/svg+xml; charset=utf-8', '<svg/>'],
  ])('has its part %s', async (name, type, content) => {
    const answer = await service.ask(`/page/${name}`);
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
      200,
      type,
      content,
    ]);
  });

  it.each([
    'chat.ts',
    'index.html',
    'other.html',
    'none.css',
    '',
    'icons',
    'icons/',
    '../secret.js',
    '..%2fsecret.js',
    '%2e%2e/secret.js',
    '%2e%2e%2fsecret.js',
    '..%5csecret.js',
    '..\\secret.js',
    '....//secret.js',
    './/../secret.js',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'chat.css%00',
    'chat.css/',
    '%',
    '%ff',
    '__proto__',
    'constructor',
  ])('has no part "%s"', async (name) => {
    const answer = await service.ask(`/page/${name}`);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('outside');
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  it('follows no link out of its folder', async () => {
    const { pageFolder } = service;
    await symlink(join(pageFolder, '..', 'secret.js'), join(pageFolder, 'linked.js'));
    await symlink(join(pageFolder, '..'), join(pageFolder, 'above'));
    expect([...readStaticFiles(pageFolder).parts.keys()].sort()).toEqual([
      'chat.css',
      'chat.js',
      'chat.js.map',
      'icons/mark.svg',
    ]);
  });

  it.each(['gzip', 'br, gzip;q=0.5', 'deflate,GZIP ; q=1', 'gzip;q=0.01'])(
    'is small for who accepts "%s"',
    async (accepted) => {
      const answer = await service.ask('/', { headers: { 'accept-encoding': accepted } });
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
      expect(answer.bytes.length).toBeLessThan(PAGE.length / 5);
      expect(gunzipSync(answer.bytes).toString()).toBe(PAGE);
    },
  );

  it.each(['', 'br', 'gzip;q=0', 'gzip; q=0.000', 'xgzip', 'gzipx'])(
    'is plain for who accepts "%s"',
    async (accepted) => {
      const answer = await service.ask('/', { headers: { 'accept-encoding': accepted } });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.text).toBe(PAGE);
    },
  );

  it('stays plain where that is smaller', async () => {
    const answer = await service.ask('/page/chat.js', { headers: { 'accept-encoding': 'gzip' } });
    expect([answer.headers['content-encoding'], answer.text]).toEqual([undefined, 'go();']);
  });

  it('is not sent to who has it', async () => {
    const etag = (await service.ask('/')).headers.etag ?? '';
    for (const known of [etag, `"x", ${etag}`, '*']) {
      const answer = await service.ask('/', { headers: { 'if-none-match': known } });
      expect([answer.status, answer.text, answer.headers.etag]).toEqual([304, '', etag]);
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    }
    expect((await service.ask('/', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
    expect((await service.ask('/page/chat.css')).headers.etag).not.toBe(etag);
  });

  it('answers HEAD without the bytes', async () => {
    for (const path of ['/', '/page/chat.css', '/api/health', '/api/conversation']) {
      const [head, get] = [await service.ask(path, { method: 'HEAD' }), await service.ask(path)];
      expect([head.status, head.text]).toEqual([200, '']);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
    expect((await service.ask('/', { method: 'HEAD' })).headers['content-length']).toBe(
      String(Buffer.byteLength(PAGE)),
    );
  });

  it('must be there', () => {
    for (const folder of ['/nowhere', '/dev/null/none', import.meta.dirname]) {
      expect(() => readStaticFiles(folder)).toThrow(UserFacingError);
    }
  });
});

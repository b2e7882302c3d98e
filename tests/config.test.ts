import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';

describe('the settings', () => {
  it('work without any, on this machine alone', () => {
    expect(parseConfig({}, '/install')).toMatchObject({
      corpusFolder: '/install/corpus',
      dataFolder: '/install/data',
      zone: 'Asia/Shanghai',
      web: { host: '127.0.0.1', port: 8790, publicUrl: null },
      logLevel: 'info',
    });
  });

  it('take what the environment says', () => {
    const { web, logLevel } = parseConfig(
      {
        GANXUN_HOST: '0.0.0.0',
        GANXUN_PORT: '80',
        GANXUN_PUBLIC_URL: 'https://gx.example.cn/ganxun',
        GANXUN_LOG: 'debug',
      },
      '/install',
    );
    expect(web).toEqual({
      host: '0.0.0.0',
      port: 80,
      publicUrl: new URL('https://gx.example.cn/ganxun'),
    });
    expect(logLevel).toBe('debug');
  });

  it.each([
    ['GANXUN_PORT', '65536'],
    ['GANXUN_PORT', '-1'],
    ['GANXUN_PORT', 'http'],
    ['GANXUN_HOST', ''],
    ['GANXUN_PUBLIC_URL', 'gx.example.cn'],
    ['GANXUN_PUBLIC_URL', 'ftp://gx.example.cn'],
    ['GANXUN_PUBLIC_URL', 'https://gx.example.cn/?a=1'],
    ['GANXUN_PUBLIC_URL', 'https://gx.example.cn/#a'],
    ['GANXUN_PUBLIC_URL', 'https://user@gx.example.cn/'],
    ['GANXUN_ZONE', 'Asia/Nowhere'],
    ['GANXUN_LOG', 'loud'],
  ])('name %s where its value "%s" is wrong', (name, value) => {
    expect(() => parseConfig({ [name]: value }, '/install')).toThrow(`设置 ${name} 的值`);
  });
});

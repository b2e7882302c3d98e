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
    ['GANXUN_PUBLIC_URL', 'gx.example.cn'],
    ['GANXUN_PUBLIC_URL', 'ftp://gx.example.cn'],
    ['GANXUN_PUBLIC_URL', 'https://gx.example.cn/?a=1'],
    ['GANXUN_PUBLIC_URL', 'https://gx.example.cn/#a'],
    ['GANXUN_PUBLIC_URL', 'https://user@gx.example.cn/'],
    ['GANXUN_ZONE', 'Asia/Nowhere'],
    ['GANXUN_LOG', 'loud'],
    ['TELEGRAM_API_ROOT', '127.0.0.1:8081'],
    ['TELEGRAM_ACCESS', 'all'],
    ['TELEGRAM_CHATS', '-100,@good_name,no way!'],
    ['TELEGRAM_WEBHOOK_URL', 'gx.example.cn/hook'],
    ['TELEGRAM_WEBHOOK_PORT', '70000'],
  ])('name %s where its value "%s" is wrong', (name, value) => {
    expect(() => parseConfig({ [name]: value }, '/install')).toThrow(`设置 ${name} 的值`);
  });

  it('are the defaults where nothing follows the equals sign', () => {
    const empty = { GANXUN_HOST: '', GANXUN_PORT: '', TELEGRAM_BOT_TOKEN: '' };
    expect(parseConfig(empty, '/install')).toEqual(parseConfig({}, '/install'));
  });

  it('set up a bot where there is a token', () => {
    expect(parseConfig({}, '/install').telegram).toBeNull();
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: '123:abc' }, '/install').telegram).toEqual({
      token: '123:abc',
      messagesPerSecond: 25,
      apiRoot: 'https://api.telegram.org',
      proxy: null,
      access: { everyone: false, openChats: [] },
      webhook: null,
    });
    const all = {
      TELEGRAM_BOT_TOKEN: '123:abc',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      TELEGRAM_ACCESS: 'everyone',
      TELEGRAM_CHATS: '-1001234， @Study_Group',
      TELEGRAM_WEBHOOK_URL: 'https://gx.example.cn/hook',
      HTTPS_PROXY: 'http://127.0.0.1:3128',
    };
    expect(parseConfig(all, '/install').telegram).toEqual({
      token: '123:abc',
      apiRoot: 'http://127.0.0.1:8081',
      messagesPerSecond: 25,
      proxy: null,
      access: { everyone: true, openChats: ['-1001234', 'study_group'] },
      webhook: { url: new URL('https://gx.example.cn/hook'), host: '127.0.0.1', port: 8791 },
    });
  });

  it('lead to Telegram by the proxy of the machine, and to a server without TLS directly', () => {
    const proxied = { TELEGRAM_BOT_TOKEN: '1:a', https_proxy: 'http://127.0.0.1:3128' };
    expect(parseConfig(proxied, '/install').telegram?.proxy).toBe('http://127.0.0.1:3128');
  });

  it('never show a token, nor the password in the address of a proxy', () => {
    const told = (env: Record<string, string>) => {
      try {
        parseConfig(env, '/install');
      } catch (error) {
        return String(error);
      }
      return '';
    };
    expect(told({ TELEGRAM_BOT_TOKEN: 'secret words' })).toMatch(/TELEGRAM_BOT_TOKEN 的值不对/u);
    const socks = { TELEGRAM_BOT_TOKEN: '1:a', HTTPS_PROXY: 'socks5://me:secret@127.0.0.1:1080' };
    expect(told(socks)).toMatch(/HTTPS_PROXY 的值不对/u);
  });

  it('leave a proxy of any kind alone where no bot is set up', () => {
    expect(parseConfig({ HTTPS_PROXY: 'socks5://127.0.0.1:1080' }, '/install').telegram).toBeNull();
  });
});

describe('a model endpoint', () => {
  const model = (env: Record<string, string>) => parseConfig(env, '/root').model;

  it('is turned on by naming a model, never by a key alone', () => {
    expect(model({ OPENAI_API_KEY: 'sk-1' })).toBeNull();
    expect(model({ GANXUN_CHAT_MODEL: 'm' })).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
      apiKey: null,
      chatModel: 'm',
      embeddingModel: null,
      mayReceiveInternal: false,
    });
    expect(model({ GANXUN_EMBEDDING_MODEL: 'e' })?.chatModel).toBeNull();
  });

  it('gets internal text only where its host is named', () => {
    const env = { GANXUN_CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://10.0.0.5:8000/v1/' };
    const internal = (hosts: string) =>
      model({ ...env, GANXUN_MODEL_INTERNAL: hosts })?.mayReceiveInternal;
    expect(internal('10.0.0.5:8000')).toBe(true);
    expect(internal('llm.example.cn，10.0.0.5:8000')).toBe(true);
    expect(internal('10.0.0.5')).toBe(false);
    expect(internal('10.0.0.50:8000')).toBe(false);
    expect(() => internal('http://10.0.0.5:8000/v1')).toThrow('GANXUN_MODEL_INTERNAL');
    const named = { ...env, OPENAI_BASE_URL: 'https://llm.example.cn/v1' };
    expect(model({ ...named, GANXUN_MODEL_INTERNAL: 'LLM.example.cn' })?.mayReceiveInternal).toBe(
      true,
    );
    expect(model(env)?.baseUrl).toBe('http://10.0.0.5:8000/v1');
  });

  it('is reached through a proxy only by https', () => {
    const env = { GANXUN_CHAT_MODEL: 'm', HTTPS_PROXY: 'http://proxy:3128' };
    expect(model(env)?.proxy).toBe('http://proxy:3128');
    expect(model({ ...env, OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' })?.proxy).toBeNull();
  });

  it.each([
    ['GANXUN_MODEL_TIMEOUT', '0'],
    ['GANXUN_MODEL_CONCURRENCY', 'many'],
    ['GANXUN_MODEL_TOKENS', '10'],
    ['GANXUN_MODEL_QUESTIONS', 'yes'],
  ])('is refused with %s=%s, by name', (name, value) => {
    expect(() => model({ GANXUN_CHAT_MODEL: 'm', [name]: value })).toThrow(name);
  });

  it.each([
    ['OPENAI_API_KEY', 'sk 密钥'],
    ['OPENAI_BASE_URL', 'ftp://user:secret@host'],
    ['OPENAI_BASE_URL', 'http://user:secret@host/v1'],
    ['OPENAI_BASE_URL', 'https://host/v1?key=secret'],
  ])('never shows the value of %s', (name, value) => {
    expect(() => model({ GANXUN_CHAT_MODEL: 'm', [name]: value })).toThrow(name);
    expect(() => model({ GANXUN_CHAT_MODEL: 'm', [name]: value })).not.toThrow(value);
  });
});

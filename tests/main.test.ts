import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startBotApi } from './support/bot-api/start-bot-api.ts';
import { makeFolder, makeSmallCorpus } from './support/small-index.ts';

const SERVICE = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const QUESTION = '经费怎么管理？';
/** `npm run soak` kills many more times. */
const KILLS = Number(process.env.SOAK_ROUNDS ?? 3);
const ROUND_MS = 5000;
/** Turns that the history gives at once. */
const PAGE = 20;

interface Service {
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything that it has printed so far. */
  shown(): string;
}

let env: NodeJS.ProcessEnv;
let dataFolder: string;

beforeAll(async () => {
  const [corpus, data] = await Promise.all([makeSmallCorpus(), makeFolder()]);
  dataFolder = data.path;
  env = {
    ...process.env,
    GANXUN_CORPUS: corpus.path,
    GANXUN_DATA: data.path,
    GANXUN_PORT: '0',
  };
  return async () => {
    await Promise.all([corpus.remove(), data.remove()]);
  };
});

async function start(more: NodeJS.ProcessEnv = {}): Promise<Service> {
  const child = spawn(process.execPath, [SERVICE], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => printed.push(String(piece)));
  }
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+/u.exec(line) ?? [];
    if (url !== undefined) return { process: child, url, shown: () => printed.join('') };
  }
  throw new Error('Expected the service to print its address');
}

function ask(url: string, id: string, cookie = ''): Promise<Response> {
  return fetch(`${url}api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id, text: QUESTION }),
  });
}

/** Asks as someone new; gives the cookie to go on with. */
async function askAsNewcomer(url: string): Promise<string> {
  const response = await ask(url, 'first');
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function messagesOf(url: string, cookie: string): Promise<string[]> {
  const response = await fetch(`${url}api/conversation`, { headers: { cookie } });
  const { turns } = (await response.json()) as { turns: { message: string }[] };
  return turns.map(({ message }) => message);
}

describe('the service', () => {
  it('answers, stops at a signal, and knows its visitors after that', async () => {
    const first = await start();
    const cookie = await askAsNewcomer(first.url);
    first.process.kill('SIGTERM');
    expect(await once(first.process, 'exit')).toEqual([0, null]);
    const second = await start();
    expect(await messagesOf(second.url, cookie)).toEqual(['first']);
  });

  it(`keeps all that it answered, ${KILLS} times killed`, {
    timeout: 10_000 + KILLS * ROUND_MS,
  }, async () => {
    let service = await start();
    const cookie = await askAsNewcomer(service.url);
    const answered = ['first'];
    for (let round = 0; round < KILLS; round++) {
      const id = `round-${round}`;
      expect((await ask(service.url, id, cookie)).status).toBe(200);
      answered.push(id);
      service.process.kill('SIGKILL');
      await once(service.process, 'exit');
      service = await start();
      expect(await messagesOf(service.url, cookie)).toEqual(answered.slice(-PAGE));
    }
  });

  it('says that its records are locked, and answers the same message afterwards', async () => {
    const { url } = await start();
    const cookie = await askAsNewcomer(url);
    const other = new Database(`${dataFolder}/records.sqlite`);
    onTestFinished(() => void other.close());
    other.exec('BEGIN EXCLUSIVE');
    const locked = await ask(url, 'second', cookie);
    expect(locked.status).toBe(503);
    expect(JSON.stringify(await locked.json())).toContain('正被其他程序占用');
    other.exec('ROLLBACK');
    expect((await ask(url, 'second', cookie)).status).toBe(200);
    expect(await messagesOf(url, cookie)).toEqual(['first', 'second']);
  });

  it.each([
    [{ GANXUN_CHAT_MODEL: 'some-model' }, '答复由模型 some-model 起草（接口 127.0.0.1:9）'],
    [{ GANXUN_EMBEDDING_MODEL: 'some-vectors' }, '没有设置对话模型'],
  ])('tells what %o does', async (model, line) => {
    const service = await start({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', ...model });
    await expect.poll(service.shown).toContain(line);
  });

  it('answers in Telegram beside the web chat where a token is set', async () => {
    const api = await startBotApi();
    onTestFinished(api.close);
    const bot = {
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: `${api.url}/`,
      TELEGRAM_ACCESS: 'everyone',
    };
    const service = await start(bot);
    await api.until(() => api.polling(), 'the bot asks for updates');
    api.say(7, QUESTION);
    await api.until(() => api.messages(7).length === 1, 'the bot answers');
    expect((await ask(service.url, 'beside')).status).toBe(200);
    service.process.kill('SIGTERM');
    expect(await once(service.process, 'exit')).toEqual([0, null]);
    const again = await start(bot);
    await api.until(() => api.polling(), 'the bot asks for updates again');
    again.process.kill('SIGINT');
    expect(await once(again.process, 'exit')).toEqual([0, null]);
    expect(api.messages(7)).toHaveLength(1);
  });

  it('goes to Telegram through the proxy that the machine has, and never tells the token', async () => {
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(String(request.url));
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const token = '123:secret-token';
    const service = await start({
      TELEGRAM_BOT_TOKEN: token,
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      GANXUN_LOG: 'debug',
    });
    await expect.poll(() => service.shown()).toMatch(/连不上 Telegram/u);
    expect(new Set(asked)).toEqual(new Set(['api.telegram.org:443']));
    expect((await ask(service.url, 'without')).status).toBe(200);
    expect(service.shown()).not.toContain(token);
  });

  it('says in a line that its port is taken', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const { status, stderr } = spawnSync(process.execPath, [SERVICE], {
      env: { ...env, GANXUN_PORT: port },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      `端口 ${port} 已被别的程序占用，请关闭那个程序，或用 GANXUN_PORT 另设一个端口。`,
    );
  });
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder, makeSmallCorpus } from './support/small-index.ts';

const SERVICE = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const QUESTION = '经费怎么管理？';
const KILLS = 3;

interface Service {
  readonly process: ChildProcess;
  readonly url: string;
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

async function start(): Promise<Service> {
  const child = spawn(process.execPath, [SERVICE], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+/u.exec(line) ?? [];
    if (url !== undefined) return { process: child, url };
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

  it(`keeps all that it answered, ${KILLS} times killed`, async () => {
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
      expect(await messagesOf(service.url, cookie)).toEqual(answered);
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

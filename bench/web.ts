import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import type { Report } from './figures.ts';

const SERVICE = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const BARE_ROUTE = fileURLToPath(new URL('bare-route.ts', import.meta.url));
const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
const JSON_BODY = { 'content-type': 'application/json' };
const CONNECTIONS = 8;
const SECONDS = 10;

/** Questions a second through `POST /api/messages` and their p99, beside a bare hono route. */
export async function benchWeb(dataFolder: string, report: Report): Promise<void> {
  const env = { ...process.env, GANXUN_DATA: dataFolder, GANXUN_PORT: '0', GANXUN_LOG: 'error' };
  const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).map(
    ({ question }) => question,
  );
  const bare = await underLoad([...process.execArgv, BARE_ROUTE], env, questions);
  const service = await underLoad([SERVICE], env, questions);
  report({
    bench: 'web',
    connections: CONNECTIONS,
    questionsPerSecond: service.perSecond,
    p99: service.p99,
    barePerSecond: bare.perSecond,
    bareP99: bare.p99,
    shareOfBare: Math.round((service.perSecond / bare.perSecond) * 1000) / 1000,
  });
}

/** Starts a server as a process of its own and asks it for some seconds. */
async function underLoad(args: string[], env: NodeJS.ProcessEnv, questions: readonly string[]) {
  const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await addressOf(server);
    const result = await autocannon({
      url,
      connections: CONNECTIONS,
      duration: SECONDS,
      requests: questions.map((text) => ({
        method: 'POST',
        path: '/api/messages',
        headers: JSON_BODY,
        body: JSON.stringify({ text }),
      })),
      // One visitor a connection, as in life.
      setupClient: (client) =>
        client.setHeaders({ ...JSON_BODY, cookie: `ganxun_visitor=${visitorOf(visitors++)}` }),
    });
    if (result.non2xx + result.errors > 0) {
      throw new Error(`Cannot measure ${args.at(-1)}: ${result.non2xx + result.errors} failures`);
    }
    return { perSecond: Math.round(result.requests.average), p99: result.latency.p99 };
  } finally {
    server.kill();
  }
}

let visitors = 0;

function visitorOf(number: number): string {
  return Buffer.alloc(32, number + 1).toString('base64url');
}

/** The address that a server prints when it is ready. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('Cannot read the address of a server without its output');
  for await (const line of createInterface({ input: stdout })) {
    const [url] = /http:\/\/\S+/u.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('Cannot start the server: it ended before it was ready');
}

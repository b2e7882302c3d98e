import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ServeWebParts, serveWeb } from '../../../src/channels/web/serve-web.ts';
import { systemClock } from '../../../src/clock.ts';
import type { WebConfig } from '../../../src/config.ts';
import { createDoor } from '../../../src/people/door.ts';
import type { Records } from '../../../src/storage/records.ts';
import { openTestRecords } from '../../support/test-records.ts';
import { FakeConversation } from './fake-conversation.ts';

export const PAGE = `<!doctype html><title>干训助手</title>${'<p>一段话</p>'.repeat(200)}`;
export const STYLE = `body { color: black; } ${'p { margin: 0; } '.repeat(100)}`;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
  readonly json: any;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer | AsyncIterable<Buffer>;
}

export interface Logged {
  readonly level: 'debug' | 'error';
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

export interface TestService {
  readonly conversation: FakeConversation;
  readonly records: Records;
  readonly log: Logged[];
  readonly url: string;
  readonly urlsForOthers: readonly string[];
  readonly port: number;
  readonly pageFolder: string;
  /** Sends the path as it stands: no client of ours tidies it up. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** Posts a message with a JSON body. */
  say(body: unknown, headers?: OutgoingHttpHeaders): Promise<Answer>;
  close(): Promise<void>;
}

export interface ServiceOptions
  extends Pick<ServeWebParts, 'graceMs' | 'returnMs' | 'heartbeatMs'> {
  readonly demo?: FakeConversation | null;
}

/** The web chat on a free port, over a page of a few tiny files. */
export async function startService(
  config: Partial<WebConfig> = {},
  { demo = null, ...patience }: ServiceOptions = {},
): Promise<TestService> {
  const pageFolder = await makePage();
  const conversation = new FakeConversation();
  const log: Logged[] = [];
  const note = (level: Logged['level']) => (fields: object, message: string) => {
    log.push({ level, fields: fields as Record<string, unknown>, message });
  };
  const { records, remove } = await openTestRecords();
  const door = createDoor(records.people, { everyone: true, openChats: [] }, systemClock);
  const web = await serveWeb({
    ...{ conversation, people: records.people, door, clock: systemClock },
    demo: demo === null ? null : async () => demo,
    config: { host: '127.0.0.1', port: 0, publicUrl: null, ...config },
    log: { debug: note('debug'), error: note('error') },
    pageFolder,
    ...patience,
  });
  const port = Number(new URL(web.url).port);
  const send = (path: string, ask: Ask = {}) => askPort(port, path, ask);
  return {
    conversation,
    records,
    log,
    url: web.url,
    urlsForOthers: web.urlsForOthers,
    port,
    pageFolder,
    ask: send,
    say: (body, headers = {}) =>
      send('/api/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    close: async () => {
      await web.close();
      await records.close();
      await remove();
      await rm(dirname(pageFolder), { recursive: true });
    },
  };
}

async function makePage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  const page = join(folder, 'web');
  await mkdir(join(page, 'icons'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'outside');
  await writeFile(join(page, 'index.html'), PAGE);
  await writeFile(join(page, 'chat.css'), STYLE);
  await writeFile(join(page, 'chat.js'), 'go();');
  await writeFile(join(page, 'chat.js.map'), '{}');
  await writeFile(join(page, 'chat.ts'), 'source');
  await writeFile(join(page, 'other.html'), 'other');
  await writeFile(join(page, 'icons', 'mark.svg'), '<svg/>');
  return page;
}

function askPort(
  port: number,
  path: string,
  { method = 'GET', headers, body }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, agent: false, headers });
    sent.on('error', reject);
    sent.on('response', (response) => read(response).then(resolve, reject));
    void write(sent, body).catch(reject);
  });
}

async function write(sent: ReturnType<typeof request>, body: Ask['body']): Promise<void> {
  if (body !== undefined && typeof body === 'object' && !Buffer.isBuffer(body)) {
    for await (const chunk of body) {
      if (!sent.write(chunk)) await new Promise((resolve) => sent.once('drain', resolve));
    }
    sent.end();
  } else sent.end(body);
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString();
  const isJson = response.headers['content-type']?.startsWith('application/json');
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    bytes,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : null,
  };
}

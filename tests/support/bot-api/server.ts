import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Answer, failureAnswer, successAnswer } from './answer.ts';
import { BotApiError } from './api-error.ts';
import type { CallArguments, Method } from './call-arguments.ts';
import type { CallLog } from './call-log.ts';
import type { RateLimit } from './rate-limit.ts';
import { readArguments } from './request-body.ts';
import type { TroubleKind, Troubles } from './trouble.ts';

const MAX_BODY = 64 * 1024 * 1024;
/** Longer than a test, so that no call meets a connection that is just being closed. */
const KEEP_ALIVE = 60_000;

export interface ServerParts {
  readonly token: string;
  /** By their names in small letters. */
  readonly methods: ReadonlyMap<string, Method>;
  /** Methods that reach a chat, which alone are limited. */
  readonly limited: ReadonlySet<string>;
  readonly rateLimit: RateLimit;
  readonly troubles: Troubles;
  /** What people sent, by the path that getFile told. */
  fileAt(path: string): Buffer | undefined;
  readonly log: CallLog;
  readonly now: () => number;
}

export interface RunningServer {
  readonly url: string;
  /** Carries a call out that did not come over the network. */
  carryOut(method: string, call: CallArguments, gone: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

interface Route {
  readonly token: string;
  readonly method: string;
  readonly query: string;
}

export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const carryOut = async (method: string, call: CallArguments, gone: AbortSignal) => {
    const at = parts.now();
    const answer = await attempt(async () => {
      const perform = parts.methods.get(method.toLowerCase());
      if (perform === undefined) throw new BotApiError(404, 'Not Found: method not found');
      if (parts.limited.has(method.toLowerCase())) {
        parts.rateLimit.count(call.fields.get('chat_id') ?? '');
      }
      return await perform(call, gone);
    });
    const { ok, description } = answer.body;
    const said = ok || description === undefined ? {} : { description };
    parts.log.note({ method, payload: call.payload, at, ok, ...said });
    return answer;
  };
  const troubled = (method: string, call: CallArguments, description: string) =>
    parts.log.note({ method, payload: call.payload, at: parts.now(), ok: false, description });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readWhole(request);
    const path = filePathOf(parts.token, request.url ?? '');
    if (path !== undefined) return replyFile(response, path, parts);
    let asked: { method: string; call: CallArguments };
    try {
      asked = understand(parts.token, request, body);
    } catch (error) {
      return reply(response, failureAnswer(error));
    }
    const { method, call } = asked;
    const trouble = parts.troubles.take(method);
    const gone = hangUpOf(response);
    if (trouble === undefined) return reply(response, await carryOut(method, call, gone));
    const kind = typeof trouble === 'string' ? trouble : trouble.description;
    if (!carriesOut(trouble)) troubled(method, call, kind);
    return makeTrouble(trouble, request.socket, response, () => carryOut(method, call, gone));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  const url = await listen(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, carryOut, close };
}

function hangUpOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

async function attempt(perform: () => Promise<unknown>): Promise<Answer> {
  try {
    return successAnswer(await perform());
  } catch (error) {
    return failureAnswer(error);
  }
}

function carriesOut(trouble: TroubleKind): boolean {
  return trouble === 'truncate' || trouble === 'reset-after';
}

async function makeTrouble(
  trouble: TroubleKind,
  socket: Socket,
  response: ServerResponse,
  carryOut: () => Promise<Answer>,
): Promise<void> {
  if (typeof trouble === 'object') {
    const { error_code, description, parameters } = trouble;
    return reply(response, failureAnswer(new BotApiError(error_code, description, parameters)));
  }
  if (trouble === 'hang') return;
  if (trouble === 'html') return replyPage(response);
  const answer = carriesOut(trouble) ? await carryOut() : undefined;
  if (trouble === 'truncate' && answer !== undefined) return replyHalf(response, answer);
  socket.resetAndDestroy();
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(text);
}

function replyHalf(response: ServerResponse, { status, body }: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const headers = { 'content-type': 'application/json', 'content-length': half.length };
  response.writeHead(status, headers).end(half);
}

/** Downloads stand beside the methods, and a trouble of theirs is called by `file`. */
function filePathOf(token: string, address: string): string | undefined {
  const { pathname } = new URL(address, 'http://127.0.0.1');
  const start = `/file/bot${token}/`;
  const path = decodeURIComponent(pathname);
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

function replyFile(response: ServerResponse, path: string, parts: ServerParts): void {
  const trouble = parts.troubles.take('file');
  const bytes = parts.fileAt(path);
  if (trouble !== undefined) response.destroy();
  else if (bytes === undefined) reply(response, failureAnswer(new BotApiError(404, 'Not Found')));
  else response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
}

function replyPage(response: ServerResponse): void {
  const page = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>\n';
  response.writeHead(502, { 'content-type': 'text/html' }).end(page);
}

/** @throws where the server does not get as far as the method */
function understand(
  token: string,
  { url = '', method: verb = '', headers }: IncomingMessage,
  body: Buffer | undefined,
): { method: string; call: CallArguments } {
  const route = routeOf(url);
  if (route === undefined) throw new BotApiError(404, 'Not Found');
  if (verb !== 'GET' && verb !== 'POST') throw new BotApiError(501, 'Not Implemented');
  if (!/^[1-9]\d*:/u.test(route.token) || route.token.length > 80) {
    throw new BotApiError(401, 'Unauthorized: invalid token specified');
  }
  if (route.token !== token) throw new BotApiError(401, 'Unauthorized');
  if (body === undefined) throw new BotApiError(413, 'Request Entity Too Large');
  const call = readArguments(route.query, headers['content-type'] ?? '', body);
  return { method: route.method || (call.fields.get('method') ?? ''), call };
}

function routeOf(address: string): Route | undefined {
  const { pathname, search } = new URL(address, 'http://127.0.0.1');
  const parts = /^\/bot([^/]*)\/(?:test\/)?(.*)$/u.exec(decodeURIComponent(pathname));
  if (parts === null) return undefined;
  const [, token = '', method = ''] = parts;
  return { token, method, query: search.slice(1) };
}

/** Undefined when it is too long; it is read to its end all the same, or nobody hears the answer. */
async function readWhole(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= MAX_BODY) chunks.push(chunk as Buffer);
  }
  return length > MAX_BODY ? undefined : Buffer.concat(chunks);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

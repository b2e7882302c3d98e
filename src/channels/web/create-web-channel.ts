import { Hono, type MiddlewareHandler } from 'hono';
import type { Clock } from '../../clock.ts';
import type { WebConfig } from '../../config.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { UserFacingError } from '../../errors.ts';
import type { Door } from '../../people/door.ts';
import type { PeopleStore } from '../../people/store.ts';
import { isLoopback } from '../loopback.ts';
import { answerMessages } from './answer-message.ts';
import { basePathOf, pathBelow } from './base-path.ts';
import { createDemo } from './demo.ts';
import { guard } from './guard.ts';
import type { WebLog } from './log.ts';
import type { Presence } from './presence.ts';
import { problem } from './problems.ts';
import { readFileMessage, readMessage } from './read-message.ts';
import { securityHeaders } from './security-headers.ts';
import { sendFile } from './send-file.ts';
import { chooseDemo, me, signIn, signOut } from './sign-in.ts';
import { recogniseSpeaker, type WithSpeaker } from './speaker.ts';
import { readStaticFiles, sendStaticFile } from './static-files.ts';

export interface WebChannelParts {
  readonly conversation: Conversation;
  /** The dialogue of the demonstration; null where there is to be none. */
  readonly demo: (() => Promise<Conversation>) | null;
  readonly people: PeopleStore;
  readonly door: Door;
  readonly clock: Clock;
  readonly config: WebConfig;
  readonly log: WebLog;
  readonly presence: Presence;
  /** Milliseconds of silence after which a stream of events shows that it is alive. */
  readonly heartbeatMs?: number;
  /** Folder of the page: `index.html` and the files that it asks for under `page/`. */
  readonly pageFolder: string;
}

/**
 * The web chat as a handler of requests; it listens nowhere.
 *
 * @throws UserFacingError where the page is missing
 */
export function createWebChannel(parts: WebChannelParts): Hono<WithSpeaker> {
  const { conversation, people, door, clock, config, log } = parts;
  const { publicUrl } = config;
  const basePath = basePathOf(publicUrl);
  const files = readStaticFiles(parts.pageFolder);
  const demo = createDemo({
    isAllowed: parts.demo !== null && publicUrl === null && isLoopback(config.host),
    people,
    conversation: parts.demo ?? (async () => conversation),
  });
  const visitor = recogniseSpeaker({ conversation, people, clock, publicUrl, demo });
  const signing = { door, people, demo, publicUrl };
  const answering = answerMessages(parts);
  const web = new Hono<WithSpeaker>({ getPath: (request) => pathBelow(basePath, request.url) });

  web.use(logRequests(log), addHeaders(publicUrl), guard(config), addSlash(basePath));

  web.get('/', visitor, (c) => sendStaticFile(files.page, c.req.raw.headers));
  web.get('/page/*', (c) => {
    const file = files.parts.get(c.req.path.slice('/page/'.length));
    return file === undefined ? c.notFound() : sendStaticFile(file, c.req.raw.headers);
  });

  web.get('/api/me', visitor, me(signing));
  web.post('/api/sign-in', visitor, signIn(signing));
  web.delete('/api/sign-in', visitor, signOut(signing));
  web.post('/api/demo', visitor, chooseDemo(signing));
  web.post('/api/messages', visitor, answering(readMessage));
  web.post('/api/files', visitor, answering(readFileMessage));
  web.get('/api/conversation', visitor, async (c) => {
    const before = c.req.query('before') || undefined;
    return Response.json(await c.get('conversation').history(c.get('speaker'), before));
  });
  web.delete('/api/conversation', visitor, async (c) => {
    await c.get('conversation').forget(c.get('speaker'));
    return c.body(null, 204);
  });
  web.get('/api/files/:id', visitor, async (c) => {
    const file = await c.get('conversation').file(c.get('speaker'), c.req.param('id'));
    return file === null ? problem(c.req.raw, 'file-not-found') : sendFile(file);
  });
  web.get('/api/health', () => Response.json({ status: 'ok' }));

  for (const path of ['/api/messages', '/api/files', '/api/demo']) {
    web.all(path, allowOnly('POST'));
  }
  web.all('/api/sign-in', allowOnly('POST, DELETE'));
  web.all('/api/conversation', allowOnly('GET, HEAD, DELETE'));
  for (const path of ['/', '/page/*', '/api/files/:id', '/api/health', '/api/me']) {
    web.all(path, allowOnly('GET, HEAD'));
  }
  web.notFound((c) => problem(c.req.raw, 'not-found'));
  web.onError((error, c) => {
    log.error({ err: error }, 'A request failed');
    return error instanceof UserFacingError
      ? problem(c.req.raw, 'unavailable', error.message)
      : problem(c.req.raw, 'internal');
  });
  return web;
}

/** Says nothing of what people write: neither body nor query nor cookies. */
function logRequests(log: WebLog): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round(performance.now() - start);
    log.debug({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'Request');
  };
}

function addHeaders(publicUrl: URL | null): MiddlewareHandler {
  const headers = Object.entries(securityHeaders(publicUrl));
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    if (c.req.path.startsWith('/api/')) c.res.headers.set('Cache-Control', 'no-store');
  };
}

/** The page asks for its parts by relative paths, which count from the last slash. */
function addSlash(basePath: string): MiddlewareHandler {
  return async (c, next) => {
    const isBare = basePath !== '' && c.req.path === basePath;
    if (!isBare || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next();
    return c.redirect(`${basePath}/${new URL(c.req.url).search}`);
  };
}

function allowOnly(methods: string): MiddlewareHandler {
  return async (c) => {
    const refusal = problem(c.req.raw, 'wrong-method');
    refusal.headers.set('Allow', methods);
    return refusal;
  };
}

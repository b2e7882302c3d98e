import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { WebConfig } from '../../config.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { listen } from '../listen.ts';
import { basePathOf } from './base-path.ts';
import { createWebChannel, type WebChannelParts } from './create-web-channel.ts';
import { createPresence } from './presence.ts';
import { problem } from './problems.ts';
import { securityHeaders } from './security-headers.ts';

/** Milliseconds. Whoever sends slowly, or holds a connection without use, gives it up. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
};
/** Without a byte in either direction; longer than any reply takes. */
const IDLE_TIMEOUT_MS = 300_000;
const GRACE_MS = 10_000;
/** Milliseconds that a reply has to be kept and sent once it has been cut short. */
const LAST_WORDS_MS = 1_000;

export interface WebService {
  /** Where this machine reaches it, with the base path. */
  readonly url: string;
  /** Where other machines reach it by the addresses of this one; none where it is bound to one. */
  readonly urlsForOthers: readonly string[];
  /**
   * Stops to listen, lets what is under way end for a while, then cuts short what replies there
   * still are, and soon after cuts off the rest.
   */
  close(): Promise<void>;
}

export interface ServeWebParts extends Omit<WebChannelParts, 'presence'> {
  /** Milliseconds that `close` waits for replies under way. */
  readonly graceMs?: number;
  /** Milliseconds that a reader who left has to come back before the reply is cut short. */
  readonly returnMs?: number;
}

/**
 * Listens for the web chat.
 *
 * @throws UserFacingError where the address cannot be listened on, or the page is missing
 */
export async function serveWeb({
  graceMs = GRACE_MS,
  returnMs,
  ...parts
}: ServeWebParts): Promise<WebService> {
  const { config, log, demo } = parts;
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const forget = () => underWay.delete(work);
    work.then(forget, forget);
    return work;
  };

  const presence = createPresence(returnMs);
  const web = createWebChannel({
    ...parts,
    presence,
    conversation: tracked(parts.conversation, track),
    demo: demo === null ? null : async () => tracked(await demo(), track),
  });
  const listener = getRequestListener(web.fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      const isTheirs = error instanceof RequestError;
      if (!isTheirs) log.error({ err: error }, 'A request failed');
      const code = isTheirs ? 'bad-request' : 'internal';
      const refusal = problem({ method: '', headers: new Headers() }, code);
      for (const header of Object.entries(securityHeaders(config.publicUrl))) {
        refusal.headers.set(...header);
      }
      return refusal;
    },
  });
  const server = createServer(LIMITS, (incoming, outgoing) => {
    void track(new Promise((resolve) => outgoing.once('close', resolve)));
    void listener(incoming, outgoing);
  });
  server.setTimeout(IDLE_TIMEOUT_MS);
  await listen(server, config, { host: 'GANXUN_HOST', port: 'GANXUN_PORT' });
  server.on('error', (error) => log.error({ err: error }, 'The web server failed'));

  return {
    url: urlOf(server, config),
    urlsForOthers: urlsForOthers(server, config),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await allEnded(underWay, graceMs);
      presence.end();
      await allEnded(underWay, LAST_WORDS_MS);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Waits for what is under way, and for what it leads to, but no longer than a while. */
async function allEnded(underWay: ReadonlySet<Promise<unknown>>, longestMs: number): Promise<void> {
  const enough = new AbortController();
  const deadline = sleep(longestMs, true, { signal: enough.signal }).catch(() => true);
  while (underWay.size > 0) {
    if ((await Promise.race([Promise.allSettled(underWay), deadline])) === true) break;
  }
  enough.abort();
}

/** A reply goes on when its reader has gone, so connections alone do not tell what is under way. */
function tracked(
  conversation: Conversation,
  track: <T>(work: Promise<T>) => Promise<T>,
): Conversation {
  return {
    respond: (incoming, emit, left) => track(conversation.respond(incoming, emit, left)),
    history: (speaker, before) => conversation.history(speaker, before),
    file: (speaker, id) => conversation.file(speaker, id),
    forget: (speaker) => track(conversation.forget(speaker)),
    unread: (speaker) => conversation.unread(speaker),
  };
}

function urlOf(server: Server, config: WebConfig): string {
  const { host } = config;
  const name = isEveryAddress(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return urlAt(name, server, config);
}

function urlsForOthers(server: Server, config: WebConfig): string[] {
  if (!isEveryAddress(config.host)) return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => urlAt(address, server, config));
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function urlAt(name: string, server: Server, { publicUrl }: WebConfig): string {
  const { port } = server.address() as AddressInfo;
  return `http://${name}:${port}${basePathOf(publicUrl)}/`;
}

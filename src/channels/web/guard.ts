import { isIPv4 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { WebConfig } from '../../config.ts';
import { problem } from './problems.ts';

/**
 * Refuses what a page of another site makes a browser send. The name in the address must be one
 * of ours, or a name that was rebound to this machine would pass for our own origin.
 */
export function guard({ host, publicUrl }: WebConfig): MiddlewareHandler {
  const bound = hostnameOf(host);
  const names = new Set(['localhost', '127.0.0.1', '[::1]', bound, publicUrl?.hostname]);
  const bindsEveryAddress = bound === '0.0.0.0' || bound === '[::]';
  const isOurs = (hostname: string) =>
    names.has(hostname) || (bindsEveryAddress && isAddress(hostname));

  return async (c, next) => {
    const url = new URL(c.req.url);
    if (!isOurs(url.hostname)) return problem(c.req.raw, 'wrong-host');
    const own = url.host === publicUrl?.host ? publicUrl.origin : url.origin;
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const site = c.req.header('Sec-Fetch-Site');
    const origin = c.req.header('Origin');
    const comesFromElsewhere = reads
      ? c.req.path.startsWith('/api/') && (site === 'cross-site' || site === 'same-site')
      : origin === undefined
        ? !(site === undefined || site === 'same-origin' || site === 'none')
        : origin !== own && origin !== publicUrl?.origin;
    if (comesFromElsewhere) return problem(c.req.raw, 'wrong-origin');
    return next();
  };
}

/** A bind address as it stands in a URL; null where none can be made of it. */
function hostnameOf(host: string): string | null {
  const url = `http://${host.includes(':') ? `[${host}]` : host}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** Rebinding needs a name, so an address cannot be someone else's. */
function isAddress(hostname: string): boolean {
  return isIPv4(hostname) || hostname.startsWith('[');
}

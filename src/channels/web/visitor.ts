import { createHash, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import type { Speaker } from '../../conversation/incoming.ts';
import { basePathOf } from './base-path.ts';

export interface WithSpeaker {
  readonly Variables: { readonly speaker: Speaker };
}

const COOKIE = 'ganxun_visitor';
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/u;
const YEAR_IN_SECONDS = 31_536_000;

/** Knows the person by a cookie, and gives one to whoever has none. */
export function recogniseVisitor(publicUrl: URL | null): MiddlewareHandler<WithSpeaker> {
  return async (c, next) => {
    const known = secretOf(c);
    const secret = known ?? randomBytes(SECRET_BYTES).toString('base64url');
    c.set('speaker', speakerOf(secret));
    await next();
    if (known === null) c.res.headers.append('Set-Cookie', cookieOf(secret, publicUrl));
  };
}

function secretOf(c: Context): string | null {
  const value = getCookie(c, COOKIE);
  return value !== undefined && SECRET.test(value) ? value : null;
}

/** The records hold a digest of the secret: who reads them cannot speak for the person. */
function speakerOf(secret: string): Speaker {
  const key = createHash('sha256').update(secret).digest('hex');
  return { channel: 'web', conversation: key, person: key };
}

function cookieOf(secret: string, publicUrl: URL | null): string {
  return generateCookie(COOKIE, secret, {
    httpOnly: true,
    // Strict would be kept back when a link elsewhere leads here, and lose the conversation; what
    // changes anything is checked by its Origin.
    sameSite: 'Lax',
    path: basePathOf(publicUrl) || '/',
    maxAge: YEAR_IN_SECONDS,
    secure: publicUrl?.protocol === 'https:',
  });
}

import { createHash, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import type { Clock } from '../../clock.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { Speaker } from '../../conversation/incoming.ts';
import type { Person } from '../../people/person.ts';
import type { Account, PeopleStore } from '../../people/store.ts';
import { basePathOf } from './base-path.ts';
import type { Demo } from './demo.ts';

export interface WithSpeaker {
  readonly Variables: {
    readonly speaker: Speaker;
    /** The one that answers: the demonstration has its own. */
    readonly conversation: Conversation;
    /** Null for a visitor. */
    readonly person: Person | null;
    /** Of the person who is signed in, or of nobody yet. */
    readonly account: Account;
  };
}

const VISITOR = 'ganxun_visitor';
const SESSION = 'ganxun_session';
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/u;
const YEAR_IN_SECONDS = 31_536_000;
const DAY_MS = 86_400_000;
/** A person stays signed in for this long after their last visit. */
export const SESSION_MS = 180 * DAY_MS;

export interface RecogniseParts {
  readonly conversation: Conversation;
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly publicUrl: URL | null;
  readonly demo: Demo;
}

/**
 * Knows people by the cookie that signing in gave them, and everyone else by a visitor's cookie,
 * which they are given. What a person says is theirs on every device.
 */
export function recogniseSpeaker(parts: RecogniseParts): MiddlewareHandler<WithSpeaker> {
  const { people, clock, publicUrl, demo } = parts;
  const extendedOn = new Map<string, number>();
  const extend = async (account: Account) => {
    const day = Math.floor(clock.now().getTime() / DAY_MS);
    if (extendedOn.get(account.key) === day) return;
    extendedOn.set(account.key, day);
    await people.extend(account, new Date(clock.now().getTime() + SESSION_MS));
  };
  return async (c, next) => {
    const pretended = await demo.speakerOf(c);
    if (pretended !== null) {
      c.set('speaker', pretended.speaker);
      c.set('conversation', pretended.conversation);
      c.set('person', pretended.person);
      c.set('account', { channel: 'web', key: '' });
      return next();
    }
    const session = secretIn(c, SESSION);
    const account = { channel: 'web', key: session === null ? '' : digest(session) };
    const person = session === null ? null : await people.personOf(account, clock.now());
    const known = secretIn(c, VISITOR);
    const visitor = known ?? newSecret();
    c.set('speaker', person === null ? speakerOfVisitor(visitor) : speakerOf(person, account));
    c.set('conversation', parts.conversation);
    c.set('person', person);
    c.set('account', account);
    if (person !== null && session !== null) {
      await extend(account);
      c.header('Set-Cookie', cookie(SESSION, session, publicUrl), { append: true });
    }
    await next();
    if (known === null && person === null) {
      c.res.headers.append('Set-Cookie', cookie(VISITOR, visitor, publicUrl));
    }
  };
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** The records hold a digest of a secret: who reads them cannot speak for the person. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function speakerOfVisitor(secret: string): Speaker {
  const key = digest(secret);
  return { channel: 'web', conversation: key, person: key, shows: 'page' };
}

function speakerOf({ id }: Person, { key }: Account): Speaker {
  return { channel: 'web', conversation: id, person: id, account: key, shows: 'page' };
}

function secretIn(c: Context, name: string): string | null {
  const value = getCookie(c, name);
  return value !== undefined && SECRET.test(value) ? value : null;
}

export function sessionCookie(secret: string, publicUrl: URL | null): string {
  return cookie(SESSION, secret, publicUrl);
}

/** Ends what {@link sessionCookie} began. */
export function noSessionCookie(publicUrl: URL | null): string {
  return cookie(SESSION, '', publicUrl, 0);
}

export function cookie(
  name: string,
  value: string,
  publicUrl: URL | null,
  maxAge = YEAR_IN_SECONDS,
): string {
  return generateCookie(name, value, {
    httpOnly: true,
    // Strict would be kept back when a link elsewhere leads here, and lose the conversation; what
    // changes anything is checked by its Origin.
    sameSite: 'Lax',
    path: basePathOf(publicUrl) || '/',
    maxAge,
    secure: publicUrl?.protocol === 'https:',
  });
}

import type { Context, Handler } from 'hono';
import { z } from 'zod';
import { COMMANDS, INTENT_RULES } from '../../conversation/commands.ts';
import { DEMO_ROLES } from '../../demo/seed-demo.ts';
import { can, maySendFiles, ROLE_NAMES } from '../../people/abilities.ts';
import { CODE_PROBLEMS, type Door } from '../../people/door.ts';
import { findCode } from '../../people/invitation.ts';
import { standingOf } from '../../people/person.ts';
import type { PeopleStore } from '../../people/store.ts';
import { addressOf, DEMO_COOKIE, type Demo } from './demo.ts';
import { problem } from './problems.ts';
import { readJson } from './read-message.ts';
import {
  cookie,
  digest,
  newSecret,
  noSessionCookie,
  SESSION_MS,
  sessionCookie,
  type WithSpeaker,
} from './speaker.ts';

export interface SignInParts {
  readonly door: Door;
  readonly people: PeopleStore;
  readonly demo: Demo;
  readonly publicUrl: URL | null;
}

const NOT_A_CODE = '邀请码是 12 位字母和数字，请核对后再试。';

/** `POST /api/sign-in {code}`: in as the person that the code makes or is for. */
export function signIn({ door, publicUrl }: SignInParts): Handler<WithSpeaker> {
  return async (c) => {
    const read = await readJson(c.req.raw, z.strictObject({ code: z.string().max(100) }));
    if (!read.ok) return problem(c.req.raw, read.code);
    const code = findCode(read.value.code);
    if (code === null) return problem(c.req.raw, 'wrong-code', NOT_A_CODE);
    // Whoever is in already joins what the code leads into, as the person they are.
    const isIn = c.get('person') !== null && c.get('account').key !== '';
    const secret = isIn ? null : newSecret();
    const account = secret === null ? c.get('account') : { channel: 'web', key: digest(secret) };
    const from = clientOf(c, publicUrl);
    const redeemed = await door.redeem(code, account, from, SESSION_MS);
    if (redeemed.kind !== 'admitted') {
      const limit = redeemed.kind === 'too-many-tries' ? 'too-many-tries' : 'wrong-code';
      return problem(c.req.raw, limit, CODE_PROBLEMS[redeemed.kind]);
    }
    if (secret !== null) {
      c.header('Set-Cookie', sessionCookie(secret, publicUrl), { append: true });
      c.header('Set-Cookie', cookie(DEMO_COOKIE, '', publicUrl, 0), { append: true });
    }
    return c.json({ joined: redeemed.joined !== null });
  };
}

/** `DELETE /api/sign-in` */
export function signOut({ people, publicUrl }: SignInParts): Handler<WithSpeaker> {
  return async (c) => {
    if (c.get('account').key !== '') await people.signOut(c.get('account'));
    const response = c.body(null, 204);
    response.headers.delete('Set-Cookie');
    response.headers.append('Set-Cookie', noSessionCookie(publicUrl));
    return response;
  };
}

/** `GET /api/me`: who one is here, what the menu offers, and how many messages wait. */
export function me({ demo }: SignInParts): Handler<WithSpeaker> {
  return async (c) => {
    const person = c.get('person');
    const standing = standingOf(person);
    const menu = COMMANDS.filter(
      ({ offered, intent }) =>
        (offered === 'alone' || offered === 'everywhere') &&
        can(standing, INTENT_RULES[intent].action),
    ).map(({ name, description }) => ({ text: `/${name}`, label: description }));
    const isOpen = await demo.isOpenTo(c);
    return c.json({
      name: person?.name ?? '',
      role: standing,
      roleName: person === null ? '访客' : ROLE_NAMES[person.role],
      menu,
      mayImport: maySendFiles(standing),
      unread: person === null ? 0 : await c.get('conversation').unread(c.get('speaker')),
      demo: isOpen
        ? {
            role: await demo.roleOf(c),
            roles: DEMO_ROLES.map((role) => ({ role, label: ROLE_NAMES[role] })),
          }
        : null,
    });
  };
}

/** `POST /api/demo {role}`: whom to be in the demonstration; null for nobody. */
export function chooseDemo({ demo, publicUrl }: SignInParts): Handler<WithSpeaker> {
  return async (c) => {
    const shape = z.strictObject({ role: z.enum(DEMO_ROLES).nullable() });
    const read = await readJson(c.req.raw, shape);
    if (!read.ok) return problem(c.req.raw, read.code);
    if (!(await demo.isOpenTo(c))) return problem(c.req.raw, 'no-demo');
    const { role } = read.value;
    const value = cookie(DEMO_COOKIE, role ?? '', publicUrl, role === null ? 0 : undefined);
    c.header('Set-Cookie', value, { append: true });
    return c.body(null, 204);
  };
}

/** Where tries are counted: behind a proxy, the address that it saw last. */
function clientOf(c: Context, publicUrl: URL | null): string | null {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return (publicUrl === null ? undefined : forwarded) ?? addressOf(c);
}

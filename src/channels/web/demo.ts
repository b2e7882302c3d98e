import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Conversation } from '../../conversation/conversation.ts';
import type { Speaker } from '../../conversation/incoming.ts';
import { DEMO_CHANNEL, DEMO_ROLES, type DemoRole } from '../../demo/seed-demo.ts';
import type { Person } from '../../people/person.ts';
import type { PeopleStore } from '../../people/store.ts';

export const DEMO_COOKIE = 'ganxun_demo';

export interface DemoParts {
  /** Set up so that there may be one: bound to this machine alone, no bot, not switched off. */
  readonly isAllowed: boolean;
  readonly people: PeopleStore;
  readonly conversation: () => Promise<Conversation>;
}

/** The demonstration: one may be anyone of it, as long as nobody real is there. */
export interface Demo {
  /** Whether this request may see it. */
  isOpenTo(c: Context): Promise<boolean>;
  /** Whom the visitor chose to be; null for nobody. */
  roleOf(c: Context): Promise<DemoRole | null>;
  speakerOf(c: Context): Promise<{
    readonly speaker: Speaker;
    readonly conversation: Conversation;
    readonly person: Person;
  } | null>;
}

const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/u;
const LOOPBACK_HOSTS = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

export function createDemo({ isAllowed, people, conversation }: DemoParts): Demo {
  let isOver = !isAllowed;
  const isOpenTo = async (c: Context) => {
    if (isOver || !comesFromThisMachine(c)) return false;
    isOver = await people.hasAnyone();
    return !isOver;
  };
  const roleOf = async (c: Context) => {
    const chosen = DEMO_ROLES.find((role) => role === getCookie(c, DEMO_COOKIE));
    return chosen !== undefined && (await isOpenTo(c)) ? chosen : null;
  };
  return {
    isOpenTo,
    roleOf,
    speakerOf: async (c) => {
      const role = await roleOf(c);
      if (role === null) return null;
      const key = { conversation: role, person: role };
      return {
        speaker: { channel: DEMO_CHANNEL, ...key, shows: 'page' },
        conversation: await conversation(),
        person: {
          ...{ id: `demo-${role}`, name: '', unit: '', role },
          ...{ consentedAt: null, createdAt: '', memberships: [] },
        },
      };
    },
  };
}

/** Straight, and not through a proxy that stands on this machine. */
function comesFromThisMachine(c: Context): boolean {
  if (FORWARDED.some((name) => c.req.header(name) !== undefined)) return false;
  if (!LOOPBACK_HOSTS.test(new URL(c.req.url).hostname)) return false;
  return LOOPBACK.test(addressOf(c) ?? '');
}

/** The address that a request came from; null where that is not known. */
export function addressOf(c: Context): string | null {
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null;
  }
}

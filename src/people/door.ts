import type { Clock } from '../clock.ts';
import type { Standing } from './abilities.ts';
import { hashCode } from './invitation.ts';
import { standingOf } from './person.ts';
import type { Account, PeopleStore, Redeemed } from './store.ts';
import { createTries } from './tries.ts';

/** What the operator decides of who is answered. */
export interface Access {
  /** Anyone at all. */
  readonly everyone: boolean;
  /** Chats that are open to whoever is in them: ids, or names without their `@` in lower case. */
  readonly openChats: readonly string[];
}

/** Where someone knocks. */
export interface Knock {
  readonly account: Account;
  /** The chat's id and, where it has one, its public name. */
  readonly chat: string;
  readonly chatName: string | null;
  /** Others read along. */
  readonly isGroup: boolean;
}

/** Who is let in, whatever the channel. */
export interface Door {
  /** `not-here`: one who is admitted asks in a group that is not open. */
  open(knock: Knock): Promise<'in' | 'not-here' | 'stranger'>;
  standing(account: Account): Promise<Standing>;
  /**
   * @param from where the tries are counted besides the account, such as an address; null where
   *   the account cannot be changed at will
   * @param lastsMs milliseconds until the account ends; null where it does not
   */
  redeem(
    code: string,
    account: Account,
    from?: string | null,
    lastsMs?: number | null,
  ): Promise<Redeemed | { readonly kind: 'too-many-tries' }>;
}

/** Why a code did not let someone in, and what to do. */
export const CODE_PROBLEMS: Readonly<
  Record<Exclude<Awaited<ReturnType<Door['redeem']>>['kind'], 'admitted'>, string>
> = {
  unknown: '邀请码不对，请核对后再试。',
  expired: '邀请码已过期，请向教师或者管理员重新索取。',
  'used-up': '邀请码的名额已经用完，请向教师或者管理员重新索取。',
  taken: '这个邀请码是给另一个人的，您已经以本人身份登录。需要换人使用的，请先退出登录。',
  'too-many-tries': '尝试次数过多，请一小时后再试。',
};

const MOST_TRIES = 5;
/** Many people may stand behind one address. */
const MOST_TRIES_FROM_ONE_PLACE = 50;

export function createDoor(store: PeopleStore, access: Access, clock: Clock): Door {
  const ofAccount = createTries(clock, MOST_TRIES);
  const ofPlace = createTries(clock, MOST_TRIES_FROM_ONE_PLACE);
  return {
    open: async ({ account, chat, chatName, isGroup }) => {
      const named = [chat, chatName?.toLowerCase()];
      if (access.everyone || access.openChats.some((one) => named.includes(one))) return 'in';
      if ((await store.personOf(account, clock.now())) === null) return 'stranger';
      return isGroup ? 'not-here' : 'in';
    },
    standing: async (account) => standingOf(await store.personOf(account, clock.now())),
    redeem: async (code, account, from = null, lastsMs = null) => {
      const key = `${account.channel} ${account.key}`;
      if (ofAccount.areUsedUp(key) || (from !== null && ofPlace.areUsedUp(from))) {
        return { kind: 'too-many-tries' };
      }
      // Before it is known to be wrong: many that come at once are many.
      ofAccount.count(key);
      if (from !== null) ofPlace.count(from);
      const now = clock.now();
      const expires = lastsMs === null ? null : new Date(now.getTime() + lastsMs);
      const redeemed = await store.redeem(hashCode(code), account, now, expires);
      if (redeemed.kind === 'admitted') {
        ofAccount.forgive(key);
        if (from !== null) ofPlace.forgive(from);
      }
      return redeemed;
    },
  };
}

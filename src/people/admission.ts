import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** Someone as a channel knows them. */
export interface Account {
  readonly channel: string;
  /** The channel's own key of the person. */
  readonly key: string;
}

export interface Invitation {
  readonly id: string;
  /** What the operator noted of it; empty where nothing. */
  readonly note: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** How many people may come by it, and how many have. */
  readonly places: number;
  readonly taken: number;
}

export type Redeemed = 'admitted' | 'unknown' | 'expired' | 'used-up';

export interface AdmissionStore {
  isAdmitted(account: Account): Promise<boolean>;
  invite(invitation: Omit<Invitation, 'taken'> & { readonly codeHash: string }): Promise<void>;
  /** Admits an account by a code; one that is admitted already takes no further place. */
  redeem(codeHash: string, account: Account, now: Date): Promise<Redeemed>;
  /** The newest first. */
  invitations(): Promise<readonly Invitation[]>;
  /**
   * Makes an invitation void, and shuts out those who came by it.
   *
   * @returns how many were shut out; null where there is no such invitation
   */
  withdraw(id: string): Promise<number | null>;
}

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
  redeem(code: string, account: Account): Promise<Redeemed | 'too-many-tries'>;
}

/** Read aloud and typed without mistakes: no 0, O, 1, I, L. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^12 is more than 2^59: none is found by trying. */
const CODE_LENGTH = 12;
const MOST_TRIES = 5;
const TRIES_WITHIN_MS = 3_600_000;
/** Accounts whose tries are remembered. */
const MOST_REMEMBERED = 10_000;

export function makeCode(): string {
  const characters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)],
  );
  return characters.join('');
}

/** Names an invitation to the operator; unlike its code, it lets nobody in. */
export function makeInvitationId(): string {
  return randomBytes(4).toString('hex');
}

/** What the records keep of a code. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code.trim().toUpperCase()).digest('hex');
}

export function createDoor(store: AdmissionStore, access: Access, clock: Clock): Door {
  const mayTry = createTries(clock);
  return {
    open: async ({ account, chat, chatName, isGroup }) => {
      const named = [chat, chatName?.toLowerCase()];
      if (access.everyone || access.openChats.some((one) => named.includes(one))) return 'in';
      if (!(await store.isAdmitted(account))) return 'stranger';
      return isGroup ? 'not-here' : 'in';
    },
    redeem: async (code, account) => {
      if (!mayTry(`${account.channel} ${account.key}`)) return 'too-many-tries';
      return store.redeem(hashCode(code), account, clock.now());
    },
  };
}

/** Counts the tries of each account within the last hour. */
function createTries(clock: Clock): (key: string) => boolean {
  const tries = new Map<string, number[]>();
  return (key) => {
    const now = clock.now().getTime();
    const recent = (tries.get(key) ?? []).filter((at) => now - at < TRIES_WITHIN_MS);
    tries.delete(key);
    tries.set(key, [...recent, now].slice(-MOST_TRIES - 1));
    const oldest = tries.keys().next();
    if (tries.size > MOST_REMEMBERED && oldest.done !== true) tries.delete(oldest.value);
    return recent.length < MOST_TRIES;
  };
}

import type { Role } from './abilities.ts';
import type { Part, Person, TrainingClass } from './person.ts';

/** Someone as a channel knows them. */
export interface Account {
  readonly channel: string;
  /** The channel's own key of the person. */
  readonly key: string;
}

export interface Invitation {
  readonly id: string;
  /** What was noted of it; empty where nothing. */
  readonly note: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** How many may come by it, and how many have. */
  readonly places: number;
  readonly taken: number;
  readonly role: Role;
  /** The class that it leads into; null where it leads into none. */
  readonly classId: string | null;
  /** The person whom alone it lets in; null where it makes new ones. */
  readonly person: string | null;
}

export interface Member {
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  readonly part: Part;
  /** At any time: whoever has may have records that nobody else is to see. */
  readonly hasSignedIn: boolean;
}

export interface ClassInList extends TrainingClass {
  readonly learners: number;
  readonly trainers: number;
}

/** What an administrator, a trainer or the operator did to others. Nothing that people wrote. */
export interface AuditedDeed {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Null for the operator at the machine itself. */
  readonly actor: string | null;
  /** As it was then, so that nobody's name is put to it later. */
  readonly actorName: string | null;
  /** In words, such as 新建班次. */
  readonly deed: string;
  /** In words; names of classes and people, never a code. */
  readonly detail: string;
}

export type AuditLine = Omit<AuditedDeed, 'id'>;

export type Redeemed =
  | {
      readonly kind: 'admitted';
      readonly person: string;
      /** The class that it led into; null where it led into none. */
      readonly joined: string | null;
      /** What the code gives, which is not always what the person is now. */
      readonly role: Role;
    }
  /** `taken`: the account belongs to another person than the one that the code is for. */
  | { readonly kind: 'unknown' | 'expired' | 'used-up' | 'taken' };

/** A change that is kept in one transaction with the reply that tells of it. */
export type PeopleChange =
  | { readonly kind: 'consent'; readonly person: string; readonly at: string }
  | { readonly kind: 'rename'; readonly person: string; readonly name: string }
  | { readonly kind: 'add-class'; readonly class: TrainingClass; readonly at: string }
  | { readonly kind: 'change-class'; readonly class: TrainingClass }
  | { readonly kind: 'add-person'; readonly person: NewPerson; readonly at: string }
  | {
      readonly kind: 'join';
      readonly person: string;
      readonly classId: string;
      readonly part: Part;
      readonly at: string;
    }
  | { readonly kind: 'leave'; readonly person: string; readonly classId: string }
  | { readonly kind: 'invite'; readonly invitation: NewInvitation }
  /** Ends all accounts of a person but one, and takes back the codes that are for them. */
  | { readonly kind: 'sign-out-others'; readonly person: string; readonly keep: Account }
  /** Takes back the codes that are for one person alone. */
  | { readonly kind: 'void-codes'; readonly person: string }
  /** With their accounts, records and conversations. */
  | { readonly kind: 'remove-person'; readonly person: string }
  | { readonly kind: 'audit'; readonly deed: AuditedDeed };

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly role: Role;
}

export interface NewInvitation extends Omit<Invitation, 'taken'> {
  readonly codeHash: string;
}

/**
 * Who there is, and how they come in.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface PeopleStore {
  /** Null for a stranger, and for an account that has expired. */
  personOf(account: Account, now: Date): Promise<Person | null>;
  person(id: string): Promise<Person | null>;
  /** Whether there is anyone at all. */
  hasAnyone(): Promise<boolean>;
  people(): Promise<readonly Person[]>;
  classes(): Promise<readonly ClassInList[]>;
  class(id: string): Promise<TrainingClass | null>;
  /** Trainers first, then by name. */
  members(classId: string): Promise<readonly Member[]>;
  /** The newest first. */
  audit(limit: number): Promise<readonly AuditLine[]>;
  /**
   * Lets an account in by a code: as a new person, as the person that the code is for, or, where
   * the account has a person already, into the code's class and role.
   *
   * @param expires instant at which the account ends; null where it does not
   */
  redeem(codeHash: string, account: Account, now: Date, expires: Date | null): Promise<Redeemed>;
  /** Puts the end of an account off. */
  extend(account: Account, expires: Date): Promise<void>;
  signOut(account: Account): Promise<void>;
  /** Where a person is signed in. */
  accounts(person: string): Promise<readonly Account[]>;
  /** The newest first. */
  invitations(): Promise<readonly Invitation[]>;
  /**
   * Makes an invitation void, and shuts out the accounts that came by it.
   *
   * @returns how many were shut out; null where there is no such invitation
   */
  withdraw(id: string): Promise<number | null>;
  /** All or none of them. */
  change(changes: readonly PeopleChange[]): Promise<void>;
}

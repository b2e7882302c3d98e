import type { Kit } from './kit.ts';
import type {
  Contribution,
  Phase,
  Round,
  SeminarSession,
  SessionTimer,
  Votes,
} from './session/session.ts';

/** A kit as it is kept. */
export interface KitRecord {
  readonly id: string;
  /** Person who made it. */
  readonly owner: string;
  /** The class that it is for; null where it is for none. */
  readonly classId: string | null;
  /** Day of the seminar as `YYYY-MM-DD`; null while it is open. */
  readonly heldOn: string | null;
  /** Counts from 1 with every change. */
  readonly version: number;
  /** Plain data of the version; see `readKit`. */
  readonly kit: unknown;
  /** ISO instant of the version. */
  readonly changedAt: string;
}

export interface KitLine {
  readonly id: string;
  readonly owner: string;
  readonly topic: string;
  readonly classId: string | null;
  readonly version: number;
  readonly changedAt: string;
}

export interface KitVersion {
  readonly version: number;
  /** What was changed, in words. */
  readonly note: string;
  readonly changedAt: string;
}

/** A change that is kept in one transaction with the reply that tells of it. */
export type SeminarChange =
  | {
      readonly kind: 'add-kit';
      readonly id: string;
      readonly owner: string;
      readonly classId: string | null;
      readonly kit: Kit;
      readonly note: string;
      readonly at: string;
    }
  /**
   * Adds a version after `before`.
   *
   * @throws UserFacingError where another one was added meanwhile
   */
  | {
      readonly kind: 'save-version';
      readonly id: string;
      readonly before: number;
      readonly kit: Kit;
      readonly note: string;
      readonly at: string;
    }
  | { readonly kind: 'set-kit-class'; readonly id: string; readonly classId: string | null }
  | { readonly kind: 'set-kit-day'; readonly id: string; readonly heldOn: string | null }
  | { readonly kind: 'share-kit'; readonly id: string; readonly person: string }
  | { readonly kind: 'unshare-kit'; readonly id: string; readonly person: string }
  /** With its versions and shares; its sessions stay. */
  | { readonly kind: 'remove-kit'; readonly id: string }
  | { readonly kind: 'open-session'; readonly session: SeminarSession }
  /**
   * Again changes nothing. Neither this nor a contribution or a ballot has an instant: beside the
   * history, it would tell who said what.
   */
  | { readonly kind: 'join'; readonly session: string; readonly person: string }
  | { readonly kind: 'leave'; readonly session: string; readonly person: string }
  /**
   * The same text of the same person is there once.
   *
   * @throws UserFacingError where the round is no longer collected: what was said is not kept
   */
  | {
      readonly kind: 'contribute';
      readonly session: string;
      readonly person: string;
      readonly id: string;
      readonly round: Round;
      readonly text: string;
    }
  | {
      readonly kind: 'withdraw';
      readonly session: string;
      readonly person: string;
      readonly id: string;
    }
  /** `into` null takes a contribution out of what it was merged into. While merging alone. */
  | {
      readonly kind: 'merge';
      readonly session: string;
      readonly ids: readonly string[];
      readonly into: string | null;
    }
  /**
   * A ballot: three different contributions of the round, or fewer where there are fewer. The first
   * that a participant gives counts.
   *
   * @throws UserFacingError where the vote is closed, the participant has voted, or a choice is not
   * (or no longer) on the list
   */
  | {
      readonly kind: 'vote';
      readonly session: string;
      readonly person: string;
      readonly round: Round;
      readonly choices: readonly string[];
    }
  /**
   * Goes back only while nothing is undone by it: from a vote that nobody has given, or from a list
   * that nobody has written on.
   *
   * @throws UserFacingError where the session is no longer at `from` (someone else moved it), or
   * something would be undone
   */
  | {
      readonly kind: 'move-session';
      readonly session: string;
      readonly from: number;
      readonly round: Round;
      readonly phase: Phase;
      readonly focus: string;
    }
  | { readonly kind: 'set-timer'; readonly session: string; readonly timer: SessionTimer | null }
  /** Empty `fields` are left as they are. */
  | {
      readonly kind: 'detail';
      readonly session: string;
      readonly id: string;
      readonly fields: Partial<
        Pick<Contribution, 'category' | 'responsible' | 'deadline' | 'feasibility'>
      >;
    }
  /** A new one, or another text for the one of that id; an empty text takes it away. */
  | {
      readonly kind: 'note';
      readonly session: string;
      readonly id: string;
      readonly of: 'disagreement' | 'report-point';
      readonly text: string;
    }
  /**
   * Ends it: who took part, who said what and who voted is wiped, here and in the dialogues (turns of
   * the session, buttons and states that name it); the counts stay.
   */
  | { readonly kind: 'close-session'; readonly session: string; readonly at: string };

/**
 * Kits and sessions.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface SeminarStore {
  kit(id: string): Promise<KitRecord | null>;
  /** One's own and those that others share with one, the latest change first. */
  kits(person: string): Promise<readonly KitLine[]>;
  /** The latest first. */
  versions(kit: string): Promise<readonly KitVersion[]>;
  /** A kit as a version had it. */
  version(kit: string, version: number): Promise<KitRecord | null>;
  /** Persons that a kit is shared with. */
  readers(kit: string): Promise<readonly string[]>;
  session(id: string): Promise<SeminarSession | null>;
  /** An open one. */
  sessionByCode(code: string): Promise<SeminarSession | null>;
  /** Those that a person opened, the newest first. */
  sessions(owner: string, limit: number): Promise<readonly SeminarSession[]>;
  /** Those of a kit, the newest first. */
  sessionsOfKit(kit: string): Promise<readonly SeminarSession[]>;
  /** How many have joined and not left; how many ever did, once it is closed. */
  participants(session: string): Promise<number>;
  takesPart(session: string, person: string): Promise<boolean>;
  /** Open sessions that a person takes part in. */
  joined(person: string): Promise<readonly SeminarSession[]>;
  /** All of a round, by number. */
  contributions(session: string, round: Round): Promise<readonly Contribution[]>;
  /** How many people have put something in, while it is open. */
  contributors(session: string, round: Round): Promise<number>;
  /** One's own of a round, by number. */
  own(session: string, round: Round, person: string): Promise<readonly Contribution[]>;
  votes(session: string, round: Round): Promise<Votes>;
  /** How many have voted. */
  ballots(session: string, round: Round): Promise<number>;
  hasVoted(session: string, round: Round, person: string): Promise<boolean>;
  notes(session: string): Promise<
    readonly {
      readonly id: string;
      readonly of: 'disagreement' | 'report-point';
      readonly text: string;
    }[]
  >;
  change(changes: readonly SeminarChange[]): Promise<void>;
}

import type { LearningChange } from '../checkin/store.ts';
import type { DeliveryChange } from '../delivery/store.ts';
import type { Tally } from '../insight/tally.ts';
import type { LedgerChange } from '../materials/ledger/store.ts';
import type { GivenAnswerChange } from '../materials/recall/store.ts';
import type { PeopleChange } from '../people/store.ts';
import type { QuestionnaireChange } from '../questionnaire/store.ts';
import type { ReminderChange } from '../reminder/store.ts';
import type { SeminarChange } from '../seminar/store.ts';
import type { SuggestionChange } from '../suggestion/store.ts';
import type { NewSuggestion } from '../suggestion/suggestion.ts';
import type { Verdict } from './deeds/talk.ts';
import type { Speaker } from './incoming.ts';
import type { DraftFile, ShownFile } from './reply.ts';
import type { History, Turn } from './turn.ts';

export type { History, Turn } from './turn.ts';

/** A change of the records that a reply tells of. */
export type Change =
  | { readonly of: 'learning'; readonly change: LearningChange }
  | { readonly of: 'people'; readonly change: PeopleChange }
  | { readonly of: 'seminar'; readonly change: SeminarChange }
  | { readonly of: 'delivery'; readonly change: DeliveryChange }
  | { readonly of: 'reminder'; readonly change: ReminderChange }
  | { readonly of: 'questionnaire'; readonly change: QuestionnaireChange }
  | { readonly of: 'given-answer'; readonly change: GivenAnswerChange }
  | { readonly of: 'ledger'; readonly change: LedgerChange }
  | { readonly of: 'suggestion'; readonly change: SuggestionChange };

/** Outcome of a turn in which a ballot is made out: it is wiped once the ballot is counted. */
export const BALLOT = 'ballot';

/** Outcome of a turn in which a 意见建议 is sent or looked up: it is wiped after an hour. */
export const SUGGESTION_TURN = 'suggestion';

/** Another process has kept a reply to the same message meanwhile: nothing of this one was kept. */
export class AlreadyAnswered extends Error {
  override readonly name = 'AlreadyAnswered';

  constructor() {
    super('Cannot keep a reply: the message has one already');
  }
}

/** Everything that one message leaves behind, kept in one transaction. */
export interface Kept {
  readonly speaker: Speaker;
  /** ISO instant at which the message was answered. */
  readonly at: string;
  /** Plain data; null leaves the kept state as it is. */
  readonly state: unknown;
  /**
   * Null where the reply is no turn of the history. `outcome` is null unless a question was answered, a
   * ballot made out or a 意见建议 sent.
   */
  readonly turn: (Omit<Turn, 'verdict'> & { readonly outcome: string | null }) | null;
  /** The deeds behind the reply's buttons; null where it has none. */
  readonly actions: ActionSet | null;
  readonly files: readonly KeptFile[];
  /** Feedback on an earlier turn of the same conversation; `day` is that under which it counts. */
  readonly rating: {
    readonly turn: string;
    readonly verdict: Verdict;
    readonly at: string;
    readonly day: string;
  } | null;
  /** What the message adds to the totals of the service; left out where that is nothing. */
  readonly tallies?: readonly Tally[];
  /** In their order; all of them, or the message leaves nothing. */
  readonly changes: readonly Change[];
  /** A 意见建议 that comes in. */
  readonly suggestion: NewSuggestion | null;
}

export interface ActionSet {
  readonly id: string;
  /** Plain data, in the order of the buttons. */
  readonly deeds: readonly unknown[];
  /** ISO instant. */
  readonly expiresAt: string;
}

export interface KeptFile extends DraftFile {
  readonly id: string;
}

/**
 * What the conversation keeps. Every method speaks for one speaker: what another person or another
 * conversation keeps is not there for them.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface ConversationStore {
  /** Null where nothing is kept yet. */
  state(speaker: Speaker): Promise<unknown>;
  /** @throws AlreadyAnswered where its message has a turn already */
  keep(kept: Kept): Promise<void>;
  /** The turn that answered a message, or null. */
  turnOf(speaker: Speaker, message: string): Promise<Turn | null>;
  /** The deed of an action in a set, or null where it is unknown, expired or someone else's. */
  deed(speaker: Speaker, set: string, position: number, now: Date): Promise<unknown>;
  /** The latest turns, or those before a turn of this conversation. */
  history(speaker: Speaker, limit: number, before?: string): Promise<History>;
  file(speaker: Speaker, id: string): Promise<(ShownFile & DraftFile) | null>;
  /**
   * Forgets turns, actions, files, feedback and state of a conversation; suggestions stay sent.
   *
   * @param changes that are kept with it
   */
  forget(speaker: Speaker, changes?: readonly Change[]): Promise<void>;
}

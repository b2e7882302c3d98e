import type { RecallBank } from '../checkin/recall/bank.ts';
import type { LearningStore } from '../checkin/store.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { InsightSources } from '../insight/gather.ts';
import type { AnsweredQuestion } from '../insight/tally.ts';
import type { Companions } from '../materials/faq/pairs.ts';
import type { ReleaseStore } from '../materials/gate/store.ts';
import type { QuestionMask } from '../materials/ledger/mask-question.ts';
import type { LedgerStore } from '../materials/ledger/store.ts';
import type { GivenAnswerStore } from '../materials/recall/store.ts';
import type { Shelf } from '../materials/shelf.ts';
import type { Person } from '../people/person.ts';
import type { Account, PeopleStore } from '../people/store.ts';
import type { DiagnosisStore } from '../questionnaire/diagnosis/sources.ts';
import type { QuestionnaireStore } from '../questionnaire/store.ts';
import type { RestDays } from '../reminder/calendar/rest-days.ts';
import type { ReminderStore } from '../reminder/store.ts';
import type { BorrowedIndex } from '../retrieval/index/keep-index.ts';
import type { HeldIndex } from '../retrieval/index/keep-serving.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { SeminarStore } from '../seminar/store.ts';
import type { Receipts } from '../suggestion/receipts.ts';
import type { SuggestionStore } from '../suggestion/store.ts';
import type { IntentKind } from './commands.ts';
import type { Deed } from './deeds/deed.ts';
import type { Speaker } from './incoming.ts';
import type { ModelTools } from './model-tools.ts';
import type { DraftBlock, Placement } from './reply.ts';
import type { DialogueState } from './state.ts';
import type { Change, History, Kept } from './store.ts';

/** Where a code is used. */
export interface CodeLink {
  /** 网页 or Telegram. */
  readonly label: string;
  readonly url: string;
}

/** What every feature may use. */
export interface Tools {
  readonly people: PeopleStore;
  readonly learning: LearningStore;
  readonly seminars: SeminarStore;
  readonly deliveries: DeliveryStore;
  readonly reminders: ReminderStore;
  readonly questionnaires: QuestionnaireStore;
  readonly diagnosis: DiagnosisStore;
  /** The materials with their versions, drafts included. */
  readonly shelf: Shelf;
  /** The files beside the manifest: question-answer pairs and golden questions. */
  readonly companions: Companions;
  /** Channels that carry passages of 内部 materials. */
  readonly internalChannels: readonly string[];
  /** What answers cited, and to whom they went. */
  readonly givenAnswers: Pick<GivenAnswerStore, 'citedTo' | 'totals'>;
  readonly suggestions: Pick<SuggestionStore, 'list' | 'suggestion' | 'wishedBy' | 'totals'>;
  /** Codes of 意见建议 that were sent. */
  readonly receipts: Receipts;
  /** Days for which that is kept; 0 where it is not. */
  readonly answerDays: number;
  /** Questions without an answer; what is changed in it goes with a reply, as a change. */
  readonly ledger: Omit<LedgerStore, 'place' | 'toTell' | 'tell' | 'forget' | 'change'>;
  /** Whoever answered a question may approve the answer too. */
  readonly oneMayApprove: boolean;
  /** What the ledger may keep of a question. */
  readonly maskQuestion: QuestionMask;
  readonly restDays: RestDays;
  /** Where totals of the service come from. */
  readonly insight: InsightSources;
  /** Whether messages can be pushed by a bot. */
  readonly hasBot: boolean;
  /**
   * The index that serves, without what is withdrawn by now. It is closed once a newer one is opened,
   * so it must not be used after a further `await`.
   */
  index(): Promise<CorpusIndex>;
  /** The same, kept open until it is given back. */
  borrowIndex(): Promise<BorrowedIndex>;
  /**
   * Waits until answers come from an index of the materials as they are now; the problem, in words
   * for people, where it could not be made and answers still come from the one before.
   */
  freshIndex(): Promise<string | null>;
  /** Why answers do not come from an index of the materials as they are now; null where nothing failed. */
  indexTrouble(): string | null;
  /** What the gate found of indexes, and who let through what it had stopped. */
  readonly releases: ReleaseStore;
  /** What the gate has stopped by now; null where nothing is. */
  heldIndex(): HeldIndex | null;
  /** Null where answers are made without a model. */
  readonly model: ModelTools | null;
  /** The recall questions whose passages stand in the corpus as it is now. */
  recall(): Promise<RecallBank>;
  /** Where a code can be used; none where no address is known. */
  links(code: string): Promise<readonly CodeLink[]>;
  /** Where the questionnaire of a code is answered; none where no address is known. */
  surveyLinks(code: string): Promise<readonly CodeLink[]>;
  /** IANA zone in which days and times count. */
  readonly zone: string;
}

/**
 * What a feature may look at when it answers; `index`, `borrowIndex` and `recall` show what may be
 * read by whoever speaks, where they speak.
 */
export interface Occasion extends Tools {
  /** As it is once this message is answered, unless the feature says otherwise. */
  readonly state: DialogueState;
  /** What the message before had led people to expect. */
  readonly pending: Pick<
    DialogueState,
    | ('expecting' | 'entry' | 'on' | 'classId' | 'kitWords' | 'reminderWords')
    | ('questionnaireWords' | 'awaitsQuestionnaire' | 'materialWords' | 'suggestionWords')
    | ('wishesAnswer' | 'ledgerWords' | 'gateWords' | 'goldenWords')
  >;
  /** Null for a stranger. */
  readonly person: Person | null;
  /** As which they speak. */
  readonly account: Account;
  /** Others read along: nothing is said of who the person is. */
  readonly isPublic: boolean;
  /** See {@link Speaker.carrier}; null where there is none. */
  readonly carrier: string | null;
  readonly shows: NonNullable<Speaker['shows']>;
  readonly now: Date;
  /** `YYYY-MM-DD` in the zone. */
  readonly today: string;
  /** Aborted once the person has left, or the service stops. */
  readonly left: AbortSignal;
  /** The channel's own id of the message. */
  readonly message: string;
  /** What was written into the input whose button was tapped; null where nothing was. */
  readonly written: string | null;
  /** The id that the turn will have, should the reply become one. */
  readonly turn: string;
  /** Does what another feature does, where the person may; else says why not. */
  perform(order: Order, on: Occasion): Promise<FeatureReply>;
  /** The latest turns of this conversation. */
  history(limit: number): Promise<History>;
}

/** What a text or a button can ask for. */
export type Order =
  | { readonly kind: 'intent'; readonly intent: IntentKind; readonly text: string }
  | { readonly kind: 'deed'; readonly deed: Deed };

/** An occasion on which it is known who speaks. */
export type PersonalOccasion = Occasion & { readonly person: Person };

/** A feature's answer; what is left out changes nothing. */
export interface FeatureReply extends Partial<Pick<Kept, 'rating' | 'suggestion'>> {
  readonly placement: Placement;
  /** In order; each goes out as soon as it is made. */
  readonly blocks: Iterable<DraftBlock> | AsyncIterable<DraftBlock | Working>;
  /** What is known only once all blocks are made; called then, once, and stands over the rest. */
  settle?(): Settled;
  readonly state?: DialogueState;
  /** How a question ended; see also `BALLOT`. */
  readonly outcome?: string;
  /** How it was answered, for the totals; left out where no question was answered. */
  readonly answered?: Pick<AnsweredQuestion, 'by' | 'cited'>;
  /** What the history has in place of what the person said. */
  readonly said?: string;
  /** The seminar in which it is said: the turn is wiped when that is closed. */
  readonly session?: string;
  /** Kept in one transaction with the reply. */
  readonly changes?: readonly Change[];
  /**
   * What the person said must not stay with them either: a channel takes it away where it can; `said`
   * is what the history has in its place.
   */
  readonly takesBack?: true;
  /** Words that are shown this once: the history has a remark in their place. */
  readonly secrets?: readonly string[];
  /** Forgets the conversation, this reply included. */
  readonly forgets?: true;
  /** Takes back what stands outside the records already, where what belongs to it there could not be kept. */
  undo?(): Promise<void>;
}

export type Settled = Pick<
  FeatureReply,
  'state' | 'outcome' | 'answered' | 'changes' | 'secrets' | 'session' | 'said' | 'takesBack'
>;

/** Among the blocks: what is being done, for those who wait. */
export interface Working {
  readonly kind: 'working';
  readonly word: string;
}

/** What comes of an order: at once, or after something is looked up. */
export type SoonReplied = FeatureReply | Promise<FeatureReply>;

/** A word that passes. */
export function notice(text: string): FeatureReply {
  return { placement: 'notice', blocks: [{ kind: 'text', tone: 'notice', text }] };
}

/** A turn of one text. */
export function say(text: string): FeatureReply {
  return { placement: 'turn', blocks: [{ kind: 'text', tone: 'plain', text }] };
}

import type { Generated } from 'kysely';
import type { LedgerTables } from './ledger/tables.ts';
import type { ReleaseTables } from './materials/release-tables.ts';
import type { MaterialTables } from './materials/tables.ts';
import type { QuestionnaireTables } from './questionnaire/tables.ts';
import type { ReminderTables } from './reminder/tables.ts';
import type { SeminarTables } from './seminar/tables.ts';
import type { SuggestionTables } from './suggestion/tables.ts';

/** The tables of the records. Instants are ISO texts, structured values JSON texts. */
export interface Tables
  extends SeminarTables,
    ReminderTables,
    QuestionnaireTables,
    MaterialTables,
    LedgerTables,
    ReleaseTables,
    SuggestionTables {
  conversation: ConversationTable;
  turn: TurnTable;
  action_set: ActionSetTable;
  file: FileTable;
  rating: RatingTable;
  tally: TallyTable;
  telegram_update: TelegramUpdateTable;
  lease: LeaseTable;
  invitation: InvitationTable;
  account: AccountTable;
  person: PersonTable;
  class: ClassTable;
  class_member: ClassMemberTable;
  audit: AuditTable;
  learning_entry: LearningEntryTable;
  recall_card: RecallCardTable;
  recall_answer: RecallAnswerTable;
  model_use: ModelUseTable;
}

interface ModelUseTable {
  who: string;
  /** `YYYY-MM-DD`. */
  day: string;
  tokens: number;
}

interface ConversationTable {
  id: Generated<number>;
  channel: string;
  /** The channel's own key. */
  key: string;
  state: string | null;
  created_at: string;
}

interface TurnTable {
  /** Grows with every turn: the order of the history. */
  ordinal: Generated<number>;
  id: string;
  conversation: number;
  message: string;
  said: string;
  blocks: string;
  outcome: string | null;
  at: string;
  /** Of a seminar in which it was said, with whose end it is wiped. */
  session: string | null;
}

interface ActionSetTable {
  id: string;
  conversation: number;
  person: string;
  deeds: string;
  expires_at: string;
}

interface FileTable {
  id: string;
  conversation: number;
  name: string;
  media_type: string;
  bytes: Uint8Array;
}

interface RatingTable {
  turn: string;
  verdict: string;
  at: string;
  /** Under which it counts; null for one of before there were totals. */
  day: string | null;
}

/** Totals of the service. Nothing in it is of anybody. */
interface TallyTable {
  /** `YYYY-MM-DD`. */
  day: string;
  of: string;
  name: string;
  /** Of the same total, so that those who add to it at once need not wait for each other. */
  shard: number;
  number: number;
}

interface TelegramUpdateTable {
  bot: number;
  /** Telegram's `update_id`. */
  id: number;
  /** As received; null once it is done. */
  body: string | null;
  plan: string | null;
  sent: Generated<number>;
  /** 0 or 1. */
  is_sending: Generated<number>;
  /** Number of a message in its chat. */
  interim: number | null;
  received_at: string;
  done_at: string | null;
}

interface LeaseTable {
  name: string;
  holder: string;
  expires_at: string;
}

interface InvitationTable {
  id: string;
  code_hash: string;
  note: string;
  created_at: string;
  expires_at: string;
  places: number;
  taken: Generated<number>;
  role: Generated<string>;
  class: string | null;
  person: string | null;
}

/** A person as a channel knows them. */
interface AccountTable {
  channel: string;
  key: string;
  person: string;
  invitation: string | null;
  admitted_at: string;
  expires_at: string | null;
  /** Since when its channel takes no messages for it; null while it does. */
  shut_at: string | null;
}

interface PersonTable {
  id: string;
  name: string;
  unit: string;
  role: string;
  created_at: string;
  consented_at: string | null;
  /** The first time; null for someone who was put on a list and never came. */
  signed_in_at: string | null;
}

interface ClassTable {
  id: string;
  name: string;
  /** `YYYY-MM-DD`. */
  starts_on: string;
  ends_on: string;
  created_at: string;
}

interface ClassMemberTable {
  class: string;
  person: string;
  part: string;
  joined_at: string;
}

/** Outlives the people that it names, who are then nobody's. */
interface AuditTable {
  id: string;
  at: string;
  actor: string | null;
  /** As it was then. */
  actor_name: string | null;
  deed: string;
  detail: string;
}

interface LearningEntryTable {
  id: string;
  person: string;
  studied_on: string;
  recorded_at: string;
  /** 0 or 1, as everything that begins with `is_`. */
  is_made_up: number;
  kind: string;
  material: string | null;
  place: string | null;
  chapter: string | null;
  studied: string;
  reflection: string;
  class: string | null;
  shared_with: string | null;
  revision: number;
  withdrawn_at: string | null;
}

interface RecallCardTable {
  person: string;
  item: string;
  material: string;
  chapter: string;
  due: string;
  is_recalled: number;
  state: string;
}

interface RecallAnswerTable {
  id: string;
  person: string;
  item: string;
  material: string;
  place: string;
  at: string;
  is_right: number;
}

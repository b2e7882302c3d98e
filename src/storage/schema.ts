import type { Generated } from 'kysely';

/** The tables of the records. Instants are ISO texts, structured values JSON texts. */
export interface Tables {
  conversation: ConversationTable;
  turn: TurnTable;
  action_set: ActionSetTable;
  file: FileTable;
  rating: RatingTable;
  suggestion: SuggestionTable;
  telegram_update: TelegramUpdateTable;
  lease: LeaseTable;
  invitation: InvitationTable;
  account: AccountTable;
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
}

/** Stands apart from conversations on purpose: nothing here says who wrote it. */
interface SuggestionTable {
  id: string;
  text: string;
  at: string;
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
}

/** Someone who was let in, as a channel knows them. */
interface AccountTable {
  channel: string;
  key: string;
  invitation: string;
  admitted_at: string;
}

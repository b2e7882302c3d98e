/** Questions without an answer. */
export interface LedgerTables {
  ledger_topic: LedgerTopicTable;
  ledger_wording: LedgerWordingTable;
  ledger_asked: LedgerAskedTable;
}

interface LedgerTopicTable {
  id: string;
  state: string;
  assignee: string | null;
  answer: string | null;
  answered_by: string | null;
  /** As it was then. */
  answered_by_name: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  reason: string | null;
  pair: string | null;
  revision: number;
  /** How many had asked when it was last forgotten who: never more than had. */
  former_people: number;
  changed_at: string;
}

/** What was asked, in words that tell nothing of who asked. */
interface LedgerWordingTable {
  /** Made from its folded text. */
  id: string;
  topic: string | null;
  text: string;
  cause: string;
  near: string | null;
  /** A person counts once, whoever is none counts each time. */
  times: number;
  /** Whether it came into the ledger by someone who is no person of the records. */
  is_from_stranger: number;
  /** To the hour, so that they lead to no turn of a conversation. */
  first_at: string;
  last_at: string;
}

/** Who is to be told; gone once they are, or when they leave or ask for it. */
interface LedgerAskedTable {
  wording: string;
  person: string;
  at: string;
  /** Whether the wording came into the ledger by this person. */
  is_first: number;
}

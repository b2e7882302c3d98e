/** Kits with their versions and readers, sessions with what was put in. */
export interface SeminarTables {
  seminar_kit: SeminarKitTable;
  seminar_version: SeminarVersionTable;
  seminar_share: SeminarShareTable;
  seminar_session: SeminarSessionTable;
  seminar_round: SeminarRoundTable;
  seminar_member: SeminarMemberTable;
  seminar_ballot: SeminarBallotTable;
  seminar_contribution: SeminarContributionTable;
  seminar_vote: SeminarVoteTable;
  seminar_note: SeminarNoteTable;
}

interface SeminarKitTable {
  id: string;
  owner: string;
  class: string | null;
  /** `YYYY-MM-DD`. */
  held_on: string | null;
  topic: string;
  version: number;
  changed_at: string;
}

interface SeminarVersionTable {
  kit: string;
  version: number;
  content: string;
  note: string;
  changed_at: string;
}

interface SeminarShareTable {
  kit: string;
  person: string;
}

interface SeminarSessionTable {
  id: string;
  code: string;
  kit: string | null;
  class: string | null;
  owner: string;
  topic: string;
  /** A group's name; empty for the whole class. */
  team: string;
  focus: string;
  round: string;
  phase: string;
  step: number;
  timer: string | null;
  /** How many ever took part; null while it is open. */
  people: number | null;
  opened_at: string;
  closed_at: string | null;
}

interface SeminarRoundTable {
  session: string;
  round: string;
  /** Contributions that were ever given, so that no number is given twice. */
  given: number;
  ballots: number;
}

interface SeminarMemberTable {
  session: string;
  person: string;
  is_here: number;
}

interface SeminarBallotTable {
  session: string;
  round: string;
  person: string;
}

interface SeminarContributionTable {
  id: string;
  session: string;
  round: string;
  number: number;
  text: string;
  /** Null once they have left, or it is over. */
  author: string | null;
  merged_into: string | null;
  category: string;
  responsible: string;
  deadline: string;
  feasibility: string;
}

interface SeminarVoteTable {
  session: string;
  round: string;
  contribution: string;
  first: number;
  second: number;
  third: number;
}

interface SeminarNoteTable {
  id: string;
  session: string;
  kind: string;
  ordinal: number;
  text: string;
}

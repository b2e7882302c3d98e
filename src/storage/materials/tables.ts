/** What answers cited, and to whom they went. */
export interface MaterialTables {
  given_cite: GivenCiteTable;
  given_answer: GivenAnswerTable;
  given_answer_cite: GivenAnswerCiteTable;
}

/** A text that was cited, once however often it went out. */
interface GivenCiteTable {
  /** Made from all that it is. */
  id: string;
  material: string;
  version: number;
  place: string;
  start: number;
  end: number;
  text: string;
  /** Mark of what it was compared with last; null before the first time. */
  compared: string | null;
  /** When it was found changed; null while it stands. */
  told_at: string | null;
}

interface GivenAnswerTable {
  id: string;
  /** Null for whoever was no person of the records. */
  person: string | null;
  at: string;
}

interface GivenAnswerCiteTable {
  answer: string;
  cite: string;
  /** When the person was told that it has changed, or it was found so where nobody can be told. */
  recalled_at: string | null;
}

import type { Generated } from 'kysely';

/** 意见建议, and who asked to be told of the answer. */
export interface SuggestionTables {
  suggestion: SuggestionTable;
  suggestion_wish: SuggestionWishTable;
}

/**
 * Stands apart from conversations on purpose: nothing here says who wrote it, neither an instant nor the
 * order of the rows.
 */
interface SuggestionTable {
  /** Random. */
  id: string;
  text: string;
  /** A day; with its time where it was restored from a backup of before the days. */
  at: string;
  state: Generated<string>;
  revision: Generated<number>;
  steps: Generated<string>;
  /** Null for those of before the codes. */
  code_hash: string | null;
}

/** In no backup. */
interface SuggestionWishTable {
  suggestion: string;
  person: string;
  /** Null until a message has told them that there is an answer. */
  told_at: string | null;
}

/** Names inside one index folder. */
export const INDEX_FILES = {
  store: 'texts.sqlite',
  lexical: 'passages.lexical',
  questions: 'questions.lexical',
  vectors: 'vectors',
} as const;

/** Beside the index folders: the name of the one in use. */
export const CURRENT = 'current';

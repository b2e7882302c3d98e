/** What kind of thing a question asks for; the answer leads with it. */
export const ANSWER_KINDS = [
  'figure',
  'list',
  'body',
  'procedure',
  'comparison',
  'statement',
] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];

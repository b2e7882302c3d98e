/**
 * What a question makes people do. ORID orders fact, feeling, meaning and decision (Stanfield, The
 * Art of Focused Conversation); analyse, evaluate (what is), weigh (what is proposed) and create are
 * Bloom's upper levels; risk, benefit and process are the black, yellow and blue hats of 六顶思考帽.
 */
export const KINDS = [
  'fact',
  'feeling',
  'meaning',
  'analyse',
  'evaluate',
  'weigh',
  'risk',
  'benefit',
  'create',
  'decide',
  'process',
] as const;

export type Kind = (typeof KINDS)[number];

/** As the sheets call it. */
export const LEVELS: Readonly<Record<Kind, string>> = {
  fact: 'ORID·事实',
  feeling: 'ORID·感受',
  meaning: 'ORID·意义',
  analyse: '布卢姆·分析',
  evaluate: '布卢姆·评价',
  weigh: '布卢姆·评价',
  risk: '布卢姆·评价',
  benefit: '布卢姆·评价',
  create: '布卢姆·创造',
  decide: 'ORID·决定',
  process: '布卢姆·分析',
};

/** A question in words, before it has a place in a kit. */
export interface Wording {
  readonly text: string;
  /** Two or three. */
  readonly followUps: readonly string[];
  readonly expected: string;
}

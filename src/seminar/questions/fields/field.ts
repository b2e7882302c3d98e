import type { Kind, Wording } from '../question.ts';

/**
 * What a facilitator knows of one kind of work in cadre education (or of one subject that cadres
 * are trained in): words of method, never of policy. Stems are made concrete with it, so each
 * phrase must read well where its comment says.
 */
export interface Field {
  readonly name: string;
  /** Words by which a topic is told to be of this field. */
  readonly words: readonly string[];
  /** Who is concerned, as nouns: 组织部门. Four or five, of which the first is usually in the lead. */
  readonly parties: readonly string[];
  /** The work from its first to its last step, as short verb phrases: 收集需求. Five or six. */
  readonly steps: readonly string[];
  /** What can be seen or laid on the table, as nouns: 需求汇总表. Four or five. */
  readonly traces: readonly string[];
  /** An occasion to think back to, before a comma: 最近一次编年度培训计划时. Three. */
  readonly moments: readonly string[];
  /** How it shows that the work goes badly, as clauses without blame: 调研表由一个人代填. Five or six. */
  readonly signs: readonly string[];
  /** What could be counted, as nouns: 近一年因调研意见而改动的课程门数. Three. */
  readonly counts: readonly string[];
  /** Two wishes that pull apart, as nouns: 上级统一安排, 本单位实际需要. Three pairs. */
  readonly tensions: readonly (readonly [string, string])[];
  /** Who feels it when it goes badly, as nouns: 派人参训的单位. Two or three. */
  readonly affected: readonly string[];
  /** Questions that only this field has. `UNIT` stands for 本县, 本校 and the like. */
  readonly own: readonly (Wording & { readonly kind: Kind })[];
}

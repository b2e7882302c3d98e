import type { Analysis } from '../analysis/analysis.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { RecalledChapter, UnansweredPlace } from './sources.ts';

/** What a diagnosis is made from: totals of five people or more. */
export interface DiagnosisInput {
  /** Of the class or unit. */
  readonly name: string;
  /** How many people it has. */
  readonly people: number;
  /** Closed needs surveys of it. */
  readonly surveys: readonly DiagnosedSurvey[];
  readonly unanswered: readonly UnansweredPlace[];
  readonly recalled: readonly RecalledChapter[];
  /** Titles of materials, by id: recall knows the id alone. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface DiagnosedSurvey {
  readonly title: string;
  /** Day of the closing, `YYYY-MM-DD`. */
  readonly closedAt: string;
  readonly analysis: Analysis;
  /** As it was published: it says where in the plan each item comes from. */
  readonly content: Questionnaire;
}

export const EVIDENCE_NAMES = {
  gap: '问卷差距',
  unanswered: '资料未答的提问',
  recall: '复习掌握情况',
} as const;

export type EvidenceKind = keyof typeof EVIDENCE_NAMES;

/** What one source says of one need. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Whether it speaks for the need; what was recalled well speaks against it. */
  readonly speaksFor: boolean;
  readonly people: number;
  /** The same in words: exact of a closed survey alone. */
  readonly told: string;
  /** How strong it is within its kind: a score, a count, or the share recalled wrong. */
  readonly strength: number;
  readonly sentence: string;
}

/** How sure a diagnosis is: 把握. */
export const SURENESS_NAMES = { high: '较高', fair: '一般', low: '较低' } as const;

export type Sureness = keyof typeof SURENESS_NAMES;

export interface DiagnosedNeed {
  /** What to teach, in words. */
  readonly subject: string;
  /** Such as 《全国干部教育培训规划（2023—2027年）》三; empty where nothing in a material is known of it. */
  readonly place: string;
  /** The strongest first; what speaks against it last. */
  readonly evidence: readonly Evidence[];
  readonly sureness: Sureness;
  /** Why it is so sure: which sources, how many people, how they agree. */
  readonly why: string;
}

/** 培训需求诊断 of a class or unit. */
export interface Diagnosis {
  readonly name: string;
  readonly people: number;
  /** What it rests on, each with how many people; empty where there is nothing. */
  readonly sources: readonly DiagnosisSource[];
  /** The surest first, and of those what most sources agree on. */
  readonly needs: readonly DiagnosedNeed[];
  /** What is missing, and what would mend it, each a sentence. */
  readonly missing: readonly string[];
}

export interface DiagnosisSource {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly people: string;
}

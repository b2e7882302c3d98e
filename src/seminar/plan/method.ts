import type { Kind } from '../questions/question.ts';

/** A step of the agenda, with how much of the time it wants. */
export interface MethodStep {
  readonly step: string;
  /** Minutes of a half-day of 180, by which the time given is shared out. */
  readonly usual: number;
  /** Minutes under which the step makes no sense. */
  readonly least: number;
  readonly tool: string;
  readonly guide: string;
  readonly output: string;
}

/** A stage that asks questions, and what kinds of them in which order. */
export interface MethodStage {
  readonly stage: string;
  /** As many as a half-day takes; the first ones where there is less time. */
  readonly kinds: readonly Kind[];
}

/** What the guides speak of. */
export interface Talk {
  readonly subject: string;
  /** Subject and what ails it; null where nothing is said to be wrong. */
  readonly trouble: string | null;
  readonly unit: string;
  readonly groups: number;
}

/** How one 研讨方法 goes: advice of method, from published practice and our own judgement. */
export interface MethodPlan {
  /** People of a group. */
  readonly groupSize: { readonly least: number; readonly usual: number; readonly most: number };
  readonly stages: readonly MethodStage[];
  readonly steps: (talk: Talk) => readonly MethodStep[];
  /** Rules besides those that hold for every seminar. */
  readonly rules: readonly string[];
  readonly supplies: readonly string[];
  readonly preparation: readonly string[];
}

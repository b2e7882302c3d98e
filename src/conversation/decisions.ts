import { z } from 'zod';
import type { DialogueState } from './state.ts';

/** Older ones are forgotten; their buttons are seldom still good by then. */
const MOST_DECISIONS = 50;

const decided = z.object({ decision: z.string() });

/** The decision that a kept deed belongs to; null where it may be done as often as it is tapped. */
export function decisionOf(stored: unknown): string | null {
  const parsed = decided.safeParse(stored);
  return parsed.success ? parsed.data.decision : null;
}

/** The message by which a decision was made; null while it is open. */
export function messageThatDecided(
  { decisions }: DialogueState,
  decision: string | null,
): string | null {
  return decisions.find((one) => one.decision === decision)?.message ?? null;
}

export function withDecision(
  state: DialogueState,
  decision: string,
  message: string,
): DialogueState {
  const decisions = [...state.decisions, { decision, message }].slice(-MOST_DECISIONS);
  return { ...state, decisions };
}

import type { SuggestionState, SuggestionStep } from './suggestion.ts';

/** What each step leads to, and from where. */
const STEPS: Readonly<
  Record<
    SuggestionStep['did'],
    { readonly from: readonly SuggestionState[]; readonly to: SuggestionState }
  >
> = {
  take: { from: ['open'], to: 'in-hand' },
  answer: { from: ['open', 'in-hand'], to: 'answered' },
  decline: { from: ['open', 'in-hand'], to: 'declined' },
  reopen: { from: ['answered', 'declined'], to: 'in-hand' },
};

/** The state after a step; null where the step cannot be taken. */
export function stateAfterStep(
  state: SuggestionState,
  did: SuggestionStep['did'],
): SuggestionState | null {
  const { from, to } = STEPS[did];
  return from.includes(state) ? to : null;
}

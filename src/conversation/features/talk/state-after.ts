import type { Answer } from '../../../answering/answer.ts';
import type { Occasion } from '../../feature.ts';
import type { DialogueState } from '../../state.ts';

/** Questions that are remembered for what follows them up. */
const MOST_RECENT = 4;
/** Characters of their answers. */
const LONGEST_ANSWER = 120;

/** The dialogue after an answer; a question that ended 超出范围 leaves it as it was. */
export function stateAfter(
  { question, outcome, lead, quotes }: Answer,
  topic: string,
  { state, now }: Pick<Occasion, 'state' | 'now'>,
): DialogueState {
  if (outcome === 'out-of-scope') return state;
  const answered = { question, answer: lead.slice(0, LONGEST_ANSWER) };
  return {
    ...state,
    recent: [...state.recent, answered].slice(-MOST_RECENT),
    context: {
      question,
      topic,
      at: now.toISOString(),
      quotes: quotes.map(({ material, place, start, text }) => ({ material, place, start, text })),
    },
  };
}

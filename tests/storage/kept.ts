import type { Kept } from '../../src/conversation/store.ts';
import type { NewSuggestion } from '../../src/suggestion/suggestion.ts';

export const SPEAKER = { channel: 'test', conversation: 'group', person: 'one' };
export const AT = '2026-01-01T08:00:00.000Z';

/** All that a message may leave behind; a test gives what it is about. */
export function kept(fields: Partial<Kept> = {}): Kept {
  const nothing = { state: null, turn: null, actions: null, rating: null, suggestion: null };
  return { speaker: SPEAKER, at: AT, files: [], changes: [], ...nothing, ...fields };
}

export function turn(id: string, fields: Partial<NonNullable<Kept['turn']>> = {}) {
  const blocks = [{ kind: 'text', tone: 'plain', text: `答${id}` }] as const;
  return {
    id,
    message: `m-${id}`,
    said: `问${id}`,
    blocks,
    at: AT,
    outcome: 'answered',
    ...fields,
  };
}

export function suggestionOf(id: string, text: string, fields: Partial<NewSuggestion> = {}) {
  return { id, text, day: AT.slice(0, 10), codeHash: `hash of ${id}`, wisher: null, ...fields };
}

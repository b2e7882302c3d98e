import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { Speaker } from './incoming.ts';
import type { DraftBlock, Placement } from './reply.ts';
import type { DialogueState } from './state.ts';
import type { History, Kept } from './store.ts';

/** What a feature may look at when it answers. */
export interface Occasion {
  readonly state: DialogueState;
  /** See {@link Speaker.carrier}; null where there is none. */
  readonly carrier: string | null;
  readonly now: Date;
  /** The id that the turn will have, should the reply become one. */
  readonly turn: string;
  /**
   * The index of the corpus as it is now. It is closed once a newer one is opened, so it must not
   * be used after a further `await`.
   */
  index(): Promise<CorpusIndex>;
  /** The latest turns of this conversation. */
  history(limit: number): Promise<History>;
}

/** A feature's answer; what is left out changes nothing. */
export interface FeatureReply extends Partial<Pick<Kept, 'rating' | 'suggestion'>> {
  readonly placement: Placement;
  /** In order; each goes out as soon as it is made. */
  readonly blocks: Iterable<DraftBlock> | AsyncIterable<DraftBlock>;
  readonly state?: DialogueState;
  /** How a question ended. */
  readonly outcome?: string;
  /** Forgets the conversation, this reply included. */
  readonly forgets?: true;
}

/** A word that passes. */
export function notice(text: string): FeatureReply {
  return { placement: 'notice', blocks: [{ kind: 'text', tone: 'notice', text }] };
}

/** A turn of one text. */
export function say(text: string): FeatureReply {
  return { placement: 'turn', blocks: [{ kind: 'text', tone: 'plain', text }] };
}

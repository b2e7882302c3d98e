import type { Incoming, Speaker } from './incoming.ts';
import type { DraftFile, ReplyEvent, ShownFile } from './reply.ts';
import type { History } from './store.ts';

/** The dialogue that every channel translates. */
export interface Conversation {
  /**
   * Answers one message. Messages of one conversation are answered one after another; a message
   * that was answered before gets the reply that was kept. The reply is made and kept to its end
   * whether or not anyone still listens, so `emit` must not throw.
   *
   * @param left aborted once the person has left: what takes long or costs something is cut short,
   *   and the reply ends with what there is by then
   */
  respond(incoming: Incoming, emit: (event: ReplyEvent) => void, left?: AbortSignal): Promise<void>;
  /** The latest turns, or those before a turn. */
  history(speaker: Speaker, before?: string): Promise<History>;
  file(speaker: Speaker, id: string): Promise<(ShownFile & DraftFile) | null>;
  /** Forgets all that was said; suggestions that were sent stay sent. */
  forget(speaker: Speaker): Promise<void>;
  /** Messages to the person that wait to be opened; none for a stranger. */
  unread(speaker: Speaker): Promise<number>;
}

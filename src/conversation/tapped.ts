import type { DeliveryStore } from '../delivery/store.ts';
import type { Person } from '../people/person.ts';
import { openedBy } from './features/messages/open-message.ts';
import { readActionId } from './ids.ts';
import type { Speaker } from './incoming.ts';
import type { Change, ConversationStore } from './store.ts';

/** What a tapped button does. */
export interface Tapped {
  /** As it was kept; null where the button has expired, or was never given to this person. */
  readonly deed: unknown;
  /** Made by the tap itself, whatever the deed does. */
  readonly changes: readonly Change[];
}

export const NOTHING_TAPPED: Tapped = { deed: null, changes: [] };

/** Who taps what, and when. */
export interface Tap {
  readonly action: string;
  readonly speaker: Speaker;
  readonly person: Person | null;
  readonly now: Date;
}

/**
 * Finds what a button does: one under a reply of this conversation, or one under a message that was
 * sent to the person, whatever channel it came by.
 */
export async function findTapped(
  { action, speaker, person, now }: Tap,
  store: Pick<ConversationStore, 'deed'>,
  deliveries: Pick<DeliveryStore, 'message'>,
): Promise<Tapped> {
  const id = readActionId(action);
  if (id === null) return NOTHING_TAPPED;
  const deed = await store.deed(speaker, id.set, id.position, now);
  // Messages are the person's own: nothing of them is there where others read along.
  if (deed !== null || person === null || speaker.isPublic === true) return { deed, changes: [] };
  const button = (await deliveries.message(person.id, id.set))?.buttons[id.position];
  if (button === undefined) return NOTHING_TAPPED;
  return { deed: button.deed, changes: [openedBy(person.id, id.set, now)] };
}

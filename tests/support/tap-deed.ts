import type { Deed } from '../../src/conversation/deeds/deed.ts';
import { makeId } from '../../src/conversation/ids.ts';
import { type House, NOON } from './house.ts';
import type { Heard } from './talk.ts';

/** Taps a button that was made by hand, as nobody can: what it does has to be refused by itself. */
export async function tapDeed(house: House, person: string, deed: Deed): Promise<Heard> {
  const speaker = { channel: 'test', conversation: person, person };
  const set = makeId();
  const nothing = { turn: null, files: [], rating: null, suggestion: null, changes: [] };
  const actions = { id: set, deeds: [deed], expiresAt: '2028-01-01T00:00:00.000Z' };
  const { conversations } = await house.app.records();
  await conversations.keep({ speaker, at: NOON, state: null, actions, ...nothing });
  return (await house.talk(person)).tap({ label: '', action: `${set}.0` });
}

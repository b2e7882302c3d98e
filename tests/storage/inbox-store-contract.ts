import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InboxStore } from '../../src/channels/telegram/store.ts';
import type { Records } from '../../src/storage/records.ts';

const BOT = 1;
const NOW = new Date('2026-01-01T08:00:00.000Z');
const DAY = 86_400_000;

/** What every database must do for the inbox of a bot; run on real ones. */
export function storesUpdates(open: () => Promise<Records>): void {
  let records: Records;
  let inbox: InboxStore;
  beforeEach(async () => {
    records = await open();
    inbox = records.inbox;
  });
  afterEach(() => records.close());

  const update = (id: number) => ({ id, body: `{"update_id":${id}}` });
  const accept = async (...ids: number[]) => {
    const fresh = await inbox.accept(BOT, ids.map(update), NOW);
    return fresh.map(({ id }) => id);
  };
  const pending = async (bot = BOT) => (await inbox.pending(bot)).map(({ id }) => id);

  it('gives an update back the first time that it is seen, and never again', async () => {
    expect(await accept(5, 6, 6)).toEqual([5, 6]);
    expect(await accept(6, 7)).toEqual([7]);
    await inbox.finish(BOT, 6, NOW);
    expect(await accept(6)).toEqual([]);
    expect(await accept()).toEqual([]);
  });

  it('keeps the bots apart', async () => {
    await accept(5);
    expect(await inbox.accept(2, [update(5)], NOW)).toHaveLength(1);
    await inbox.finish(BOT, 5, NOW);
    expect([await pending(), await pending(2)]).toEqual([[], [5]]);
  });

  it('has what is not done in order, as it was received', async () => {
    await accept(9, 3_000_000_000, 7);
    await inbox.finish(BOT, 9, NOW);
    expect(await inbox.pending(BOT)).toEqual([update(7), update(3_000_000_000)]);
  });

  it('knows how far the reply to an update has come', async () => {
    await accept(5);
    expect(await inbox.progress(BOT, 5)).toEqual({ plan: null, sent: 0, isSending: false });
    const plan = { steps: [{ kind: 'toast', text: '好', isAlert: false }], again: 'r1' } as const;
    await inbox.save(BOT, 5, { plan, sent: 1, isSending: true });
    expect(await inbox.progress(BOT, 5)).toEqual({ plan, sent: 1, isSending: true });
    await inbox.finish(BOT, 5, NOW);
    expect(await inbox.progress(BOT, 5)).toBeNull();
    expect(await inbox.progress(BOT, 6)).toBeNull();
  });

  it('forgets after some days what was done, and never what was not', async () => {
    await accept(5, 6);
    await inbox.finish(BOT, 5, NOW);
    const later = new Date(NOW.getTime() + 4 * DAY);
    await inbox.accept(BOT, [update(7)], later);
    expect((await inbox.accept(BOT, [5, 6].map(update), later)).map(({ id }) => id)).toEqual([5]);
  });
}

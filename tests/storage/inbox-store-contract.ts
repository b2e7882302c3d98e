import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InboxStore } from '../../src/channels/telegram/store.ts';
import type { Records } from '../../src/storage/records.ts';

const BOT = 1;
const NOW = new Date('2026-01-01T08:00:00.000Z');
const DAY = 86_400_000;
const NOTHING_YET = { plan: null, sent: 0, isSending: false, interim: null };
const after = (ms: number) => new Date(NOW.getTime() + ms);

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
    expect(await inbox.progress(BOT, 5)).toEqual(NOTHING_YET);
    const plan = { steps: [{ kind: 'toast', text: '好', isAlert: false }], again: 'r1' } as const;
    const sending = { plan, sent: 1, isSending: true, interim: null };
    await inbox.save(BOT, 5, sending);
    expect(await inbox.progress(BOT, 5)).toEqual(sending);
    await inbox.finish(BOT, 5, NOW);
    expect(await inbox.progress(BOT, 5)).toBeNull();
    expect(await inbox.progress(BOT, 6)).toBeNull();
  });

  it('knows which message shows the beginning of a reply that is still made', async () => {
    await accept(5, 6);
    await inbox.save(BOT, 5, { ...NOTHING_YET, isSending: true });
    expect(await inbox.progress(BOT, 5)).toEqual({ ...NOTHING_YET, isSending: true });
    // More than any message has yet, and than an integer of four bytes holds.
    const shown = { ...NOTHING_YET, interim: 3_000_000_000 };
    await inbox.save(BOT, 5, shown);
    expect(await inbox.progress(BOT, 5)).toEqual(shown);
    expect(await inbox.progress(BOT, 6)).toEqual(NOTHING_YET);
  });

  it('gives back an update that a batch names twice as it was named first', async () => {
    const named = [update(7), update(5), { id: 7, body: '{"again":true}' }];
    expect(await inbox.accept(BOT, named, NOW)).toEqual([update(7), update(5)]);
    expect(await inbox.pending(BOT)).toEqual([update(5), update(7)]);
  });

  it('keeps no reply of one update under another', async () => {
    await accept(5, 6);
    await inbox.accept(2, [update(5)], NOW);
    const plan = { steps: [], again: 'r1' };
    await inbox.save(BOT, 5, { plan, sent: 0, isSending: true, interim: 7 });
    expect(await inbox.progress(BOT, 6)).toEqual(NOTHING_YET);
    expect(await inbox.progress(2, 5)).toEqual(NOTHING_YET);
  });

  it('knows for three days what was done, so that nothing is answered twice', async () => {
    await accept(5);
    await inbox.finish(BOT, 5, NOW);
    expect(await inbox.accept(BOT, [update(6)], after(3 * DAY))).toHaveLength(1);
    expect(await inbox.accept(BOT, [update(5)], after(3 * DAY))).toEqual([]);
  });

  it('forgets after some days what was done, and never what was not', async () => {
    await accept(5, 6);
    await inbox.finish(BOT, 5, NOW);
    await inbox.accept(BOT, [update(7)], after(4 * DAY));
    const fresh = await inbox.accept(BOT, [5, 6].map(update), after(4 * DAY));
    expect(fresh.map(({ id }) => id)).toEqual([5]);
    expect(await pending()).toEqual([5, 6, 7]);
  });

  it.each([
    [BOT, 2],
    [2, BOT],
  ])('forgets no update of bot %i for an old one of bot %i', async (one, other) => {
    for (const bot of [one, other]) await inbox.accept(bot, [update(5)], NOW);
    await inbox.finish(other, 5, NOW);
    for (const bot of [one, other]) await inbox.accept(bot, [update(6)], after(4 * DAY));
    expect(await pending(one)).toEqual([5, 6]);
  });

  it('leaves what another bot has done to that bot', async () => {
    await inbox.accept(2, [update(5)], NOW);
    await inbox.finish(2, 5, NOW);
    await inbox.accept(BOT, [update(6)], after(4 * DAY));
    expect(await inbox.accept(2, [update(5)], NOW)).toEqual([]);
  });

  it('takes a number that begins anew after a quiet week for a new update', async () => {
    await accept(5);
    await inbox.finish(BOT, 5, NOW);
    expect(await inbox.accept(BOT, [update(5)], after(8 * DAY))).toEqual([update(5)]);
  });
}

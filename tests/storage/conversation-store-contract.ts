import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConversationStore } from '../../src/conversation/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { AT, kept, SPEAKER, suggestionOf, turn } from './kept.ts';

const DAY = '2026-01-01';
const LATER = new Date('2026-01-02T08:00:00.000Z');

/** What every database must do for conversations; run on real ones. */
export function storesConversations(open: () => Promise<Records>): void {
  let records: Records;
  let store: ConversationStore;
  beforeEach(async () => {
    records = await open();
    store = records.conversations;
  });
  afterEach(() => records.close());

  const actions = (expiresAt = '2026-02-01T00:00:00.000Z') => ({
    id: 'set',
    deeds: [{ kind: 'cancel' }, { kind: 'ask', question: '问' }],
    expiresAt,
  });

  it('keeps the state until another takes its place', async () => {
    expect(await store.state(SPEAKER)).toBeNull();
    await store.keep(kept({ state: { version: 1 } }));
    await store.keep(kept({ turn: turn('a') }));
    expect(await store.state(SPEAKER)).toEqual({ version: 1 });
    await store.keep(kept({ state: { version: 2 } }));
    expect(await store.state(SPEAKER)).toEqual({ version: 2 });
    expect(await store.state({ ...SPEAKER, conversation: 'other' })).toBeNull();
  });

  it('gives the history in order, a page at a time, to its conversation alone', async () => {
    for (const id of ['a', 'b', 'c']) await store.keep(kept({ turn: turn(id) }));
    const ids = async (limit: number, before?: string) => {
      const { turns, hasMore } = await store.history(SPEAKER, limit, before);
      return [turns.map(({ id }) => id).join(''), hasMore];
    };
    expect(await ids(2)).toEqual(['bc', true]);
    expect(await ids(2, 'b')).toEqual(['a', false]);
    expect(await ids(3)).toEqual(['abc', false]);
    expect(await ids(3, 'unknown')).toEqual(['', false]);
    await store.keep(kept({ speaker: { ...SPEAKER, conversation: 'other' }, turn: turn('d') }));
    expect(await ids(3, 'd')).toEqual(['', false]);
    expect((await store.history({ ...SPEAKER, channel: 'other' }, 9)).turns).toEqual([]);
    expect((await store.history({ ...SPEAKER, person: 'two' }, 9)).turns).toHaveLength(3);
  });

  it('finds the turn that answered a message, and keeps no message twice', async () => {
    await store.keep(kept({ turn: turn('a') }));
    expect(await store.turnOf(SPEAKER, 'm-a')).toMatchObject({
      id: 'a',
      said: '问a',
      verdict: null,
    });
    expect(await store.turnOf(SPEAKER, 'm-b')).toBeNull();
    const twice = kept({
      turn: turn('b', { message: 'm-a' }),
      suggestion: suggestionOf('s', ''),
    });
    await expect(store.keep(twice)).rejects.toThrow();
    expect((await records.feedback()).suggestions).toEqual([]);
  });

  it('gives a deed to its person in its conversation until it expires', async () => {
    await store.keep(kept({ actions: actions() }));
    expect(await store.deed(SPEAKER, 'set', 1, LATER)).toEqual({ kind: 'ask', question: '问' });
    expect(await store.deed(SPEAKER, 'set', 2, LATER)).toBeNull();
    expect(await store.deed(SPEAKER, 'other', 0, LATER)).toBeNull();
    expect(await store.deed({ ...SPEAKER, person: 'two' }, 'set', 0, LATER)).toBeNull();
    expect(await store.deed({ ...SPEAKER, conversation: 'x' }, 'set', 0, LATER)).toBeNull();
    expect(await store.deed(SPEAKER, 'set', 0, new Date('2026-02-01T00:00:00.000Z'))).toBeNull();
  });

  it('clears expired deeds away as it goes', async () => {
    await store.keep(kept({ actions: actions('2026-01-01T09:00:00.000Z') }));
    await store.keep(kept({ at: '2026-01-01T10:00:00.000Z' }));
    expect(await store.deed(SPEAKER, 'set', 0, new Date(AT))).toBeNull();
  });

  it('keeps one rating a turn, on turns of the same conversation alone', async () => {
    await store.keep(kept({ turn: turn('a') }));
    const rate = (verdict: 'useful' | 'not-useful', speaker = SPEAKER) =>
      store.keep(kept({ speaker, rating: { turn: 'a', verdict, at: AT, day: DAY } }));
    await rate('useful');
    await rate('not-useful');
    await rate('useful', { ...SPEAKER, conversation: 'other' });
    expect((await store.turnOf(SPEAKER, 'm-a'))?.verdict).toBe('not-useful');
    expect(await records.feedback()).toMatchObject({
      useful: 0,
      notUseful: 1,
      unhelpful: [{ question: '问a', outcome: 'answered' }],
    });
  });

  it('keeps files byte for byte for their conversation', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    await store.keep(kept({ files: [{ id: 'f', name: '记录.bin', mediaType: 'x/y', bytes }] }));
    const file = await store.file(SPEAKER, 'f');
    expect(file).toMatchObject({ id: 'f', name: '记录.bin', mediaType: 'x/y', size: 256 });
    expect([...(file?.bytes ?? [])]).toEqual([...bytes]);
    expect(await store.file({ ...SPEAKER, conversation: 'x' }, 'f')).toBeNull();
  });

  it('forgets a conversation and leaves the others and the suggestions', async () => {
    const other = { ...SPEAKER, conversation: 'other' };
    const suggestion = suggestionOf('s', '建议');
    const file = { id: 'f', name: 'n', mediaType: 'x/y', bytes: new Uint8Array(1) };
    const all = { state: {}, turn: turn('a'), actions: actions(), files: [file], suggestion };
    await store.keep(kept(all));
    await store.keep(kept({ rating: { turn: 'a', verdict: 'useful', at: AT, day: DAY } }));
    await store.keep(kept({ speaker: other, turn: turn('b') }));
    await store.forget(SPEAKER);
    expect(await store.state(SPEAKER)).toBeNull();
    expect(await store.history(SPEAKER, 9)).toEqual({ turns: [], hasMore: false });
    expect(await store.deed(SPEAKER, 'set', 0, LATER)).toBeNull();
    expect(await store.file(SPEAKER, 'f')).toBeNull();
    expect(await records.feedback()).toMatchObject({ useful: 0, suggestions: [{ text: '建议' }] });
    expect((await store.history(other, 9)).turns).toHaveLength(1);
  });
}

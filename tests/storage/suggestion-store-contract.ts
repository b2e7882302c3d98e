import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Records } from '../../src/storage/records.ts';
import type { SuggestionChange, SuggestionStore } from '../../src/suggestion/store.ts';
import type { SuggestionStep } from '../../src/suggestion/suggestion.ts';
import { mailingOf } from '../support/messages.ts';
import { AT, kept, SPEAKER, suggestionOf, turn } from './kept.ts';
import type { Shared } from './two-processes.ts';

const BY = { person: 'wang', name: '王某' };
const HOUR_LATER = '2026-01-01T09:00:00.000Z';
const TELLING = {
  kind: 'add-mailing',
  mailing: mailingOf('m', { kind: 'service' }),
  delivery: { text: '有了答复', notBefore: AT },
} as const;

/** What every database must do for 意见建议; run on real ones. */
export function storesSuggestions(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  let store: SuggestionStore;
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
    store = records.suggestions;
    await records.people.change(
      ['p', 'q'].map((id) => ({
        ...{ kind: 'add-person', at: AT },
        person: { id, name: '', unit: '', role: 'learner' },
      })),
    );
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  const send = (...given: Parameters<typeof suggestionOf>) =>
    records.conversations.keep(kept({ suggestion: suggestionOf(...given) }));
  let ids = 0;
  const step = (
    suggestion: string,
    revision: number,
    did: SuggestionStep['did'],
    words: string | null = null,
    at = AT,
  ): SuggestionChange => ({
    ...{ kind: 'take-suggestion-step', suggestion, revision },
    step: { did, by: BY, at, words },
    telling: words === null ? null : { ...TELLING, newId: () => `d${++ids}` },
  });
  const all = { states: ['open', 'in-hand', 'answered', 'declined'], from: 0, limit: 9 } as const;

  it('keeps what was sent with its day, in the order of the states that are asked for', async () => {
    await send('b', '字太小', { day: '2026-01-03' });
    await send('a', '太慢', { day: '2026-01-02' });
    await send('c', '很好', { day: '2026-01-01' });
    await store.change([step('c', 1, 'answer', '谢谢')]);
    await store.change([step('a', 1, 'take')]);
    const found = await store.list(all);
    expect(found.suggestions.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'open'],
      ['a', 'in-hand'],
      ['c', 'answered'],
    ]);
    expect(found.suggestions[2]).toEqual({
      ...{ id: 'c', text: '很好', day: '2026-01-01', state: 'answered', revision: 2 },
      steps: [{ did: 'answer', by: BY, at: AT, words: '谢谢' }],
    });
    const second = await store.list({ ...all, from: 1, limit: 1 });
    expect([second.suggestions.map(({ id }) => id), second.total]).toEqual([['a'], 3]);
    expect(await store.totals()).toEqual({ open: 1, 'in-hand': 1, answered: 1, declined: 0 });
    expect((await store.byCode('hash of a'))?.id).toBe('a');
    expect(await store.byCode('hash of z')).toBeNull();
  });

  it('takes one of two steps on the same revision, and keeps nothing of the other', async () => {
    await send('a', '太慢', { wisher: 'p' });
    const results = await together(
      [records, other].map((one, at) => async () => {
        try {
          await one.suggestions.change([step('a', 1, 'answer', `答复${at}`)]);
          return 'taken';
        } catch (error) {
          return (error as Error).message;
        }
      }),
    );
    expect(results.filter((one) => one === 'taken')).toHaveLength(1);
    expect(results.find((one) => one !== 'taken')).toContain('刚刚由别人办理过');
    const after = await store.suggestion('a');
    expect([after?.revision, after?.steps.length]).toEqual([2, 1]);
    await expect(store.change([step('a', 2, 'take')])).rejects.toThrow('办理过');
    await expect(store.change([step('z', 1, 'take')])).rejects.toThrow('没有找到');
    expect((await records.deliveries.due(new Date(AT), 9)).map(({ person }) => person)).toEqual([
      'p',
    ]);
  });

  it('tells those who asked, each once until it is taken up anew, and nobody else', async () => {
    await send('a', '太慢', { wisher: 'p' });
    await send('b', '字太小', { wisher: 'nobody' });
    await send('c', '很好');
    const wish = { kind: 'wish-suggestion-answer', suggestion: 'a', person: 'q' } as const;
    await store.change([wish, wish]);
    expect((await store.wishedBy('p')).map(({ id }) => id)).toEqual(['a']);
    for (const id of ['a', 'b', 'c']) await store.change([step(id, 1, 'decline', '不便')]);
    const told = await records.deliveries.due(new Date(AT), 9);
    expect(told.map(({ person }) => person).toSorted()).toEqual(['p', 'q']);
    await store.change([{ kind: 'drop-suggestion-wishes', person: 'p', of: 'answered' }]);
    expect(await store.wishedBy('p')).toEqual([]);
    expect(await store.wishedBy('q')).toHaveLength(1);
    await store.change([step('a', 2, 'reopen')]);
    await store.change([{ kind: 'drop-suggestion-wishes', person: 'q', of: 'answered' }]);
    expect(await store.wishedBy('q')).toHaveLength(1);
    await records.people.change([{ kind: 'remove-person', person: 'q' }]);
    expect(await store.wishedBy('q')).toEqual([]);
    expect((await store.suggestion('a'))?.text).toBe('太慢');
  });

  it('forgets after an hour that somebody sent one, and after thirty days who waits', async () => {
    const sent = { turn: turn('a', { outcome: 'suggestion' }) };
    await records.conversations.keep(
      kept({ ...sent, suggestion: suggestionOf('a', '太慢', { wisher: 'p' }) }),
    );
    await store.change([step('a', 1, 'answer', '好')]);
    await records.conversations.keep(kept({ at: '2026-01-01T08:59:59.000Z', turn: turn('b') }));
    const ids = async () =>
      (await records.conversations.history(SPEAKER, 9)).turns.map(({ id }) => id);
    expect(await ids()).toEqual(['a', 'b']);
    await records.conversations.keep(kept({ at: HOUR_LATER }));
    expect(await ids()).toEqual(['b']);
    expect(await store.wishedBy('p')).toHaveLength(1);
    await records.conversations.keep(kept({ at: '2026-01-31T08:00:00.000Z' }));
    expect(await store.wishedBy('p')).toEqual([]);
  });
}

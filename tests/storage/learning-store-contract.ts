import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LearningEntry } from '../../src/checkin/entry.ts';
import { afterAnswer } from '../../src/checkin/schedule.ts';
import type { LearningChange, LearningStore } from '../../src/checkin/store.ts';
import type { Records } from '../../src/storage/records.ts';

const AT = '2026-03-05T08:00:00.000Z';
const CLASS = { id: 'c', name: '第一期', startsOn: '2026-03-01', endsOn: '2026-03-31' };

/** What every database must do for learning records and recall; run on real ones. */
export function storesLearning(open: () => Promise<Records>): void {
  let records: Records;
  let store: LearningStore;
  beforeEach(async () => {
    records = await open();
    store = records.learning;
    const people = ['p', 'q', ...Array.from({ length: 5 }, (_, at) => `l${at}`)];
    await records.people.change([
      { kind: 'add-class', class: CLASS, at: AT },
      ...people.map((id) => ({
        ...{ kind: 'add-person' as const, at: AT },
        person: { id, name: `人${id}`, unit: '', role: 'learner' as const },
      })),
      ...people.map((person) => ({
        ...{ kind: 'join' as const, person, classId: CLASS.id, at: AT },
        part: person === 'q' ? ('trainer' as const) : ('learner' as const),
      })),
    ]);
  });
  afterEach(() => records.close());

  const entry = (id: string, fields: Partial<LearningEntry> = {}): LearningEntry => ({
    ...{ id, person: 'p', studiedOn: '2026-03-05', recordedAt: AT, isMadeUp: false },
    ...{ kind: 'place', material: 'plan', place: '五（二）', chapter: '五', studied: '师资' },
    ...{ reflection: '', classId: null, sharedWith: null, revision: 1, withdrawnAt: null },
    ...fields,
  });
  const add = (...entries: LearningEntry[]) =>
    store.change(entries.map((one) => ({ kind: 'add-entry', entry: one })));
  const ids = async (person: string, limit = 9, before?: string) =>
    (await store.entries(person, limit, before)).entries.map(({ id }) => id);

  it('gives an entry back as it was kept, to its person alone', async () => {
    const kept = entry('a', { reflection: '体会', isMadeUp: true, classId: CLASS.id });
    await add(kept);
    expect(await store.entry('p', 'a')).toEqual(kept);
    expect(await store.entry('q', 'a')).toBeNull();
  });

  it('lists entries by day and time, the latest first, page by page', async () => {
    await add(
      entry('a', { studiedOn: '2026-03-01' }),
      entry('b', { studiedOn: '2026-03-03' }),
      entry('c', { studiedOn: '2026-03-03', recordedAt: '2026-03-06T00:00:00.000Z' }),
      entry('x', { person: 'q' }),
    );
    expect(await ids('p')).toEqual(['c', 'b', 'a']);
    expect(await store.entries('p', 2)).toMatchObject({ hasMore: true });
    expect(await ids('p', 2, 'b')).toEqual(['a']);
  });

  it('changes only what is told, and counts the revision', async () => {
    await add(entry('a'));
    const fields = { reflection: '新体会', studiedOn: '2026-03-04', isMadeUp: true };
    await store.change([{ kind: 'change-entry', person: 'p', id: 'a', fields }]);
    expect(await store.entry('p', 'a')).toEqual(entry('a', { ...fields, revision: 2 }));
    await store.change([
      { kind: 'change-entry', person: 'q', id: 'a', fields: { studied: '他人' } },
    ]);
    expect(await store.entry('p', 'a')).toMatchObject({ studied: '师资', revision: 2 });
  });

  it('wipes what is withdrawn and keeps that it was', async () => {
    await add(entry('a', { reflection: '体会', sharedWith: CLASS.id }));
    await store.change([{ kind: 'withdraw-entry', person: 'p', id: 'a', at: AT }]);
    expect(await store.entry('p', 'a')).toBeNull();
    expect(await ids('p')).toEqual([]);
    expect(await store.shared(CLASS.id, 9)).toEqual([]);
    expect(await store.allEntries('p')).toMatchObject([
      { id: 'a', withdrawnAt: AT, studied: '', reflection: '', place: null, revision: 2 },
    ]);
  });

  it('shares an entry with a class and takes it back', async () => {
    await add(entry('a'), entry('b'));
    const share = (classId: string | null) =>
      store.change([{ kind: 'share-entry', person: 'p', id: 'a', classId }]);
    await share(CLASS.id);
    expect((await store.shared(CLASS.id, 9)).map((one) => [one.entry.id, one.name])).toEqual([
      ['a', '人p'],
    ]);
    await share(null);
    expect(await store.shared(CLASS.id, 9)).toEqual([]);
    await share(CLASS.id);
    await records.people.change([{ kind: 'leave', person: 'p', classId: CLASS.id }]);
    expect(await store.shared(CLASS.id, 9)).toEqual([]);
  });

  it('counts days and chapters of what stands', async () => {
    await add(
      entry('a'),
      entry('b'),
      entry('c', { studiedOn: '2026-02-28', chapter: '六', place: '六' }),
      entry('d', { kind: 'free', material: null, place: null, chapter: null }),
      entry('e'),
    );
    await store.change([{ kind: 'withdraw-entry', person: 'p', id: 'e', at: AT }]);
    expect(await store.days('p', '2026-03-01')).toEqual([{ date: '2026-03-05', entries: 3 }]);
    const chapters = [...(await store.chapters('p'))].sort((a, b) =>
      a.chapter < b.chapter ? -1 : 1,
    );
    expect(chapters).toEqual([
      { material: 'plan', chapter: '五', entries: 2, lastOn: '2026-03-05' },
      { material: 'plan', chapter: '六', entries: 1, lastOn: '2026-02-28' },
    ]);
  });

  it('tells of a class no number of fewer than five people', async () => {
    const four = [0, 1, 2, 3].map((at) => entry(`e${at}`, { person: `l${at}` }));
    await add(...four, entry('mine', { person: 'q' }), entry('twice', { person: 'l0' }));
    expect(await store.totals(CLASS.id, CLASS.startsOn, CLASS.endsOn)).toEqual({
      ...{ learners: 6, active: null, chapters: [] },
    });
    await add(entry('e4', { person: 'l4', chapter: '六' }));
    expect(await store.totals(CLASS.id, CLASS.startsOn, CLASS.endsOn)).toEqual({
      ...{ learners: 6, active: 5, chapters: [] },
    });
    await add(entry('e5', { person: 'l4' }));
    expect(await store.totals(CLASS.id, CLASS.startsOn, CLASS.endsOn)).toMatchObject({
      chapters: [{ material: 'plan', chapter: '五', people: 5 }],
    });
    expect(await store.totals(CLASS.id, '2026-04-01', '2026-04-30')).toMatchObject({
      active: null,
    });
  });

  const answered = (asked: string, isRight: boolean, now = new Date(AT)): LearningChange => {
    const { due, state } = afterAnswer(null, isRight, now);
    const whose = { person: 'p', item: 'i', material: 'plan' };
    return {
      kind: 'answer-recall',
      answer: { id: asked, ...whose, place: '五（二）', at: now.toISOString(), isRight },
      card: { ...whose, chapter: '五', due: due.toISOString(), isRecalled: isRight, state },
    };
  };

  it('keeps one answer for each asking, and the latest state of the card', async () => {
    await store.change([answered('one', true)]);
    await store.change([answered('one', false)]);
    expect(await store.hasAnswered('p', 'one')).toBe(true);
    expect(await store.hasAnswered('q', 'one')).toBe(false);
    expect(await store.answers('p')).toMatchObject([{ id: 'one', isRight: true }]);
    expect(await store.cards('p')).toMatchObject([{ item: 'i', isRecalled: true }]);
    await store.change([answered('two', false)]);
    expect(await store.cards('p')).toMatchObject([{ item: 'i', isRecalled: false }]);
    expect(await store.cards('q')).toEqual([]);
  });

  it('forgets all of one person and nothing of another', async () => {
    await add(entry('a'), entry('x', { person: 'q' }));
    await store.change([answered('one', true)]);
    await store.change([{ kind: 'forget-learning', person: 'p' }]);
    expect(await store.allEntries('p')).toEqual([]);
    expect(await store.cards('p')).toEqual([]);
    expect(await store.answers('p')).toEqual([]);
    expect(await ids('q')).toEqual(['x']);
  });

  it('keeps nothing of a message whose change fails, and all of one that does not', async () => {
    const speaker = { channel: 'test', conversation: 'k', person: 'p' };
    const kept = (id: string, message: string) => ({
      ...{ speaker, at: AT, state: null, actions: null, files: [], rating: null, suggestion: null },
      turn: { id: message, message, said: '打卡', blocks: [], at: AT, outcome: null },
      changes: [
        { of: 'learning' as const, change: { kind: 'add-entry' as const, entry: entry(id) } },
      ],
    });
    await records.conversations.keep(kept('a', 'm1'));
    await expect(records.conversations.keep(kept('b', 'm1'))).rejects.toThrow();
    expect(await ids('p')).toEqual(['a']);
    expect((await records.conversations.history(speaker, 9)).turns).toHaveLength(1);
  });
}

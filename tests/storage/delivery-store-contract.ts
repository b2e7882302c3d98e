import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Release } from '../../src/delivery/delivery.ts';
import type { Outbox, Outcome } from '../../src/delivery/outbox.ts';
import type { DeliveryChange, DeliveryStore } from '../../src/delivery/store.ts';
import type { PeopleChange } from '../../src/people/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { addMailing, deliveryTo, mailingOf, reminderOf, wishesOf } from '../support/messages.ts';
import { signIn } from '../support/sign-in.ts';
import { kept } from './kept.ts';
import type { Shared } from './two-processes.ts';

const AT = '2026-03-05T08:00:00.000Z';
const NOW = new Date(AT);
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);
const PEOPLE = Array.from({ length: 14 }, (_, at) => `p${at}`);
const MANY = 10_000;
/** One in so many has an account of a channel that pushes. */
const PUSHED_EACH = 10;

/** What every database must do for messages; run on real ones. */
export function storesDeliveries(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  let store: DeliveryStore & Outbox;
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
    store = records.deliveries;
    await addPeople(PEOPLE);
    await records.reminders.change([{ kind: 'add-reminder', reminder: reminderOf('r') }]);
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  const addPeople = (ids: readonly string[]) =>
    records.people.change(
      ids.map((id): PeopleChange => {
        const person = { id, name: `人${id}`, unit: '某局', role: 'learner' } as const;
        return { kind: 'add-person', at: AT, person };
      }),
    );
  const change = (...changes: DeliveryChange[]) => store.change(changes);
  /** By accounts named as they are. */
  const signedIn = (people: readonly string[]) =>
    signIn(
      records.people,
      people.map((person) => ({ channel: 'telegram', key: person, person })),
      NOW,
    );
  const push = (id: string, key = id): Release => ({
    ...{ kind: 'push', id, text: `推送${id}`, channel: 'telegram', key },
  });
  /** A mailing whose deliveries are ready for the channel, to accounts named as the people are. */
  const pushed = async (id: string, people: readonly string[] = PEOPLE) => {
    await signedIn(people);
    await change(addMailing(mailingOf(id, { reminder: 'r' }), people));
    await store.release(
      people.map((person) => push(`${id}-${person}`, person)),
      NOW,
    );
  };
  const ready = async () => (await store.ready('telegram', 100)).map(({ id }) => id);
  const settle = (id: string, outcome: Outcome, holder = 'one', at = NOW) =>
    store.settle([{ id, outcome }], holder, at);
  const admit = async (person: string, channel: string, key: string, until: Date | null = null) => {
    const times = { createdAt: AT, expiresAt: '2027-01-01T00:00:00.000Z' };
    const code = `code-${channel}-${key}`;
    const invitation = {
      ...{ id: code, codeHash: code, note: '', places: 1, role: 'learner' as const },
      ...{ classId: null, person, ...times },
    };
    await records.people.change([{ kind: 'invite', invitation }]);
    const redeemed = await records.people.redeem(code, { channel, key }, NOW, until);
    expect(redeemed.kind).toBe('admitted');
  };
  const summary = async (mailing: string | null = null) => {
    const { failed, skippedBy, ...counts } = await store.report('r', mailing);
    return {
      ...counts,
      failed: Object.fromEntries(failed.map(({ reason, count }) => [reason, count])),
      skippedBy: Object.fromEntries(skippedBy.map(({ reason, count }) => [reason, count])),
    };
  };

  it('gives what is due, the oldest first, with what it belongs to', async () => {
    const deliveries = [
      deliveryTo('p0', 'm', { notBefore: later(2).toISOString() }),
      deliveryTo('p1', 'm', { notBefore: later(1).toISOString(), notAfter: '2026-03-06' }),
      deliveryTo('p2', 'm', { notBefore: later(1).toISOString(), text: null }),
      deliveryTo('p3', 'm', { notBefore: later(9).toISOString() }),
    ];
    const mailing = mailingOf('m', { kind: 'study', reminder: 'r', isUrgent: true });
    await change({ kind: 'add-mailing', mailing, deliveries });
    const of = { mailing: 'm', source: 'test:m', kind: 'study', reminder: 'r', isUrgent: true };
    expect(await store.due(later(2), 9)).toEqual(
      [deliveries[1], deliveries[2], deliveries[0]].map((one) => ({ ...one, ...of })),
    );
    expect((await store.due(later(2), 1)).map(({ id }) => id)).toEqual(['m-p1']);
    expect(await store.due(NOW, 9)).toEqual([]);
  });

  it('adds a mailing from a source once, whoever adds it at the same time', async () => {
    const add = (from: Records, id: string) =>
      from.deliveries.change([addMailing(mailingOf(id, { source: 'same' }), PEOPLE)]);
    await together([() => add(records, 'a'), () => add(other, 'b'), () => add(records, 'c')]);
    await add(other, 'd');
    const due = await store.due(NOW, 100);
    expect(due.map(({ person }) => person)).toEqual(PEOPLE);
    expect(new Set(due.map(({ mailing }) => mailing)).size).toBe(1);
  });

  it('adds nobody twice, nor whoever has left', async () => {
    const deliveries = ['p0', 'gone', 'p0', 'p1'].map((person, at) =>
      deliveryTo(person, 'm', { id: `d${at}` }),
    );
    await change({ kind: 'add-mailing', mailing: mailingOf('m'), deliveries });
    expect((await store.due(NOW, 9)).map(({ id }) => id)).toEqual(['d0', 'd3']);
  });

  it('keeps a mailing with the message that leads to it, or neither', async () => {
    const one = addMailing(mailingOf('m'), ['p0']);
    const keep = (...changes: DeliveryChange[]) =>
      records.conversations.keep(
        kept({ changes: changes.map((each) => ({ of: 'delivery', change: each })) }),
      );
    const twice = { ...one, mailing: mailingOf('n') };
    await expect(keep(one, twice)).rejects.toThrow();
    expect(await store.due(NOW, 9)).toEqual([]);
    await keep(one);
    expect(await store.due(NOW, 9)).toHaveLength(1);
  });

  it('releases what waits, each to its end, and nothing a second time', async () => {
    await change(addMailing(mailingOf('m', { reminder: 'r' }), PEOPLE));
    const releases: Release[] = [
      push('m-p0'),
      { kind: 'inbox', id: 'm-p1', text: '页面上的' },
      { kind: 'failed', id: 'm-p2', text: '没有渠道的', reason: 'no-channel' },
      { kind: 'skipped', id: 'm-p3', reason: 'done' },
    ];
    await store.release(releases, later(1));
    await store.release(
      releases.map(({ id }) => push(id)),
      later(2),
    );
    expect(await store.ready('telegram', 9)).toEqual([
      { id: 'm-p0', key: 'm-p0', text: '推送m-p0', buttons: [] },
    ]);
    expect(await summary()).toMatchObject({
      ...{ waiting: PEOPLE.length - 3, sent: 1, skipped: 1, failed: { 'no-channel': 1 } },
    });
    const at = later(1).toISOString();
    expect(await store.message('p1', 'm-p1')).toMatchObject({ text: '页面上的', at });
    expect(await store.message('p2', 'm-p2')).toMatchObject({ text: '没有渠道的', at });
    expect(await store.message('p3', 'm-p3')).toBeNull();
    expect(await store.due(NOW, 99)).toHaveLength(PEOPLE.length - 4);
  });

  it('sends urgent ones first, then what was asked for, then of classes, then of study', async () => {
    const buttons = [{ label: '去学习', deed: { kind: 'study' } }];
    const mailings = [
      mailingOf('study', { kind: 'study', buttons }),
      mailingOf('late', { kind: 'class', dueAt: later(1).toISOString() }),
      mailingOf('class', { kind: 'class' }),
      mailingOf('service', { kind: 'service' }),
      mailingOf('urgent', { isUrgent: true, dueAt: later(2).toISOString() }),
    ];
    for (const mailing of mailings) await change(addMailing(mailing, ['p1', 'p0']));
    const due = await store.due(later(9), 99);
    await store.release(
      due.toReversed().map(({ id }) => push(id)),
      later(9),
    );
    expect(await ready()).toEqual([
      ...['urgent-p1', 'urgent-p0', 'service-p1', 'service-p0', 'class-p1', 'class-p0'],
      ...['late-p1', 'late-p0', 'study-p1', 'study-p0'],
    ]);
    expect((await store.ready('telegram', 99)).at(-1)?.buttons).toEqual(['去学习']);
    expect((await store.ready('telegram', 1)).map(({ id }) => id)).toEqual(['urgent-p1']);
    expect(await store.ready('other', 9)).toEqual([]);
  });

  it('begins each message for one holder, whoever reaches for it at the same time', async () => {
    await pushed('m');
    const ids = await ready();
    const both = await together([
      () => store.begin(ids, 'one', NOW),
      () => other.deliveries.begin(ids.toReversed(), 'two', NOW),
    ]);
    expect(both.flatMap((begun) => [...begun]).toSorted()).toEqual(ids.toSorted());
    expect(await ready()).toEqual([]);
    expect(await store.begin(['none', ...ids], 'one', NOW)).toEqual(new Set());
  });

  it('settles what its holder has on its way, and that alone', async () => {
    await pushed('m', PEOPLE.slice(0, 6));
    await store.begin(['m-p0', 'm-p1', 'm-p2', 'm-p3', 'm-p4'], 'one', NOW);
    await store.settle(
      [
        { id: 'm-p0', outcome: { kind: 'sent' } },
        { id: 'm-p1', outcome: { kind: 'failed', reason: 'refused' } },
        { id: 'm-p2', outcome: { kind: 'uncertain' } },
        { id: 'm-p3', outcome: { kind: 'again' } },
        { id: 'm-p5', outcome: { kind: 'sent' } },
      ],
      'one',
      later(1),
    );
    await settle('m-p4', { kind: 'sent' }, 'two');
    expect(await summary()).toMatchObject({
      ...{ waiting: 3, sent: 1, uncertain: 1, failed: { refused: 1 } },
    });
    expect(await ready()).toEqual(['m-p3', 'm-p5']);
    expect(await store.begin(['m-p3'], 'two', NOW)).toEqual(new Set(['m-p3']));
    await settle('m-p3', { kind: 'sent' });
    expect(await summary()).toMatchObject({ sent: 1 });
    await settle('m-p3', { kind: 'sent' }, 'two');
    expect(await summary()).toMatchObject({ waiting: 2, sent: 2 });
  });

  it('gives up what others left on its way, and believes them when they know better', async () => {
    await pushed('m', PEOPLE.slice(0, 4));
    await store.begin(['m-p0', 'm-p1'], 'one', NOW);
    await store.begin(['m-p2'], 'two', NOW);
    expect(await other.deliveries.giveUp('telegram', 'two', later(1))).toBe(2);
    expect(await other.deliveries.giveUp('telegram', 'two', later(1))).toBe(0);
    expect(await other.deliveries.giveUp('other', 'three', later(1))).toBe(0);
    expect(await summary()).toMatchObject({ waiting: 2, uncertain: 2 });
    expect(await ready()).toEqual(['m-p3']);
    expect(await store.begin(['m-p0'], 'two', NOW)).toEqual(new Set());
    await settle('m-p0', { kind: 'sent' }, 'one', later(2));
    expect(await summary()).toMatchObject({ sent: 1, uncertain: 1 });
    await settle('m-p0', { kind: 'failed', reason: 'refused' });
    expect(await summary()).toMatchObject({ sent: 1, failed: {} });
  });

  it('knows the accounts of people, those that turned out shut, and where messages go', async () => {
    await admit('p0', 'telegram', '100');
    await admit('p0', 'web', 'w0');
    await admit('p0', 'terminal', 't0');
    await admit('p1', 'web', 'old', later(5));
    await records.reminders.change([
      { kind: 'set-wishes', wishes: wishesOf('p0', { channel: 'web' }), at: AT },
    ]);
    const reach = (now = NOW) => store.reach(['p0', 'p1', 'p2', 'gone'], now);
    const [telegram, web] = [
      { channel: 'telegram', key: '100' },
      { channel: 'web', key: 'w0' },
    ];
    const none = { open: [], shut: [], chosen: null };
    const before = await reach();
    expect(before.get('p0')?.open).toHaveLength(2);
    expect(before.get('p0')).toMatchObject({
      ...{ open: expect.arrayContaining([telegram, web]), shut: [], chosen: 'web' },
    });
    expect(before.get('p1')).toEqual({ ...none, open: [{ channel: 'web', key: 'old' }] });
    expect([before.get('p2'), before.has('gone')]).toEqual([none, false]);
    expect((await reach(later(6))).get('p1')).toEqual(none);
    await change(addMailing(mailingOf('m'), ['p0']));
    await store.release([push('m-p0', '100')], NOW);
    await store.begin(['m-p0'], 'one', NOW);
    await settle('m-p0', { kind: 'failed', reason: 'blocked' });
    expect((await reach()).get('p0')).toEqual({ open: [web], shut: ['telegram'], chosen: 'web' });
    await store.reopen('telegram', '100');
    expect((await reach()).get('p0')).toEqual(before.get('p0'));
  });

  it('shuts no account for a message that is another’s by now', async () => {
    await admit('p0', 'telegram', '100');
    await change(addMailing(mailingOf('m'), ['p0']));
    await store.release([push('m-p0', '100')], NOW);
    await store.begin(['m-p0'], 'two', NOW);
    await settle('m-p0', { kind: 'failed', reason: 'blocked' }, 'one');
    expect((await store.reach(['p0'], NOW)).get('p0')?.shut).toEqual([]);
  });

  it('lists what was meant for a person, the newest first, and counts what they have not seen', async () => {
    const deed = { kind: 'open-message' };
    for (const [at, id] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      const buttons = [{ label: '去看看', deed }];
      const mailing = mailingOf(id, { kind: 'study', buttons, dueAt: later(-at).toISOString() });
      await change(addMailing(mailing, ['p0', 'p1']));
    }
    await store.release([{ kind: 'inbox', id: 'a-p0', text: '甲' }], later(1));
    await store.release([{ kind: 'inbox', id: 'b-p0', text: '乙' }], later(2));
    await store.release(
      [
        push('c-p0', 'p0'),
        { kind: 'failed', id: 'd-p0', text: '丁', reason: 'blocked' },
        { kind: 'skipped', id: 'e-p0', reason: 'late' },
      ],
      later(3),
    );
    await signedIn(['p0']);
    await store.begin(['c-p0'], 'one', NOW);
    expect(await store.message('p0', 'c-p0')).toMatchObject({ text: '推送c-p0' });
    expect((await store.messages('p0', 9)).messages.map(({ id }) => id)).toEqual([
      ...['d-p0', 'b-p0', 'a-p0'],
    ]);
    await settle('c-p0', { kind: 'sent' }, 'one', later(4));
    const { messages, hasMore } = await store.messages('p0', 2);
    expect([messages.map(({ id }) => id), hasMore]).toEqual([['c-p0', 'd-p0'], true]);
    expect(messages[0]).toEqual({
      ...{ id: 'c-p0', kind: 'study', title: '标题c', text: '推送c-p0' },
      ...{ buttons: [{ label: '去看看', deed }], at: later(4).toISOString(), openedAt: null },
      isUnread: false,
    });
    const rest = await store.messages('p0', 2, 'd-p0');
    expect([rest.messages.map(({ id }) => id), rest.hasMore]).toEqual([['b-p0', 'a-p0'], false]);
    expect(await store.messages('p0', 2, 'a-p1')).toEqual({ messages: [], hasMore: false });
    expect(await store.message('p1', 'a-p0')).toBeNull();
    expect(await store.unread('p0')).toBe(3);
    const all = (await store.messages('p0', 9)).messages;
    expect(all.map(({ isUnread }) => isUnread)).toEqual([false, true, true, true]);
    const open = (id: string, person: string, minutes: number) =>
      change({ kind: 'open-message', person, id, at: later(minutes).toISOString() });
    await open('b-p0', 'p1', 5);
    await open('b-p0', 'p0', 6);
    await open('b-p0', 'p0', 7);
    expect(await store.message('p0', 'b-p0')).toMatchObject({
      ...{ openedAt: later(6).toISOString(), isUnread: false },
    });
    expect([await store.unread('p0'), await store.unread('p1')]).toEqual([2, 0]);
  });

  /** Skips people of an occurrence for reasons, so many for each, from the first on. */
  const skip = async (mailing: string, counts: Readonly<Record<string, number>>) => {
    await change(addMailing(mailingOf(mailing, { reminder: 'r' }), PEOPLE));
    const reasons = Object.entries(counts).flatMap(([reason, count]) => Array(count).fill(reason));
    await store.release(
      reasons.map((reason, at) => ({ kind: 'skipped', id: `${mailing}-p${at}`, reason })),
      NOW,
    );
    return (await summary(mailing)).skippedBy;
  };

  it('tells reasons for skipping in groups of five or more, and none by subtraction', async () => {
    expect(await skip('a', { done: 5 })).toEqual({ done: 5 });
    expect(await skip('b', { done: 4 })).toEqual({});
    expect(await skip('c', { done: 7, paused: 5 })).toEqual({ done: 7, paused: 5 });
    expect(await skip('d', { done: 6, paused: 5, late: 1 })).toEqual({ done: 6 });
    expect(await skip('e', { done: 6, paused: 1, late: 1 })).toEqual({ done: 6 });
    expect(await skip('f', { done: 6, late: 1 })).toEqual({});
    expect(await summary()).toMatchObject({ skippedBy: { done: 24, paused: 5 }, skipped: 48 });
  });

  it('adds nobody up over occurrences until they look like a group', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await skip(id, { done: 1 });
    expect(await summary()).toMatchObject({ skipped: 6, skippedBy: {} });
  });

  it('reports an occurrence or all of them, and names whom it did not reach', async () => {
    await pushed('a', ['p0', 'p1', 'p2', 'p3']);
    await pushed('b', ['p0']);
    await change(addMailing(mailingOf('elsewhere'), ['p0']));
    await store.begin(await ready(), 'one', NOW);
    await settle('a-p0', { kind: 'sent' });
    await settle('a-p1', { kind: 'failed', reason: 'blocked' });
    await settle('a-p2', { kind: 'uncertain' });
    await settle('b-p0', { kind: 'failed', reason: 'refused' });
    await change({ kind: 'open-message', person: 'p0', id: 'a-p0', at: AT });
    await change({ kind: 'open-message', person: 'p2', id: 'a-p2', at: AT });
    const ofA = { waiting: 1, sent: 1, uncertain: 1, skipped: 0, opened: 1, skippedBy: {} };
    expect(await summary('a')).toEqual({ ...ofA, failed: { blocked: 1 } });
    expect(await summary()).toEqual({ ...ofA, failed: { blocked: 1, refused: 1 } });
    const p1 = { person: 'p1', name: '人p1', unit: '某局', state: 'failed', reason: 'blocked' };
    const p2 = { ...p1, person: 'p2', name: '人p2', state: 'uncertain', reason: null };
    const p0 = { ...p1, person: 'p0', name: '人p0', reason: 'refused' };
    expect(await store.unreached('r', 'a')).toEqual([p1, p2]);
    expect(await store.unreached('r', null)).toEqual([p0, p1, p2]);
    expect(await store.unreached('none', null)).toEqual([]);
    expect((await store.mailings('r', 9)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('gives occurrences back as they were kept, the newest first', async () => {
    const buttons = [{ label: '去学习', deed: { kind: 'study', of: ['a'] } }];
    const mailings = ['a', 'b', 'c'].map((id, at) =>
      mailingOf(id, { reminder: 'r', buttons, dueAt: later(at).toISOString() }),
    );
    for (const mailing of mailings) await change(addMailing(mailing, ['p0']));
    expect(await store.mailings('r', 2)).toEqual([mailings[2], mailings[1]]);
  });

  it('forgets after a year what it told whom, and counts it on', async () => {
    const on = (id: string, createdAt: string, reminder: string | null = 'r') =>
      addMailing(mailingOf(id, { reminder, createdAt }), ['p0', 'p1', 'p2']);
    const [old, young] = ['2025-03-03T00:00:00.000Z', '2025-05-05T00:00:00.000Z'];
    await signedIn(['p0', 'p1']);
    await change(on('old', old), on('young', young), on('own', old, null), on('today', AT));
    await store.release(
      ['old', 'young', 'own'].map((id) => ({ kind: 'inbox', id: `${id}-p0`, text: '文' })),
      NOW,
    );
    await store.release([push('old-p1', 'p1')], NOW);
    await change({ kind: 'open-message', person: 'p0', id: 'old-p0', at: AT });
    await store.forget(NOW);
    const told = async () => (await store.messages('p0', 9)).messages.map(({ id }) => id);
    expect(await told()).toEqual(['young-p0']);
    expect(await store.message('p0', 'old-p0')).toBeNull();
    expect(await store.message('p0', 'own-p0')).toBeNull();
    expect(await ready()).toEqual([]);
    expect(await summary('old')).toMatchObject({ waiting: 0, sent: 1, opened: 1, skipped: 2 });
    expect(await summary('young')).toMatchObject({ waiting: 2, sent: 1 });
    const years = new Date('2029-03-05T00:00:00.000Z');
    await store.forget(years);
    expect(await told()).toEqual(['young-p0']);
    await change(on('then', years.toISOString()));
    await store.forget(years);
    expect(await told()).toEqual([]);
    expect(await summary()).toMatchObject({ sent: 2, opened: 1 });
  });

  it('forgets what it told someone who leaves, and counts them on', async () => {
    await pushed('m', PEOPLE.slice(0, 3));
    await change(addMailing(mailingOf('own'), ['p0']), addMailing(mailingOf('both'), PEOPLE));
    await store.begin(['m-p1'], 'one', NOW);
    await settle('m-p1', { kind: 'failed', reason: 'refused' });
    const remove = (person: string) => records.people.change([{ kind: 'remove-person', person }]);
    await remove('p0');
    await remove('p1');
    expect(await summary()).toMatchObject({ waiting: 1, skipped: 1, failed: { refused: 1 } });
    expect(await store.unreached('r', null)).toEqual([]);
    expect(await ready()).toEqual(['m-p2']);
    expect(await store.message('p1', 'm-p1')).toBeNull();
    expect((await store.due(NOW, 99)).map(({ id }) => id)).toEqual(
      PEOPLE.slice(2).map((person) => `both-${person}`),
    );
    await addPeople(['p0']);
    await change(addMailing(mailingOf('own'), ['p0']));
    expect((await store.due(NOW, 99)).map(({ id }) => id)).toContain('own-p0');
  });

  it('sends nothing to an account that is not the person’s own any more, or shut', async () => {
    await pushed('m', PEOPLE.slice(0, 5));
    await admit('p4', 'web', 'page');
    await records.people.signOut({ channel: 'telegram', key: 'p0' });
    await records.people.signOut({ channel: 'telegram', key: 'p1' });
    await admit('p9', 'telegram', 'p1');
    await pushed('n', ['p2']);
    await store.begin(['n-p2'], 'one', NOW);
    await settle('n-p2', { kind: 'failed', reason: 'blocked' });
    const keep = { channel: 'web', key: 'page' };
    await records.people.change([{ kind: 'sign-out-others', person: 'p4', keep }]);
    const ids = await ready();
    expect(await store.begin(ids, 'one', NOW)).toEqual(new Set(['m-p3']));
    expect(await ready()).toEqual([]);
    const left = ['p0', 'p1', 'p2', 'p4'];
    expect((await store.due(NOW, 9)).map(({ person }) => person)).toEqual(left);
    await store.release([push('m-p1', 'elsewhere')], NOW);
    expect((await store.ready('telegram', 9))[0]).toMatchObject({ id: 'm-p1', key: 'elsewhere' });
  });

  it('sends nothing from its last moment on', async () => {
    await signedIn(['p0', 'p1']);
    const deliveries = [
      deliveryTo('p0', 'm', { notAfter: later(1).toISOString() }),
      deliveryTo('p1', 'm', { notAfter: later(2).toISOString() }),
    ];
    const mailing = mailingOf('m', { reminder: 'r' });
    await change({ kind: 'add-mailing', mailing, deliveries });
    await store.release([push('m-p0', 'p0'), push('m-p1', 'p1')], NOW);
    expect(await store.begin(await ready(), 'one', later(1))).toEqual(new Set(['m-p1']));
    expect((await store.due(later(1), 9)).map(({ id }) => id)).toEqual(['m-p0']);
  });

  it('sends nothing after a stop that met it on its way to a channel that was busy', async () => {
    await records.reminders.change([
      { kind: 'confirm-reminder', id: 'r', text: '通知r', byName: '', at: AT },
    ]);
    await pushed('m', ['p0']);
    await store.begin(['m-p0'], 'one', NOW);
    await records.reminders.change([{ kind: 'stop-reminder', id: 'r', at: AT }]);
    await settle('m-p0', { kind: 'again' });
    expect(await store.begin(['m-p0'], 'one', NOW)).toEqual(new Set());
    expect(await store.due(NOW, 9)).toHaveLength(1);
  });

  it.each([
    ['stopped', { isOn: false }, false],
    ['paused', { pause: { until: '2026-03-12', why: 'asked' } }, false],
    ['paused for want of an answer', { pause: { until: null, why: 'ignored' } }, false],
    ['paused until that day', { pause: { until: '2026-03-05', why: 'asked' } }, true],
  ] as const)('sends no study reminder to who has %s meanwhile', async (_, changes, goes) => {
    await signedIn(['p0']);
    await change(addMailing(mailingOf('m', { kind: 'study', reminder: 'r' }), ['p0']));
    await store.release([push('m-p0', 'p0')], NOW);
    await store.begin(['m-p0'], 'one', NOW);
    await records.reminders.change([
      { kind: 'set-wishes', wishes: wishesOf('p0', changes), at: AT },
    ]);
    await settle('m-p0', { kind: 'again' });
    expect((await store.begin(['m-p0'], 'one', NOW)).has('m-p0')).toBe(goes);
  });

  it('is over with what was not sent to someone who left while it was on its way', async () => {
    await pushed('m', ['p0', 'p1']);
    await store.begin(['m-p0', 'm-p1'], 'one', NOW);
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    await settle('m-p0', { kind: 'again' });
    await settle('m-p1', { kind: 'again' });
    expect(await ready()).toEqual(['m-p1']);
    expect(await summary()).toMatchObject({ waiting: 1, skipped: 1 });
  });

  it('puts off what waits, and takes back what is ready', async () => {
    await pushed('m', ['p0', 'p1']);
    await pushed('other', ['p0']);
    const urgent = mailingOf('urgent', { reminder: 'r', isUrgent: true });
    await change(addMailing(urgent, ['p0']));
    await store.release([push('urgent-p0', 'p0')], NOW);
    await store.begin(['m-p0'], 'one', NOW);
    const notices = [
      { mailing: 'm', reminder: 'r' },
      { mailing: 'other', reminder: 'r' },
    ];
    expect(
      (await store.readyNotices()).toSorted((a, b) => (a.mailing < b.mailing ? -1 : 1)),
    ).toEqual(notices);
    await store.takeBack(['m'], NOW);
    expect(await ready()).toEqual(['urgent-p0', 'other-p0']);
    const [due] = await store.due(NOW, 9);
    expect(due).toMatchObject({ id: 'm-p1', text: '推送m-p1' });
    const notBefore = later(5).toISOString();
    await store.release([{ kind: 'later', id: 'm-p1', text: '文', notBefore }], NOW);
    expect(await store.due(later(4), 9)).toEqual([]);
    expect(await store.due(later(5), 9)).toMatchObject([{ id: 'm-p1', text: '文', notBefore }]);
    await store.takeBack([], NOW);
    expect(await ready()).toEqual(['urgent-p0', 'other-p0']);
  });

  it('can take back what tells of changed quotes, and no other service message', async () => {
    const told = mailingOf('told', { kind: 'service', source: 'recall:m@2:changed#x' });
    await change(addMailing(told, ['p1']));
    await change(addMailing(mailingOf('asked', { kind: 'service' }), ['p1']));
    await store.release([push('told-p1', 'p1'), push('asked-p1', 'p1')], NOW);
    expect(await store.readyNotices()).toEqual([{ mailing: 'told', reminder: null }]);
    await store.takeBack(['told'], NOW);
    expect(await ready()).toEqual(['asked-p1']);
  });

  it('follows someone on a list to the person that they turn out to be, once', async () => {
    await admit('p0', 'telegram', '100');
    await change(addMailing(mailingOf('m', { reminder: 'r' }), ['p1']));
    await change(addMailing(mailingOf('both', { reminder: 'r' }), ['p0', 'p1']));
    await records.people.change([
      {
        kind: 'invite',
        invitation: {
          ...{ id: 'list', codeHash: 'list', note: '', places: 1, role: 'learner', classId: null },
          ...{ person: 'p1', createdAt: AT, expiresAt: '2027-01-01T00:00:00.000Z' },
        },
      },
    ]);
    await records.people.redeem('list', { channel: 'telegram', key: '100' }, NOW, null);
    const due = await store.due(NOW, 9);
    expect(due.map(({ id, person }) => [id, person])).toEqual([
      ['m-p1', 'p0'],
      ['both-p0', 'p0'],
    ]);
    expect(await summary()).toMatchObject({ waiting: 2, skipped: 1 });
  });

  it(`adds, sends and reports ${MANY} messages`, { timeout: 60_000 }, async () => {
    const people = Array.from({ length: MANY }, (_, at) => `q${at}`);
    await addPeople(people);
    const signed = people.filter((_, at) => at % PUSHED_EACH === 0);
    await signedIn(signed);
    await change(addMailing(mailingOf('m', { reminder: 'r' }), people));
    await change(addMailing(mailingOf('m', { reminder: 'r' }), people));
    const due = await store.due(NOW, MANY + 1);
    expect(due.map(({ person }) => person)).toEqual(people);
    await store.release(
      due.map(({ id, person }, at) =>
        at % PUSHED_EACH === 0 ? push(id, person) : { kind: 'inbox', id, text: '在页面' },
      ),
      NOW,
    );
    const ids = (await store.ready('telegram', MANY)).map(({ id }) => id);
    expect(await store.begin(ids, 'one', NOW)).toEqual(new Set(ids));
    const outcome: Outcome = { kind: 'failed', reason: 'blocked' };
    await store.settle(
      ids.map((id) => ({ id, outcome })),
      'one',
      NOW,
    );
    const [blocked, sent] = [signed.length, MANY - signed.length];
    expect(await summary()).toMatchObject({ waiting: 0, sent, failed: { blocked } });
    expect(await store.unreached('r', 'm')).toHaveLength(blocked);
    expect((await store.reach(people, NOW)).size).toBe(MANY);
  });
}

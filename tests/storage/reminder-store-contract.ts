import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LearningEntry } from '../../src/checkin/entry.ts';
import type { LearningChange } from '../../src/checkin/store.ts';
import type { Release } from '../../src/delivery/delivery.ts';
import type { PeopleChange } from '../../src/people/store.ts';
import type { Planned, ReminderChange, ReminderStore } from '../../src/reminder/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { addMailing, deliveryTo, mailingOf, reminderOf, wishesOf } from '../support/messages.ts';
import { signIn } from '../support/sign-in.ts';
import { kept } from './kept.ts';
import type { Shared } from './two-processes.ts';

const AT = '2026-03-05T08:00:00.000Z';
const LATER = '2026-03-05T09:00:00.000Z';
const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(Date.parse(AT) + minutes * MINUTE_MS).toISOString();
const PEOPLE = ['p0', 'p1', 'p2'];

/** What every database must do for reminders and for what learners want of them; run on real ones. */
export function storesReminders(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  let store: ReminderStore;
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
    store = records.reminders;
    await records.people.change(
      PEOPLE.map((id): PeopleChange => {
        const person = { id, name: `人${id}`, unit: '', role: 'learner' } as const;
        return { kind: 'add-person', at: AT, person };
      }),
    );
    const accounts = PEOPLE.map((person) => ({ channel: 'telegram', key: person, person }));
    await signIn(records.people, accounts, new Date(AT));
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  const change = (...changes: ReminderChange[]) => store.change(changes);
  const add = (...reminders: Parameters<typeof reminderOf>[]) =>
    change(
      ...reminders.map((given): ReminderChange => {
        return { kind: 'add-reminder', reminder: reminderOf(...given) };
      }),
    );
  const confirmation = (fields: { text?: string; byName?: string } = {}): ReminderChange => ({
    ...{ kind: 'confirm-reminder', id: 'r', text: '通知r', byName: '王芳', at: at(1), ...fields },
  });
  /** An occurrence for all, of a reminder or of one person's own. */
  const planned = (
    of: Planned['of'],
    minutes: number,
    fields: Partial<Planned> & { readonly id?: string } = {},
  ): Planned => {
    const { id = `m${minutes}`, ...others } = fields;
    const reminder = 'reminder' in of ? of.reminder : null;
    const mailing = mailingOf(id, { kind: 'study', reminder, source: `${id} of it` });
    const people = 'person' in of ? [of.person] : PEOPLE;
    const deliveries = people.map((person) => deliveryTo(person, id));
    const until = at(minutes);
    return { of, until, isOver: false, mailings: [{ mailing, deliveries }], ...others };
  };
  const waiting = async () =>
    (await records.deliveries.due(new Date(at(999)), 99)).map(({ id }) => id);
  const push = (id: string): Release => ({
    ...{ kind: 'push', id, text: '文', channel: 'telegram', key: id.slice(id.indexOf('-') + 1) },
  });
  const skips = async (reminder = 'r') => {
    const { skipped, waiting: left } = await records.deliveries.report(reminder, null);
    return { skipped, left };
  };

  it('gives a reminder back as it was kept', async () => {
    const reminder = reminderOf('r', {
      ...{ kind: 'study', isUrgent: true, author: 'p0', authorName: '人p0' },
      audience: [
        { classId: null, unit: '某局', role: 'trainer' },
        { classId: 'c', unit: null, role: null },
      ],
      timing: { kind: 'once', at: '2026-03-09T09:30', until: '18:00' },
    });
    await change({ kind: 'add-reminder', reminder });
    expect(await store.reminder('r')).toEqual(reminder);
    expect(await store.reminder('none')).toBeNull();
  });

  it('lists drafts first, then the newest first', async () => {
    await add(
      ['old', { createdAt: at(1) }],
      ['stopped', { createdAt: at(4), state: 'stopped' }],
      ['new', { createdAt: at(2) }],
      ['active', { createdAt: at(3), state: 'active', plannedUntil: AT }],
    );
    expect((await store.reminders()).map(({ id }) => id)).toEqual([
      ...['new', 'old', 'stopped', 'active'],
    ]);
    expect((await store.active()).map(({ id }) => id)).toEqual(['active']);
  });

  it('outlives who wrote it, with their name', async () => {
    await add(['r', { author: 'p0', authorName: '人p0' }]);
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    expect(await store.reminder('r')).toMatchObject({ author: null, authorName: '人p0' });
  });

  it('changes and drops a draft, and says of another that it does not', async () => {
    await add(['r'], ['d']);
    const fields = {
      ...({ kind: 'study', text: '新', isUrgent: true, timing: { kind: 'now' } } as const),
      audience: [{ classId: null, unit: '某局', role: null }],
    };
    await change({ kind: 'change-draft', id: 'r', fields: { isUrgent: true } });
    expect(await store.reminder('r')).toEqual(reminderOf('r', { isUrgent: true }));
    await change({ kind: 'change-draft', id: 'r', fields });
    expect(await store.reminder('r')).toEqual(reminderOf('r', fields));
    await change({ kind: 'change-draft', id: 'r', fields: {} });
    await change({ kind: 'drop-draft', id: 'd' }, { kind: 'drop-draft', id: 'd' });
    expect(await store.reminder('d')).toBeNull();
    await change(confirmation({ text: '新' }));
    await expect(change({ kind: 'change-draft', id: 'r', fields: { text: '改' } })).rejects.toThrow(
      '已由王芳确认，不能再修改',
    );
    await expect(change({ kind: 'drop-draft', id: 'r' })).rejects.toThrow('请停止发送');
    await expect(change({ kind: 'change-draft', id: 'd', fields })).rejects.toThrow('没有这份提醒');
    expect(await store.reminder('r')).toMatchObject({ state: 'active', text: '新' });
  });

  it('stops a draft with messages, which came back with a backup, instead of dropping those', async () => {
    await add(['r']);
    await records.deliveries.change([addMailing(mailingOf('m', { reminder: 'r' }), ['p0'])]);
    await change({ kind: 'drop-draft', id: 'r' });
    expect(await store.reminder('r')).toMatchObject({ state: 'stopped' });
    expect(await records.deliveries.mailings('r', 9)).toHaveLength(1);
  });

  it('is confirmed by one of two who confirm at once, and the other learns by whom', async () => {
    await add(['r']);
    const byOne = (from: Records, byName: string) => () =>
      from.reminders.change([confirmation({ byName })]).then(
        () => byName,
        (error: Error) => error.message,
      );
    const told = await together([byOne(records, '王芳'), byOne(other, '李强')]);
    const winner = (await store.reminder('r'))?.confirmedByName;
    expect(['王芳', '李强']).toContain(winner);
    expect(told.toSorted()).toEqual([winner, `这份提醒已由${winner}确认，不用再确认。`].toSorted());
    expect(await store.reminder('r')).toMatchObject({
      ...{ state: 'active', confirmedAt: at(1), plannedUntil: at(1) },
    });
  });

  it('is not confirmed where its text is another by now, or it has gone', async () => {
    await add(['r']);
    await expect(change(confirmation({ text: '旧' }))).rejects.toThrow('请重新预览以后再确认');
    expect(await store.reminder('r')).toMatchObject({ state: 'draft', confirmedAt: null });
    await change(confirmation());
    await change({ kind: 'stop-reminder', id: 'r', at: at(2) });
    await expect(change(confirmation())).rejects.toThrow('已经停止');
    await expect(change({ ...confirmation(), id: 'none' } as ReminderChange)).rejects.toThrow(
      '没有这份提醒',
    );
  });

  it('plans an occurrence once, whichever process plans it', async () => {
    await add(['r'], ['draft']);
    await change(confirmation());
    await together([
      () => store.plan([planned({ reminder: 'r' }, 5, { id: 'a' })]),
      () => other.reminders.plan([planned({ reminder: 'r' }, 5, { id: 'b' })]),
    ]);
    const first = await waiting();
    expect(first).toHaveLength(PEOPLE.length);
    await store.plan([planned({ reminder: 'r' }, 4)]);
    await store.plan([planned({ reminder: 'draft' }, 9)]);
    await store.plan([planned({ reminder: 'none' }, 9)]);
    expect(await waiting()).toEqual(first);
    await store.plan([planned({ reminder: 'r' }, 6, { isOver: true })]);
    expect(await waiting()).toEqual([...first, ...PEOPLE.map((person) => `m6-${person}`)]);
    expect(await store.reminder('r')).toMatchObject({ state: 'ended', plannedUntil: at(6) });
    await store.plan([planned({ reminder: 'r' }, 7)]);
    expect(await store.reminder('r')).toMatchObject({ state: 'ended', plannedUntil: at(6) });
    expect(await waiting()).toHaveLength(2 * PEOPLE.length);
  });

  it('plans all or nothing', async () => {
    await add(['r']);
    await change(confirmation());
    const { mailings } = planned({ reminder: 'r' }, 5, { id: 'a' });
    const twice = [...mailings, ...mailings.map((one) => ({ ...one, mailing: mailingOf('b') }))];
    const broken = planned({ reminder: 'r' }, 5, { mailings: twice });
    await expect(store.plan([broken])).rejects.toThrow();
    expect(await waiting()).toEqual([]);
    expect(await store.reminder('r')).toMatchObject({ plannedUntil: at(1) });
  });

  it('plans a learner’s own while they are opted in, and never back', async () => {
    const own = (minutes: number) => planned({ person: 'p0' }, minutes);
    await store.plan([own(1)]);
    await change({ kind: 'set-wishes', wishes: wishesOf('p0'), at: AT });
    await store.plan([own(2)]);
    await store.plan([planned({ person: 'p0' }, 2, { id: 'again' })]);
    expect(await waiting()).toEqual(['m2-p0']);
    await change({ kind: 'set-wishes', wishes: wishesOf('p0', { time: '09:00' }), at: AT });
    expect(await store.wishes('p0')).toMatchObject({ time: '09:00', plannedUntil: at(2) });
    await change({ kind: 'set-wishes', wishes: wishesOf('p0', { isOn: false }), at: AT });
    await store.plan([own(3)]);
    expect(await waiting()).toEqual([]);
  });

  it('stops what has not gone, and what is on its way goes', async () => {
    await add(['r'], ['other', { state: 'active', plannedUntil: AT }]);
    await change(confirmation());
    await store.plan([planned({ reminder: 'r' }, 5)]);
    await store.plan([planned({ reminder: 'other' }, 6)]);
    await records.deliveries.release([push('m5-p0'), push('m5-p1')], new Date(AT));
    await records.deliveries.begin(['m5-p0'], 'one', new Date(AT));
    await change({ kind: 'stop-reminder', id: 'r', at: at(7) });
    expect(await store.reminder('r')).toMatchObject({ state: 'stopped' });
    expect(await records.deliveries.begin(['m5-p1'], 'one', new Date(AT))).toEqual(new Set());
    const sent = { id: 'm5-p0', outcome: { kind: 'sent' } } as const;
    await records.deliveries.settle([sent], 'one', new Date(at(8)));
    expect(await records.deliveries.report('r', null)).toMatchObject({
      ...{ sent: 1, skipped: 2, waiting: 0 },
    });
    expect(await waiting()).toEqual(PEOPLE.map((person) => `m6-${person}`));
    await store.plan([planned({ reminder: 'r' }, 9)]);
    expect(await waiting()).toHaveLength(PEOPLE.length);
  });

  it('stops what is planned whole and not sent yet, and lets alone what is over or a draft', async () => {
    await add(['r'], ['draft']);
    await change(confirmation());
    await store.plan([planned({ reminder: 'r' }, 5, { isOver: true })]);
    await change({ kind: 'stop-reminder', id: 'r', at: at(6) });
    expect([await store.reminder('r'), await waiting()]).toMatchObject([{ state: 'stopped' }, []]);
    await add(['over', { state: 'ended' }]);
    await change(
      { kind: 'stop-reminder', id: 'over', at: at(6) },
      { kind: 'stop-reminder', id: 'draft', at: at(6) },
    );
    expect(await store.reminder('over')).toMatchObject({ state: 'ended' });
    expect(await store.reminder('draft')).toMatchObject({ state: 'draft' });
  });

  it('lets nothing slip out that is planned while it is stopped', async () => {
    await add(['r']);
    await change(confirmation());
    await together([
      () => store.plan([planned({ reminder: 'r' }, 5)]),
      () => other.reminders.change([{ kind: 'stop-reminder', id: 'r', at: at(6) }]),
    ]);
    expect(await waiting()).toEqual([]);
    expect(await store.reminder('r')).toMatchObject({ state: 'stopped' });
  });

  it('keeps filters by name', async () => {
    const audience = [{ classId: null, unit: '某局', role: null }];
    const save = (id: string, name: string) =>
      change({ kind: 'save-filter', filter: { id, name, audience } });
    await save('a', 'B');
    await save('b', 'A');
    await save('a', 'C');
    expect(await store.filters()).toEqual([
      { id: 'b', name: 'A', audience },
      { id: 'a', name: 'C', audience },
    ]);
    await change({ kind: 'drop-filter', id: 'b' });
    expect((await store.filters()).map(({ id }) => id)).toEqual(['a']);
  });

  it('gives wishes back as they were kept, and forgets them with the person', async () => {
    const pause = { until: '2026-04-01', why: 'asked' } as const;
    const wishes = wishesOf('p0', { pause, channel: 'web', mostAWeek: 5, days: [] });
    await change({ kind: 'set-wishes', wishes, at: AT });
    await change({ kind: 'set-wishes', wishes: wishesOf('p1', { isOn: false }), at: AT });
    expect(await store.wishes('p0')).toEqual(wishes);
    expect(await store.wishes('p2')).toBeNull();
    expect(await store.allWishes()).toEqual([wishes]);
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    await change({ kind: 'set-wishes', wishes, at: AT });
    expect(await store.wishes('p0')).toBeNull();
  });

  it.each([
    ['opted-out', { isOn: false }],
    ['paused', { pause: { until: null, why: 'asked' } }],
    ['paused', { pause: { until: '2026-03-06', why: 'asked' } }],
    ['ignored', { pause: { until: null, why: 'ignored' } }],
  ] as const)(
    'skips study reminders as %s that have not gone, and those alone',
    async (_, fields) => {
      await add(['r', { state: 'active', plannedUntil: AT }]);
      await store.plan([planned({ reminder: 'r' }, 5)]);
      await store.plan([planned({ reminder: 'r' }, 6)]);
      await records.deliveries.change([addMailing(mailingOf('notice'), ['p0'])]);
      await records.deliveries.release([push('m6-p0')], new Date(AT));
      const set = (one: Parameters<typeof wishesOf>[1]) =>
        records.conversations.keep(
          kept({
            changes: [
              {
                of: 'reminder',
                change: { kind: 'set-wishes', wishes: wishesOf('p0', one), at: AT },
              },
            ],
          }),
        );
      await set({});
      await set({ pause: { until: '2026-03-05', why: 'asked' } });
      expect(await skips()).toEqual({ skipped: 0, left: 6 });
      await set(fields);
      expect(await skips()).toEqual({ skipped: 2, left: 4 });
      expect(await waiting()).toEqual(['m5-p1', 'm5-p2', 'm6-p1', 'm6-p2', 'notice-p0']);
    },
  );

  it('pauses for somebody who heeded none, unless they changed anything meanwhile', async () => {
    const seen = wishesOf('p0');
    const pause = async () => {
      await change({ kind: 'pause-unheeded', wishes: seen, at: AT });
      return (await store.wishes('p0'))?.pause ?? null;
    };
    expect(await pause()).toBeNull();
    for (const changed of [{ isOn: false }, { since: LATER }]) {
      await change({ kind: 'set-wishes', wishes: { ...seen, ...changed }, at: AT });
      expect(await pause()).toBeNull();
    }
    await change({ kind: 'set-wishes', wishes: seen, at: AT });
    expect(await pause()).toEqual({ until: null, why: 'ignored' });
  });

  it('tells for what reason each was skipped', async () => {
    const crowd = Array.from({ length: 5 }, (_, number) => `q${number}`);
    await records.people.change(
      crowd.map((id): PeopleChange => {
        const person = { id, name: '', unit: '', role: 'learner' } as const;
        return { kind: 'add-person', at: AT, person };
      }),
    );
    await add(['r', { state: 'active', plannedUntil: AT }]);
    const pause = { until: null, why: 'ignored' } as const;
    const reasons = { 'opted-out': { isOn: false }, ignored: { pause } };
    for (const [reason, fields] of Object.entries(reasons)) {
      const mailing = mailingOf(reason, { kind: 'study', reminder: 'r' });
      await records.deliveries.change([addMailing(mailing, crowd)]);
      for (const person of crowd) {
        await change({ kind: 'set-wishes', wishes: wishesOf(person, fields), at: AT });
      }
      expect(await records.deliveries.report('r', reason)).toMatchObject({
        skippedBy: [{ reason, count: 5 }],
      });
    }
  });

  const learn = (...changes: LearningChange[]) => records.learning.change(changes);
  const entry = (id: string, minutes: number): LearningEntry => ({
    ...{ id, person: 'p0', studiedOn: '2026-03-05', recordedAt: at(minutes), isMadeUp: false },
    ...{ kind: 'free', material: null, place: null, chapter: null, studied: '', reflection: '' },
    ...{ classId: null, sharedWith: null, revision: 1, withdrawnAt: null },
  });
  const answer = (id: string, minutes: number): LearningChange => ({
    kind: 'answer-recall',
    answer: {
      ...{ id, person: 'p0', item: 'i', material: 'm', place: 'l', at: at(minutes) },
      isRight: true,
    },
    card: {
      ...{ person: 'p0', item: 'i', material: 'm', chapter: 'c', due: AT },
      ...{ isRecalled: true, state: null },
    },
  });
  /** Reminds a person of their studies at a minute, to an end of one kind. */
  const remind = async (minutes: number, release: 'inbox' | 'done' | 'late' | 'failed') => {
    const mailing = mailingOf(`h${minutes}`, { kind: 'study' });
    await records.deliveries.change([addMailing(mailing, ['p0'])]);
    const id = `h${minutes}-p0`;
    const releases = {
      inbox: { kind: 'inbox', id, text: '文' },
      failed: { kind: 'failed', id, text: '文', reason: 'no-channel' },
      done: { kind: 'skipped', id, reason: 'done' },
      late: { kind: 'skipped', id, reason: 'late' },
    } as const;
    await records.deliveries.release([releases[release]], new Date(at(minutes)));
    return id;
  };
  const history = async (person = 'p0') => (await store.histories([...PEOPLE, 'gone'])).get(person);
  const reminded = async () =>
    (await history())?.reminders.map((one) => [
      ...[(Date.parse(one.at) - Date.parse(AT)) / MINUTE_MS],
      ...[one.isDone ? 'done' : one.isHeeded ? 'heeded' : 'ignored'],
    ]);

  it('knows which study reminders were heeded: opened, or followed by a record', async () => {
    expect(await history()).toEqual({ reminders: [], lastRecordAt: null });
    await remind(10, 'inbox');
    await remind(20, 'inbox');
    await remind(30, 'failed');
    await remind(40, 'late');
    const opened = await remind(50, 'inbox');
    await remind(60, 'inbox');
    await remind(70, 'done');
    await remind(80, 'inbox');
    await records.deliveries.change([addMailing(mailingOf('notice'), ['p0'])]);
    await records.deliveries.release([{ kind: 'inbox', id: 'notice-p0', text: '' }], new Date(AT));
    expect(await reminded()).toEqual([
      ...[
        [80, 'ignored'],
        [70, 'done'],
        [60, 'ignored'],
        [50, 'ignored'],
      ],
      ...[
        [20, 'ignored'],
        [10, 'ignored'],
      ],
    ]);
    await learn({ kind: 'add-entry', entry: entry('e', 45) }, answer('a', 65));
    await learn({ kind: 'add-entry', entry: entry('w', 15) });
    await learn({ kind: 'withdraw-entry', person: 'p0', id: 'w', at: at(16) });
    const open = { kind: 'open-message', person: 'p0', id: opened, at: at(99) } as const;
    await records.deliveries.change([open]);
    expect(await reminded()).toEqual([
      ...[
        [80, 'ignored'],
        [70, 'done'],
        [60, 'heeded'],
        [50, 'heeded'],
      ],
      ...[
        [20, 'heeded'],
        [10, 'ignored'],
      ],
    ]);
    expect((await history())?.lastRecordAt).toBe(at(65));
    await learn({ kind: 'add-entry', entry: entry('f', 5000) });
    expect((await reminded())?.[0]).toEqual([80, 'heeded']);
    expect((await history())?.lastRecordAt).toBe(at(5000));
    expect(await history('p1')).toEqual({ reminders: [], lastRecordAt: null });
  });

  it('knows whose own reminder may be due on a day by a time', async () => {
    const all = [
      wishesOf('p0', { days: [1, 4], time: '12:30' }),
      wishesOf('p1', { days: [4], time: '08:00' }),
      wishesOf('p2', { days: [4], time: '08:00', isOn: false }),
    ];
    await change(...all.map((wishes): ReminderChange => ({ kind: 'set-wishes', wishes, at: AT })));
    const own = async (...asked: Parameters<ReminderStore['ownWishes']>) =>
      (await store.ownWishes(...asked)).map(({ person }) => person);
    expect(await own(4, '12:29')).toEqual(['p1']);
    expect(await own(4, '12:30')).toEqual(['p0', 'p1']);
    expect(await own(1, '23:59')).toEqual(['p0']);
    expect(await own(2, '23:59')).toEqual([]);
    expect(await store.ownWishes(1, '23:59')).toEqual([all[0]]);
  });

  it('counts what is on its way by its time, and looks back on ten', async () => {
    for (let minutes = 1; minutes <= 11; minutes++) await remind(minutes, 'inbox');
    const on = { kind: 'study', dueAt: at(12) } as const;
    await records.deliveries.change([addMailing(mailingOf('ready', on), ['p0'])]);
    await records.deliveries.change([addMailing(mailingOf('waiting', on), ['p0'])]);
    await records.deliveries.release([push('ready-p0')], new Date(at(13)));
    const found = async () => (await reminded())?.map(([minutes]) => minutes);
    expect(await found()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    await records.deliveries.begin(['ready-p0'], 'one', new Date(AT));
    expect((await found())?.[0]).toBe(12);
    const sent = { id: 'ready-p0', outcome: { kind: 'sent' } } as const;
    await records.deliveries.settle([sent], 'one', new Date(at(14)));
    expect((await found())?.slice(0, 2)).toEqual([14, 11]);
  });
}

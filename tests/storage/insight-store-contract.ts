import { afterEach, beforeEach, expect, it } from 'vitest';
import { talliesOf } from '../../src/insight/tally.ts';
import type { PeopleChange } from '../../src/people/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { addMailing, deliveryTo, mailingOf, wishesOf } from '../support/messages.ts';
import { kept, SPEAKER, turn } from './kept.ts';
import type { Shared } from './two-processes.ts';

const FIRST = '2026-01-01';
const NEXT = '2026-01-02';
const AT = '2026-03-05T08:00:00.000Z';
const NOW = new Date(AT);
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const ASKED = 60;
const OUTCOMES = ['answered', 'not-in-corpus', 'out-of-scope'];
const TOOK = [8, 40, 900];

/** What every database must do for totals of the service; run on real ones. */
export function storesInsight(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  /** The question of a number, whoever keeps it. */
  const asked = (number: number) =>
    kept({
      speaker: { ...SPEAKER, conversation: `c${number % 7}` },
      turn: turn(`t${number}`),
      tallies: talliesOf({
        day: number % 4 === 0 ? NEXT : FIRST,
        outcome: OUTCOMES[number % 3] as string,
        by: 'embedded',
        took: TOOK[number % 3] as number,
        cited: number % 3 === 0 ? ['plan', 'plan', `m${number % 2}`] : [],
      }),
    });
  const totals = async (from = FIRST, to = NEXT) => {
    const { outcomes, others } = await records.insight.totals(from, to);
    return {
      days: outcomes.map(({ day, name, number }) => `${day} ${name} ${number}`),
      others: others.map(({ of, name, number }) => `${of} ${name} ${number}`),
    };
  };

  it('counts what several processes keep at once, each question once', async () => {
    const numbers = Array.from({ length: ASKED }, (_, number) => number);
    // Each message comes to both; the one that is later keeps nothing, its totals included.
    const both = numbers.flatMap((number) => [
      () => records.conversations.keep(asked(number)).catch(String),
      () => other.conversations.keep(asked(number)).catch(String),
    ]);
    const ends = await together(both);
    expect(ends.filter((end) => String(end).includes('AlreadyAnswered'))).toHaveLength(ASKED);
    expect(await totals()).toEqual({
      days: [
        ...[`${FIRST} answered 15`, `${FIRST} not-in-corpus 15`, `${FIRST} out-of-scope 15`],
        ...[`${NEXT} answered 5`, `${NEXT} not-in-corpus 5`, `${NEXT} out-of-scope 5`],
      ],
      others: [
        ...['cited m0 10', 'cited m1 10', 'cited plan 20'],
        ...['took embedded 10 20', 'took embedded 1000 20', 'took embedded 50 20'],
      ],
    });
    expect((await totals(NEXT, NEXT)).days).toHaveLength(3);
    expect(await records.insight.firstDay()).toBe(FIRST);
    expect(await records.insight.lastCited(['plan', 'm1', 'never'])).toEqual(
      new Map([
        ['plan', NEXT],
        ['m1', FIRST],
      ]),
    );
  });

  it('counts nothing of a message that fails after all', async () => {
    await records.conversations.keep(asked(1));
    const twice = { ...asked(2), turn: turn('t2', { message: 'm-t1' }), speaker: asked(1).speaker };
    await expect(records.conversations.keep(twice)).rejects.toThrow();
    const broken = { of: 'delivery', change: { kind: 'add-mailing', mailing: {} } } as never;
    await expect(records.conversations.keep({ ...asked(3), changes: [broken] })).rejects.toThrow();
    expect((await totals()).days).toEqual([`${FIRST} not-in-corpus 1`]);
  });

  it('counts the last rating of a turn, on its day', async () => {
    await records.conversations.keep(kept({ turn: turn('a') }));
    const rate = (verdict: 'useful' | 'not-useful', day: string, by = records) =>
      by.conversations.keep(kept({ rating: { turn: 'a', verdict, at: AT, day } }));
    await together([
      () => rate('useful', FIRST),
      () => rate('useful', FIRST, other),
      () => rate('useful', FIRST),
    ]);
    expect((await totals()).others).toEqual(['rating useful 1']);
    await rate('not-useful', NEXT, other);
    expect((await totals()).others).toEqual(['rating not-useful 1', 'rating useful 0']);
    expect((await totals(FIRST, FIRST)).others).toEqual(['rating useful 0']);
    await records.conversations.keep(
      kept({
        ...{ speaker: { ...SPEAKER, conversation: 'other' } },
        rating: { turn: 'a', verdict: 'useful', at: AT, day: NEXT },
      }),
    );
    expect((await totals(NEXT, NEXT)).others).toEqual(['rating not-useful 1']);
  });

  it('says how messages fared, and what has been under way for long', async () => {
    const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
    await records.people.change(
      people.map((id): PeopleChange => {
        const person = { id, name: `人${id}`, unit: '', role: 'learner' } as const;
        return { kind: 'add-person', at: AT, person };
      }),
    );
    await records.deliveries.change([
      addMailing(mailingOf('m'), people.slice(0, 4)),
      {
        kind: 'add-mailing',
        mailing: mailingOf('n'),
        deliveries: [
          deliveryTo('p4', 'n', { notBefore: ago(90) }),
          deliveryTo('p5', 'n', { notBefore: ago(30) }),
        ],
      },
    ]);
    const due = await records.deliveries.due(NOW, 99);
    const of = (person: string) => due.find((one) => one.person === person)?.id as string;
    await records.deliveries.release(
      [
        { kind: 'inbox', id: of('p0'), text: '正文' },
        { kind: 'failed', id: of('p1'), text: '正文', reason: 'no-channel' },
        { kind: 'skipped', id: of('p2'), reason: 'ignored' },
        { kind: 'skipped', id: of('p3'), reason: 'ignored' },
      ],
      NOW,
    );
    const wishes = people.slice(0, 3).map((person, at) => ({
      kind: 'set-wishes' as const,
      wishes: wishesOf(person, {
        pause:
          [null, { until: null, why: 'ignored' as const }, { until: NEXT, why: 'asked' as const }][
            at
          ] ?? null,
      }),
      at: AT,
    }));
    await records.reminders.change(wishes);
    expect(await records.insight.messages(new Date(ago(10)), NOW)).toEqual({
      ...{ sent: 1, uncertain: 0, failed: [{ reason: 'no-channel', count: 1 }] },
      skipped: [{ reason: 'ignored', count: 2 }],
      ...{ waiting: 2, late: 1, wishes: { going: 2, ignored: 1 } },
    });
    const after = new Date(NOW.getTime() + 1000);
    expect(await records.insight.messages(after, after)).toMatchObject({ sent: 0, failed: [] });
  });
}

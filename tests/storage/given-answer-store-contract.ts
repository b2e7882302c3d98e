import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeliveryChange } from '../../src/delivery/store.ts';
import type { Cite } from '../../src/materials/recall/given-answer.ts';
import type { GivenAnswerStore, Telling } from '../../src/materials/recall/store.ts';
import type { PeopleChange } from '../../src/people/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { addMailing, mailingOf } from '../support/messages.ts';
import { kept } from './kept.ts';
import type { Shared } from './two-processes.ts';

const AT = '2026-03-05T08:00:00.000Z';
const DAY_MS = 86_400_000;
const after = (days: number) => new Date(Date.parse(AT) + days * DAY_MS).toISOString();
const MANY = 2000;

/** What every database must do for what answers cited; run on real ones. */
export function storesGivenAnswers(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  let store: GivenAnswerStore;
  const addPeople = (ids: readonly string[]) =>
    records.people.change(
      ids.map((id): PeopleChange => {
        const person = { id, name: `人${id}`, unit: '', role: 'learner' } as const;
        return { kind: 'add-person', at: AT, person };
      }),
    );
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
    store = records.givenAnswers;
    await addPeople(['p0', 'p1', 'p2']);
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  let answers = 0;
  const cite = (text: string, fields: Partial<Cite> = {}): Cite => ({
    ...{ material: 'm', version: 1, place: '一', start: 0, end: text.length, text, ...fields },
  });
  const answerTo = (person: string | null, cites: readonly Cite[], at = AT) => ({
    ...{ kind: 'give-answer' as const, answer: { id: `a${++answers}`, person, at, cites } },
  });
  const give = (...given: Parameters<typeof answerTo>) => store.change([answerTo(...given)]);
  const idsOf = async (version = 1, mark = 'now') =>
    (await store.cites('m', version, mark)).map(({ id }) => id);
  const telling = (cites: readonly string[], people: Telling['people']): Telling => ({
    ...{ cites, people, at: after(1) },
  });
  const message = (id: string, people: readonly string[]): DeliveryChange =>
    addMailing(mailingOf(id, { kind: 'service', source: `recall:${id}` }), people);
  const due = async () =>
    (await records.deliveries.due(new Date(after(2)), 99_999)).map(({ person }) => person);

  it('keeps a text once, however often it is cited, and who got it last', async () => {
    await give('p0', [cite('甲'), cite('乙', { start: 5, end: 6, place: '二' })]);
    await give('p0', [cite('甲'), cite('甲')], after(1));
    await give('p1', [cite('甲')]);
    await give(null, [cite('甲')]);
    await give(null, [cite('甲')], after(2));
    const cites = await store.cites('m', 1, 'now');
    expect(cites).toMatchObject([cite('甲'), cite('乙', { start: 5, end: 6, place: '二' })]);
    const [first = { id: '' }, second = { id: '' }] = cites;
    const recipients = await store.recipients([first.id]);
    expect(new Map(recipients.map(({ person, at }) => [person, at]))).toEqual(
      new Map([
        ['p0', after(1)],
        ['p1', AT],
        [null, after(2)],
      ]),
    );
    expect(await store.recipients([second.id])).toEqual([
      { cite: second.id, person: 'p0', at: AT },
    ]);
    expect(await store.recipients([])).toEqual([]);
  });

  it('tells versions, materials and texts apart', async () => {
    await give('p0', [cite('甲'), cite('甲', { version: 2 }), cite('甲', { material: 'n' })]);
    expect(await store.compared()).toEqual([
      { material: 'm', version: 1, compared: null },
      { material: 'm', version: 2, compared: null },
      { material: 'n', version: 1, compared: null },
    ]);
    expect(await store.cites('m', 2, 'now')).toMatchObject([cite('甲', { version: 2 })]);
  });

  it('is kept with the reply, or not at all, and with nothing of the question', async () => {
    const change = answerTo('p0', [cite('甲')]);
    await records.conversations.keep(kept({ changes: [{ of: 'given-answer', change }] }));
    expect(await store.citedTo('p0')).toEqual([
      {
        ...{ answer: change.answer.id, material: 'm', version: 1, place: '一', text: '甲' },
        ...{ at: AT, recalledAt: null },
      },
    ]);
    const again = records.conversations.keep(kept({ changes: [{ of: 'given-answer', change }] }));
    await expect(again).rejects.toThrow();
    expect(await store.citedTo('p0')).toHaveLength(1);
  });

  it('is of nobody where whoever asked has left meanwhile', async () => {
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    await give('p0', [cite('甲')]);
    const [id = ''] = await idsOf();
    expect(await store.recipients([id])).toMatchObject([{ person: null }]);
  });

  it('goes with the person, or when they ask for it', async () => {
    await give('p0', [cite('甲')]);
    await give('p1', [cite('甲')]);
    await give('p2', [cite('甲')]);
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    await store.change([{ kind: 'forget-given', person: 'p1' }]);
    const [id = ''] = await idsOf();
    expect(await store.recipients([id])).toMatchObject([{ person: 'p2' }]);
    expect(await store.citedTo('p1')).toEqual([]);
  });

  it('leaves out what stands in a text, until there is another one', async () => {
    await give('p0', [cite('甲'), cite('乙')]);
    const [one = '', two = ''] = await idsOf();
    await store.stand([one], 'now');
    expect(await idsOf()).toEqual([two]);
    expect(await idsOf(1, 'later')).toHaveLength(2);
    await store.stand([two], 'now');
    expect(await store.compared()).toEqual([{ material: 'm', version: 1, compared: 'now' }]);
    await give('p1', [cite('甲')]);
    expect(await idsOf()).toEqual([]);
  });

  it('finds those who got what had fallen before', async () => {
    await give('p0', [cite('甲')]);
    const ids = await idsOf();
    await store.tell(telling(ids, ['p0']), [message('m1', ['p0'])]);
    await store.fall(ids, 'now', after(1));
    expect(await idsOf()).toEqual([]);
    expect(await store.compared()).toEqual([{ material: 'm', version: 1, compared: 'now' }]);
    await give('p1', [cite('甲')]);
    expect(await store.compared()).toContainEqual({ material: 'm', version: 1, compared: null });
    expect(await idsOf()).toEqual(ids);
    expect(await store.recipients(ids)).toMatchObject([{ person: 'p1' }]);
  });

  it('tells each once, whoever tells them, and the message goes with it', async () => {
    for (const person of ['p0', 'p1', null]) await give(person, [cite('甲'), cite('乙')]);
    const ids = await idsOf();
    await together([
      () => store.tell(telling(ids, ['p0', 'p1']), [message('m1', ['p0', 'p1'])]),
      () => other.givenAnswers.tell(telling(ids, ['p0', 'p1']), [message('m2', ['p0', 'p1'])]),
    ]);
    expect((await due()).toSorted()).toEqual(['p0', 'p1']);
    expect(await store.recipients(ids)).toMatchObject([{ person: null }, { person: null }]);
    await store.tell(telling(ids, [null]), []);
    expect(await store.recipients(ids)).toEqual([]);
    expect((await store.citedTo('p0')).map(({ recalledAt }) => recalledAt)).toEqual([
      after(1),
      after(1),
    ]);
  });

  it('writes nothing down where the message cannot be kept', async () => {
    await give('p0', [cite('甲')]);
    const ids = await idsOf();
    const broken = { ...message('m1', ['p0']), mailing: mailingOf('m1', { title: null as never }) };
    await expect(store.tell(telling(ids, ['p0']), [broken as DeliveryChange])).rejects.toThrow();
    expect(await store.recipients(ids)).toHaveLength(1);
    await store.tell(telling(ids, ['p0']), [message('m1', ['p0'])]);
    expect(await due()).toEqual(['p0']);
  });

  it('counts answers, those who were told, and those whom nobody can tell', async () => {
    for (const person of ['p0', 'p0', 'p1', null, null]) {
      await give(person, [cite('甲'), cite('乙')]);
    }
    await give('p2', [cite('甲')], after(-9));
    await give('p2', [cite('丙', { material: 'n' })]);
    expect(await store.totals('m', after(-1))).toEqual({ answers: 5, told: 0, notSignedIn: 0 });
    await store.tell(telling(await idsOf(), ['p0', 'p1', 'p2', null]), []);
    expect(await store.totals('m', after(-1))).toEqual({ answers: 5, told: 2, notSignedIn: 2 });
    expect(await store.totals('m', after(-10))).toEqual({ answers: 6, told: 3, notSignedIn: 2 });
  });

  it('forgets what is older, with texts that nothing else cites', async () => {
    await give('p0', [cite('旧')]);
    await give('p1', [cite('新')], after(20));
    await give('p2', [cite('新')], after(0));
    await store.forget(new Date(after(40)), 30);
    expect(await store.cites('m', 1, 'now')).toMatchObject([{ text: '新' }]);
    expect(await store.citedTo('p0')).toEqual([]);
    expect(await store.citedTo('p1')).toHaveLength(1);
    // A clock that is set forward by years wipes nothing on its first day.
    await store.forget(new Date(after(4000)), 60);
    expect(await store.citedTo('p1')).toHaveLength(1);
    await store.forget(new Date(after(41)), 0);
    expect(await store.compared()).toEqual([]);
  });

  it(`finds and tells ${MANY} people in portions`, { timeout: 30_000 }, async () => {
    const people = Array.from({ length: MANY }, (_, at) => `q${at}`);
    await addPeople(people);
    for (let from = 0; from < MANY; from += 1000) {
      const some = people.slice(from, from + 1000);
      await store.change(some.map((person) => answerTo(person, [cite('甲'), cite('乙')])));
    }
    const ids = await idsOf();
    expect(await store.recipients(ids)).toHaveLength(2 * MANY);
    let longest = 0;
    for (let from = 0; from < MANY; from += 100) {
      const some = people.slice(from, from + 100);
      const begun = performance.now();
      await store.tell(telling(ids, some), [message(`m${from}`, some)]);
      longest = Math.max(longest, performance.now() - begun);
    }
    expect(longest).toBeLessThan(2000);
    expect(await store.recipients(ids)).toEqual([]);
    expect(await due()).toHaveLength(MANY);
  });
}

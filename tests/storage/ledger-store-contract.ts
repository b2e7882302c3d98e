import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeliveryChange } from '../../src/delivery/store.ts';
import type { PairAnswer } from '../../src/materials/faq/pairs.ts';
import { MOST_OF_PERSON, MOST_OF_STRANGERS } from '../../src/materials/ledger/limits.ts';
import type { LedgerChange, LedgerStore } from '../../src/materials/ledger/store.ts';
import {
  type Asked,
  type Cause,
  TOPIC_STATES,
  type TopicState,
} from '../../src/materials/ledger/topic.ts';
import type { PeopleChange } from '../../src/people/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { addMailing, mailingOf } from '../support/messages.ts';
import { kept, turn } from './kept.ts';
import type { Shared } from './two-processes.ts';

const AT = '2026-03-05T08:12:34.567Z';
const HOUR = '2026-03-05T08:00:00.000Z';
const DAY_MS = 86_400_000;
const after = (days: number) => new Date(Date.parse(AT) + days * DAY_MS).toISOString();
const NEAR = { material: 'plan', title: '规划', place: '五（二）' };
const ADMIN = { name: '管理员甲', person: 'admin' };
const TRAINER = { name: '教师乙', person: 'trainer' };
const ANSWER: PairAnswer = {
  answer: '按规定执行。',
  kind: 'body',
  quotes: [{ material: 'plan', place: '五（二）', text: '按规定执行' }],
};
const LEARNERS = Array.from({ length: 8 }, (_, at) => `p${at}`);
const MANY = 300;
/** Two processes at the same few wordings. */
const AT_ONCE = 20;

/** What every database must do for questions without an answer; run on real ones. */
export function storesLedger(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  let store: LedgerStore;
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
    store = records.ledger;
    const people = [...LEARNERS, 'admin', 'trainer'].map((id): PeopleChange => {
      const role = id === 'admin' || id === 'trainer' ? id : 'learner';
      return { kind: 'add-person', at: AT, person: { id, name: `人${id}`, unit: '', role } };
    });
    await records.people.change(people);
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  const asks = (text: string, person: string | null, fields: Partial<Asked> = {}): LedgerChange => {
    const asked = { text, person, cause: 'not-in-corpus' as const, near: NEAR, at: AT, ...fields };
    return { kind: 'ask-ledger', asked };
  };
  const ask = (...asked: Parameters<typeof asks>) => store.change([asks(...asked)]);
  const unask = (person: string | null, text: string, cause: Cause = 'not-in-corpus') =>
    ({ kind: 'unask', person, text, cause }) as const;
  const texts = async () => (await store.unplaced(9999)).map(({ text }) => text);
  const placeAll = async (topicOf: (text: string) => string) => {
    const wordings = await store.unplaced(9999);
    const placements = wordings.map(({ id, text }) => ({ wording: id, topic: topicOf(text) }));
    await store.place(placements, AT);
  };
  const list = async (
    states: readonly TopicState[] = TOPIC_STATES,
    assignee: string | null = null,
  ) => (await store.topics({ states, assignee, from: 0, limit: 99 })).topics;
  const topic = async (id: string) => {
    const found = await store.topic(id);
    if (found === null) throw new Error(`no topic ${id}`);
    return found;
  };
  type Step = Extract<LedgerChange, { readonly topic: string }>;
  type StepFields = Step extends infer One
    ? One extends Step
      ? Omit<One, 'topic' | 'revision' | 'at'>
      : never
    : never;
  const step = async (id: string, fields: StepFields, at = AT) => {
    const { revision } = await topic(id);
    await store.change([{ ...fields, topic: id, revision, at } as LedgerChange]);
  };
  const answer = async (id: string, at = AT) => {
    await step(id, { kind: 'submit-answer', answer: ANSWER, by: TRAINER }, at);
    await step(id, { kind: 'approve-answer', by: ADMIN, pair: `pair-${id}` }, at);
  };
  const message = (id: string, people: readonly string[]): DeliveryChange =>
    addMailing(mailingOf(id, { kind: 'service', source: `answer:${id}` }), people);
  const told = async () =>
    (await records.deliveries.due(new Date(after(9)), 99_999)).map(({ person }) => person);

  it('keeps a wording once, counts a person once and strangers each time', async () => {
    await ask('如何报名？', 'p0');
    await ask('如何报名', 'p0', { at: after(1) });
    await ask('如何報名?', 'p1');
    await ask('如何报名', null);
    await ask('如何报名', null);
    expect(await store.unplaced(9)).toMatchObject([
      { text: '如何报名？', topic: null, times: 4, people: 2, cause: 'not-in-corpus', near: NEAR },
    ]);
    const [wording] = await store.unplaced(9);
    expect(wording).toMatchObject({ firstAt: HOUR, lastAt: '2026-03-06T08:00:00.000Z' });
    expect(JSON.stringify(wording)).not.toMatch(/p0|p1/u);
  });

  it('tells a person what they asked, and nobody else', async () => {
    await ask('如何报名', 'p0');
    await ask('如何请假', 'p0', { at: after(1) });
    await ask('如何退费', 'p1');
    expect(await store.ownAsked('p0')).toEqual([
      { text: '如何请假', at: after(1), state: 'open' },
      { text: '如何报名', at: AT, state: 'open' },
    ]);
    await placeAll((text) => text);
    await step('如何报名', { kind: 'set-topic-aside', by: ADMIN, reason: '非培训政策' });
    expect((await store.ownAsked('p0'))[1]).toMatchObject({ state: 'set-aside' });
  });

  it(`takes ${MANY} near-same questions of one person as one`, async () => {
    const marks = ['', '？', '?', '。', '吗', '呢', ' '];
    const words = ['', '请问', '麻烦问一下', '想知道'];
    const questions = Array.from({ length: MANY }, (_, at) => {
      const [before, behind] = [words[at % words.length], marks[at % marks.length]];
      return asks(`${before}异地挂职干部的探亲假路费由哪里报销${behind}`, 'p0');
    });
    await store.change(questions);
    expect(await store.unplaced(MANY)).toMatchObject([{ times: 1, people: 1 }]);
  });

  it('takes so many new ones of a person in a day, and says when it takes no more', async () => {
    const question = (at: number) => `第${at}号文件规定的住宿标准`;
    await store.change(Array.from({ length: MANY }, (_, at) => asks(question(at), 'p0')));
    expect(await store.unplaced(MANY)).toHaveLength(MOST_OF_PERSON);
    const one = { text: question(MANY), cause: 'not-in-corpus', at: AT } as const;
    expect(await store.takes({ ...one, person: 'p0' })).toBe(false);
    expect(await store.takes({ ...one, person: 'p0', text: question(0) })).toBe(true);
    expect(await store.takes({ ...one, person: 'p1' })).toBe(true);
    expect(await store.takes({ ...one, person: 'p0', at: after(1) })).toBe(true);
    await ask(question(MANY), 'p0', { at: after(1) });
    expect(await store.unplaced(MANY)).toHaveLength(MOST_OF_PERSON + 1);
  });

  it('takes so many new ones of all strangers in a day', async () => {
    const question = (at: number) => `第${at}号文件规定的住宿标准`;
    await store.change(Array.from({ length: MANY }, (_, at) => asks(question(at), null)));
    expect(await store.unplaced(MANY)).toHaveLength(MOST_OF_STRANGERS);
    const one = { cause: 'not-in-corpus', at: AT } as const;
    expect(await store.takes({ ...one, text: '另一个问题', person: null })).toBe(false);
    expect(await store.takes({ ...one, text: question(0), person: null })).toBe(true);
    expect(await store.takes({ ...one, text: '另一个问题', person: 'p0' })).toBe(true);
  });

  it('takes a person out again, with what nobody else asked', async () => {
    await ask('如何报名', 'p0');
    await ask('如何报名', 'p1');
    await ask('如何请假', 'p0');
    await ask('如何退费', null);
    await store.change([unask('p0', '如何报名？')]);
    expect(await store.unplaced(9)).toContainEqual(
      expect.objectContaining({ text: '如何报名', times: 1, people: 1 }),
    );
    await store.change([unask('p2', '如何报名')]);
    await store.change([unask('p0', '请问如何请假呢')]);
    await store.change([unask(null, '如何退费')]);
    expect(await texts()).toEqual(['如何报名']);
    expect(await store.ownAsked('p0')).toEqual([]);
  });

  it('keeps what was no help apart from what was refused in the same words', async () => {
    await ask('如何报名', 'p0');
    await placeAll(() => 'join');
    await answer('join');
    await ask('如何报名？', 'p0', { cause: 'not-helpful' });
    await ask('如何报名', null, { cause: 'not-helpful' });
    expect(await store.unplaced(9)).toMatchObject([
      { cause: 'not-helpful', people: 1, times: 2, topic: null },
    ]);
    await store.change([unask(null, '如何报名', 'not-helpful')]);
    await store.change([unask('p0', '如何报名', 'not-helpful')]);
    expect(await store.unplaced(9)).toEqual([]);
    expect((await topic('join')).people).toBe(1);
  });

  it('forgets all that a person asked, and keeps what is being answered', async () => {
    for (const text of ['甲', '乙', '丙']) await ask(text, 'p0');
    await ask('乙', 'p1');
    await placeAll((text) => text);
    await step('丙', { kind: 'submit-answer', answer: ANSWER, by: TRAINER });
    await store.change([{ kind: 'forget-asked', person: 'p0' }]);
    expect((await list()).map(({ id, people }) => [id, people])).toEqual([
      ['乙', 1],
      ['丙', 0],
    ]);
    expect(await store.ownAsked('p0')).toEqual([]);
  });

  it('is of nobody where whoever asked has left', async () => {
    await ask('如何报名', 'p0');
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    await ask('如何请假', 'p0');
    expect(await store.unplaced(9)).toMatchObject([
      { times: 1, people: 0 },
      { times: 1, people: 0 },
    ]);
    expect(await store.ownAsked('p0')).toEqual([]);
  });

  it('is kept with the reply, or not at all', async () => {
    const change = asks('如何报名', 'p0');
    const keep = () =>
      records.conversations.keep(kept({ turn: turn('a'), changes: [{ of: 'ledger', change }] }));
    await keep();
    await expect(keep()).rejects.toThrow();
    expect(await store.unplaced(9)).toMatchObject([{ times: 1 }]);
  });

  it('puts wordings into topics, and counts over them', async () => {
    await ask('如何报名', 'p0');
    await ask('怎样报名', 'p0');
    await ask('怎样报名', 'p1');
    await ask('怎么退费', null, { near: null, cause: 'not-helpful' });
    await placeAll((text) => (text.includes('报名') ? 'join' : 'money'));
    expect(await store.unplaced(9)).toEqual([]);
    expect(await list()).toMatchObject([
      {
        ...{ id: 'join', state: 'open', question: '怎样报名', near: NEAR, wordings: 2, times: 3 },
        ...{ people: 2, firstAt: HOUR, lastAt: HOUR, assignee: null, answer: null, pair: null },
        ...{ answeredBy: null, decidedBy: null, reason: null, revision: 1 },
      },
      { id: 'money', question: '怎么退费', near: null, people: 0, times: 1 },
    ]);
    expect(await store.wordings('join', 0, 9)).toMatchObject([
      { text: '怎样报名', times: 2, people: 2, topic: 'join' },
      { text: '如何报名', times: 1, people: 1, topic: 'join' },
    ]);
    expect(await store.wordings('join', 1, 9)).toMatchObject([{ text: '如何报名' }]);
    expect(await store.exemplars()).toEqual([
      { topic: 'join', state: 'open', text: '怎样报名', near: NEAR },
      { topic: 'join', state: 'open', text: '如何报名', near: NEAR },
      { topic: 'money', state: 'open', text: '怎么退费', near: null },
    ]);
    const page = await store.topics({ states: ['open'], assignee: null, from: 1, limit: 1 });
    expect(page).toMatchObject({ topics: [{ id: 'money' }], total: 2 });
    // The page's own words may show that someone asked, never who.
    expect(JSON.stringify(await list())).not.toMatch(/"p\d"/u);
  });

  it('leaves a wording where it is, and makes no topic without one', async () => {
    await ask('如何报名', 'p0');
    const [wording = { id: '' }] = await store.unplaced(9);
    await store.place([{ wording: wording.id, topic: 'one' }], AT);
    await store.place(
      [
        { wording: wording.id, topic: 'two' },
        { wording: 'gone', topic: 'three' },
      ],
      AT,
    );
    expect((await list()).map(({ id }) => id)).toEqual(['one']);
  });

  it('leads a topic from being asked to being answered', async () => {
    await ask('如何报名', 'p0');
    await placeAll(() => 'join');
    await step('join', { kind: 'assign-topic', assignee: 'trainer' });
    expect(await list(['assigned'], 'trainer')).toMatchObject([{ assignee: 'trainer' }]);
    expect(await list(['assigned'], 'admin')).toEqual([]);
    await step('join', { kind: 'submit-answer', answer: ANSWER, by: TRAINER });
    expect(await topic('join')).toMatchObject({
      ...{ state: 'submitted', answer: ANSWER, answeredBy: TRAINER, decidedBy: null },
    });
    await step('join', { kind: 'return-answer', by: ADMIN, reason: '请引用全句' });
    expect(await topic('join')).toMatchObject({
      ...{ state: 'assigned', answer: ANSWER, decidedBy: ADMIN, reason: '请引用全句' },
    });
    await answer('join');
    expect(await topic('join')).toMatchObject({
      ...{ state: 'answered', pair: 'pair-join', answeredBy: TRAINER, decidedBy: ADMIN },
      ...{ reason: null, assignee: 'trainer' },
    });
    expect(await store.answered()).toMatchObject([{ topic: 'join', pair: 'pair-join' }]);
    await step('join', { kind: 'reopen-topic', by: null, reason: '依据已经变化' });
    expect(await topic('join')).toMatchObject({
      ...{ state: 'assigned', pair: null, reason: '依据已经变化', decidedBy: null, answer: ANSWER },
    });
    await step('join', { kind: 'assign-topic', assignee: null });
    expect(await topic('join')).toMatchObject({ state: 'open', assignee: null });
  });

  it('takes no step on what has changed since, or stands elsewhere', async () => {
    await ask('如何报名', 'p0');
    await placeAll(() => 'join');
    const seen = { topic: 'join', revision: (await topic('join')).revision, at: AT };
    const aside = { kind: 'set-topic-aside', by: ADMIN, reason: '非培训政策', ...seen } as const;
    const assign = { kind: 'assign-topic', assignee: 'trainer', ...seen } as const;
    const outcomes = await together(
      [aside, assign].map((change, at) => async () => {
        const ledger = at === 0 ? store : other.ledger;
        return ledger.change([change]).then(
          () => 'done',
          (error: Error) => error.message,
        );
      }),
    );
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(outcomes.find((one) => one !== 'done')).toContain('刚刚有了变动');
    const approve = { kind: 'approve-answer', by: ADMIN, pair: 'x' } as const;
    await expect(step('join', approve)).rejects.toThrow('刚刚有了变动');
    await expect(
      records.conversations.keep(
        kept({ turn: turn('a'), changes: [{ of: 'ledger', change: aside }] }),
      ),
    ).rejects.toThrow('刚刚有了变动');
    expect((await records.conversations.history(kept().speaker, 9)).turns).toEqual([]);
  });

  it('splits a wording off, and merges topics', async () => {
    for (const person of ['p0', 'p1']) await ask('如何报名', person);
    await ask('如何请假', 'p1');
    await placeAll(() => 'both');
    const [, second = { id: '' }] = await store.wordings('both', 0, 9);
    await step('both', { kind: 'split-wording', wording: second.id, into: 'leave' });
    expect(await list()).toMatchObject([
      { id: 'both', wordings: 1, people: 2, revision: 2 },
      { id: 'leave', question: '如何请假', people: 1, state: 'open' },
    ]);
    await expect(
      step('leave', { kind: 'split-wording', wording: second.id, into: 'x' }),
    ).rejects.toThrow('只有这一种问法');
    await expect(step('leave', { kind: 'merge-topic', into: 'nowhere' })).rejects.toThrow('不在了');
    await expect(step('leave', { kind: 'merge-topic', into: 'leave' })).rejects.toThrow('不在了');
    await step('leave', { kind: 'merge-topic', into: 'both' });
    expect(await list()).toMatchObject([{ id: 'both', wordings: 2, people: 2, revision: 3 }]);
  });

  it('merges nothing into what was answered meanwhile, nor what awaits approval', async () => {
    for (const text of ['如何报名', '如何请假']) await ask(text, 'p0');
    await placeAll((text) => (text === '如何报名' ? 'join' : 'leave'));
    await step('join', { kind: 'submit-answer', answer: ANSWER, by: TRAINER });
    await expect(step('join', { kind: 'merge-topic', into: 'leave' })).rejects.toThrow('变动');
    await step('join', { kind: 'approve-answer', by: ADMIN, pair: 'x' });
    await expect(step('leave', { kind: 'merge-topic', into: 'join' })).rejects.toThrow(
      '已经有了答复',
    );
    expect(await topic('join')).toMatchObject({ wordings: 1 });
  });

  it('gives back what someone who leaves was to answer', async () => {
    await ask('如何报名', 'p0');
    await placeAll(() => 'join');
    await step('join', { kind: 'assign-topic', assignee: 'trainer' });
    await records.people.change([{ kind: 'remove-person', person: 'trainer' }]);
    expect(await topic('join')).toMatchObject({ state: 'open', assignee: null });
    const gone = { name: '教师乙', person: 'trainer' };
    await step('join', { kind: 'submit-answer', answer: ANSWER, by: gone });
    expect(await topic('join')).toMatchObject({ answeredBy: { name: '教师乙', person: null } });
  });

  it('tells each who asked once, forgets who they were, and knows how many', async () => {
    for (const person of LEARNERS) await ask('如何报名', person);
    await ask('怎样报名', 'p0');
    await ask('如何退费', 'p1');
    await placeAll((text) => (text.includes('报名') ? 'join' : 'money'));
    expect(await store.toTell(9, null)).toEqual([]);
    await answer('join');
    const [toTell, ...rest] = await store.toTell(9, null);
    expect(rest).toEqual([]);
    expect(toTell).toMatchObject({ topic: 'join', pair: 'pair-join' });
    expect(toTell?.asked).toHaveLength(LEARNERS.length + 1);
    expect(toTell?.asked[0]).toMatchObject({ person: 'p0' });
    expect(await store.toTell(9, 'join')).toEqual([]);
    const some = LEARNERS.slice(0, 6);
    const cite = { material: 'plan', version: 1, place: '一', start: 0, end: 2, text: '按照' };
    const given = [{ id: 'given', person: 'p0', at: AT, cites: [cite] }];
    await together([
      () => store.tell('join', some, [message('m1', some)], given),
      () => other.ledger.tell('join', some, [message('m2', some)], given),
    ]);
    expect((await told()).toSorted()).toEqual(some);
    expect(await records.givenAnswers.citedTo('p0')).toHaveLength(1);
    expect((await store.toTell(9, null))[0]?.asked.map(({ person }) => person)).toEqual([
      'p6',
      'p7',
    ]);
    expect(await topic('join')).toMatchObject({ people: LEARNERS.length, times: 9 });
    expect(await store.ownAsked('p1')).toMatchObject([{ text: '如何退费' }]);
    await step('join', { kind: 'reopen-topic', by: ADMIN, reason: '撤回' });
    await store.tell('join', ['p6'], [message('m3', ['p6'])], []);
    expect((await told()).toSorted()).toEqual(some);
    expect(await store.ownAsked('p6')).toHaveLength(1);
  });

  it('writes nothing down where the message cannot be kept', async () => {
    await ask('如何报名', 'p0');
    await placeAll(() => 'join');
    await answer('join');
    const broken = { ...message('m1', ['p0']), mailing: mailingOf('m1', { title: null as never }) };
    await expect(store.tell('join', ['p0'], [broken as DeliveryChange], [])).rejects.toThrow();
    expect(await store.ownAsked('p0')).toHaveLength(1);
  });

  it('forgets who asked what was answered or set aside long ago', async () => {
    for (const text of ['甲', '乙', '丙']) await ask(text, 'p0');
    await placeAll((text) => text);
    await answer('甲');
    await step('乙', { kind: 'set-topic-aside', by: ADMIN, reason: '非培训政策' });
    await ask('丁', 'p1', { at: after(200) });
    await store.forget(new Date(after(170)));
    expect(await store.ownAsked('p0')).toHaveLength(3);
    await store.forget(new Date(after(190)));
    expect(await store.ownAsked('p0')).toMatchObject([{ text: '丙' }]);
    expect(await topic('甲')).toMatchObject({ people: 1, times: 1 });
    await placeAll((text) => text);
    await step('丁', { kind: 'set-topic-aside', by: ADMIN, reason: '非培训政策' }, after(200));
    // A clock that is set forward by years wipes nothing on its first day.
    await store.forget(new Date(after(4000)));
    expect(await store.ownAsked('p1')).toHaveLength(1);
  });

  it('counts by state, and names what five or more wait for', async () => {
    for (const person of LEARNERS.slice(0, 4)) await ask('甲', person);
    for (const person of LEARNERS.slice(0, 5)) await ask('乙', person);
    for (const person of LEARNERS) await ask('丙', person);
    for (const person of LEARNERS) await ask('丁', person);
    await placeAll((text) => text);
    await answer('丁');
    expect(await store.totals()).toEqual({
      states: { open: 3, assigned: 0, submitted: 0, answered: 1, 'set-aside': 0 },
      large: [
        { question: '丙', people: 8 },
        { question: '乙', people: 5 },
      ],
    });
  });

  it('lets two processes ask, take back and place at the same time', async () => {
    const words = ['甲', '乙', '丙', '丁'];
    for (const text of words) await ask(text, 'p7');
    const works = Array.from({ length: AT_ONCE }, (_, at) => async () => {
      const ledger = at % 2 === 0 ? store : other.ledger;
      const person = LEARNERS[at % 6] as string;
      const order = at % 2 === 0 ? words : words.toReversed();
      for (const text of order) await ledger.change([asks(text, person)]);
      await ledger.change([{ kind: 'forget-asked', person }]);
      const wordings = await ledger.unplaced(9);
      await ledger.place(
        wordings.map(({ id, text }) => ({ wording: id, topic: text })),
        AT,
      );
    });
    await together(works);
    expect((await list()).map(({ id, people, times }) => [id, people, times])).toEqual(
      ['丁', '丙', '乙', '甲'].toSorted().map((text) => [text, 1, 1]),
    );
  });
}

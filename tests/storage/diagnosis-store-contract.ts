import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Asked } from '../../src/materials/ledger/topic.ts';
import type { Records } from '../../src/storage/records.ts';

const SINCE = '2026-03-01T00:00:00.000Z';
const AT = '2026-03-05T08:00:00.000Z';
const PEOPLE = Array.from({ length: 8 }, (_, at) => `l${at}`);

/** What every database must tell of a group's needs; run on real ones. */
export function storesDiagnosis(open: () => Promise<Records>): void {
  let records: Records;
  let count = 0;
  beforeEach(async () => {
    records = await open();
    await records.people.change(
      PEOPLE.map((id) => ({
        ...{ kind: 'add-person' as const, at: AT },
        person: { id, name: '', unit: '', role: 'learner' as const },
      })),
    );
  });
  afterEach(() => records.close());

  const ask = (person: string, place: string | null, fields: Partial<Asked> = {}) => {
    const near = place === null ? null : { material: 'plan', title: '规划', place };
    const asked: Asked = {
      ...{ text: `第${count++}个问题`, cause: 'not-in-corpus', near, person, at: AT, ...fields },
    };
    return records.ledger.change([{ kind: 'ask-ledger', asked }]);
  };

  it('tells where questions of five people or more stayed open, the most first', async () => {
    for (const person of PEOPLE.slice(0, 6)) await ask(person, '专栏1', { cause: 'not-included' });
    for (const person of PEOPLE.slice(0, 4)) await ask(person, '五（四）');
    // Asked again it is still one person.
    await ask('l0', '五（四）');
    await ask('l7', '五（四）', { cause: 'not-helpful' });
    for (const person of PEOPLE.slice(0, 4)) await ask(person, '二（一）');
    for (const person of PEOPLE) await ask(person, null);
    expect(await records.diagnosis.unanswered(PEOPLE, SINCE)).toEqual([
      { title: '规划', place: '专栏1', people: 6 },
      { title: '规划', place: '五（四）', people: 5 },
    ]);
    expect(await records.diagnosis.unanswered(PEOPLE.slice(0, 4), SINCE)).toEqual([]);
    expect(await records.diagnosis.unanswered([], SINCE)).toEqual([]);
  });

  it('tells nothing of what is long ago, was set aside, or was asked by others', async () => {
    for (const person of PEOPLE) {
      await ask(person, '二', { at: '2026-02-28T23:59:59.999Z' });
      await ask(person, '三', { text: '食堂几点开饭' });
    }
    for (let stranger = 0; stranger < 5; stranger++) await ask('', '四', { person: null });
    const wordings = await records.ledger.unplaced(99);
    const asideOnes = wordings.filter(({ text }) => text === '食堂几点开饭');
    await records.ledger.place(
      asideOnes.map(({ id }) => ({ wording: id, topic: 'aside' })),
      AT,
    );
    expect(await records.diagnosis.unanswered(PEOPLE, SINCE)).toMatchObject([{ place: '三' }]);
    const by = { name: '管理员', person: null };
    const step = { topic: 'aside', revision: 1, at: AT, by, reason: '非培训政策' };
    await records.ledger.change([{ kind: 'set-topic-aside', ...step }]);
    expect(await records.diagnosis.unanswered(PEOPLE, SINCE)).toEqual([]);
  });

  it('tells how chapters were recalled by five people or more', async () => {
    const answer = (person: string, item: string, chapter: string, isRight: boolean, at = AT) => {
      const id = `a${count++}`;
      const card = { person, item, material: 'm', chapter, due: AT, isRecalled: isRight };
      const given = { id, person, item, material: 'm', place: '一', at, isRight };
      return records.learning.change([
        {
          kind: 'answer-recall',
          answer: given,
          card: { ...card, state: {} as never },
        },
      ]);
    };
    for (const [at, person] of PEOPLE.slice(0, 5).entries()) {
      await answer(person, 'i', '第二章', at < 2);
    }
    await answer('l0', 'j', '第二章', true);
    await answer('l0', 'k', '第二章', true, '2026-02-01T00:00:00.000Z');
    for (const person of PEOPLE.slice(0, 4)) await answer(person, 'n', '第三章', false);
    expect(await records.diagnosis.recalled(PEOPLE, SINCE)).toEqual([
      { material: 'm', chapter: '第二章', people: 5, answers: 6, right: 3 },
    ]);
    expect(await records.diagnosis.recalled(PEOPLE.slice(0, 4), SINCE)).toEqual([]);
  });
}

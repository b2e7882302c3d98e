import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Block } from '../../src/conversation/reply.ts';
import type { Records } from '../../src/storage/records.ts';
import { signIn } from '../support/sign-in.ts';
import { kept, turn } from './kept.ts';

const SINCE = '2026-03-01T00:00:00.000Z';
const AT = '2026-03-05T08:00:00.000Z';
const PEOPLE = Array.from({ length: 8 }, (_, at) => `l${at}`);

function quote(role: 'quote' | 'nearest', place: string): Block {
  const words = { title: '规划', place, text: '原文', line: '' };
  return { kind: 'quote', role, number: 1, ...words, buttons: [] };
}

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

  const page = (person: string) => ({ channel: 'web', conversation: person, person });
  const ask = async (
    speaker: { channel: string; conversation: string; person: string },
    outcome: string,
    place: string,
    {
      at = AT,
      isRated = false,
      session,
    }: { at?: string; isRated?: boolean; session?: string } = {},
  ) => {
    const id = `t${count++}`;
    const role = outcome === 'answered' ? 'quote' : 'nearest';
    const blocks = [
      { kind: 'text', tone: 'lead', text: '答' } as const,
      quote(role, place),
      quote(role, '别处'),
    ];
    const said = turn(id, { outcome, blocks, at, ...(session === undefined ? {} : { session }) });
    await records.conversations.keep(kept({ speaker, turn: said }));
    const rating = { turn: id, verdict: 'not-useful', at: AT, day: '2026-03-05' } as const;
    if (isRated) await records.conversations.keep(kept({ speaker, rating }));
  };

  it('tells where questions of five people or more stayed open, the most first', async () => {
    for (const person of PEOPLE.slice(0, 6)) await ask(page(person), 'not-included', '专栏1');
    for (const person of PEOPLE.slice(0, 4)) await ask(page(person), 'not-in-corpus', '五（四）');
    // Asked again it is still one person, in the bot as on the page.
    await ask(page('l0'), 'not-in-corpus', '五（四）');
    await signIn(records.people, [{ person: 'l7', channel: 'telegram', key: '77' }], new Date(AT));
    const bot = { channel: 'telegram', conversation: '77', person: '77' };
    await ask(bot, 'answered', '五（四）', { isRated: true });
    await ask(page('l7'), 'not-in-corpus', '五（四）');
    for (const person of PEOPLE.slice(0, 4)) await ask(page(person), 'not-in-corpus', '二（一）');
    expect(await records.diagnosis.unanswered(PEOPLE, SINCE)).toEqual([
      { title: '规划', place: '专栏1', people: 6 },
      { title: '规划', place: '五（四）', people: 5 },
    ]);
    expect(await records.diagnosis.unanswered(PEOPLE.slice(0, 4), SINCE)).toEqual([]);
    expect(await records.diagnosis.unanswered([], SINCE)).toEqual([]);
  });

  it('tells nothing of what was answered, is long ago, or was asked by others', async () => {
    const strangers = Array.from({ length: 5 }, (_, at) => `x${at}`);
    for (const person of PEOPLE) {
      await ask(page(person), 'answered', '一');
      await ask(page(person), 'not-included', '二', { at: '2026-02-28T23:59:59.999Z' });
      await ask(page(person), 'out-of-scope', '三');
    }
    for (const stranger of strangers) await ask(page(stranger), 'not-included', '四');
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

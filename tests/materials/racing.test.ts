import { describe, expect, it } from 'vitest';
import { openShelf } from '../../src/materials/open-shelf.ts';
import type { Shelf, Shelved } from '../../src/materials/shelf.ts';
import { doneOf, LI, makeShelf, RULES, refusalOf, request, ZHANG } from './shelf-house.ts';

const WANG = { name: '王五', person: 'p-wang' };

/** Two shelves on the same folder, as two processes have them, with something submitted. */
async function submitted() {
  const house = await makeShelf();
  const { entry } = await doneOf(house.shelf.add(request(RULES)));
  await doneOf(house.shelf.submit(entry, ZHANG));
  return { ...house, entry, other: openShelf(house.parts) };
}

type Named = { readonly id: string; readonly version: number; readonly sha256: string };
type Deed = (shelf: Shelf, entry: Named) => Promise<Shelved>;

const approve: Deed = (shelf, entry) => shelf.approve(entry, entry.sha256, LI);

describe('an approval that meets', () => {
  it.each<[string, Deed, readonly string[]]>([
    ['another one', (shelf, entry) => shelf.approve(entry, entry.sha256, WANG), ['approved']],
    ['a return', (shelf, entry) => shelf.giveBack(entry, '请补充', WANG), ['approved', 'draft']],
  ])('%s is one or the other, and its steps say which', async (_name, deed, ends) => {
    for (const isFirst of [true, false]) {
      const { shelf, other, entry, serves } = await submitted();
      const pair = [() => approve(shelf, entry), () => deed(other, entry)];
      if (!isFirst) pair.reverse();
      const outcomes = await Promise.all(pair.map((one) => one()));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
      const now = await shelf.find(entry);
      expect(ends).toContain(now?.entry.status);
      expect(now?.entry.steps).toHaveLength(3);
      expect(await serves()).toEqual(now?.entry.status === 'approved' ? ['rules@1'] : []);
    }
  });

  it('a change, a discarding or a second file leaves what was looked at, or nothing', async () => {
    const { shelf, other, entry, serves } = await submitted();
    const outcomes = await Promise.all([
      other.change(entry, { title: '新题名' }, ZHANG),
      other.discard(entry, ZHANG),
      other.add(request(RULES, { id: 'again' })),
      approve(shelf, entry),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      ...['refused', 'refused', 'refused', 'done'],
    ]);
    expect((await shelf.list()).map((one) => one.entry.title)).toEqual(['学员管理规定']);
    expect(await serves()).toEqual(['rules@1']);
  });

  it('the same name at the machine and in the chat is that of one person', async () => {
    const { shelf, entry } = await submitted();
    for (const name of ['张三', ' 张 三 ', '张\u200B三', '张　三']) {
      const again = shelf.approve(entry, entry.sha256, { name, person: null });
      expect(await refusalOf(again)).toContain('须由另一人批准');
    }
    // Two people of the records may have the same name.
    const namesake = shelf.approve(entry, entry.sha256, { name: '张三', person: 'p-other' });
    expect((await doneOf(namesake)).standing).toBe('in-force');
  });

  it('one person may do both only where the house has it so', async () => {
    const house = await makeShelf({ oneMayApprove: true });
    const { entry } = await doneOf(house.shelf.add(request(RULES)));
    expect(await refusalOf(house.shelf.approve(entry, entry.sha256, ZHANG))).toContain('还是草稿');
    await doneOf(house.shelf.submit(entry, ZHANG));
    await doneOf(house.shelf.approve(entry, entry.sha256, ZHANG));
    expect(await house.serves()).toEqual(['rules@1']);
  });
});

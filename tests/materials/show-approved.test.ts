import { describe, expect, it } from 'vitest';
import { showApproved } from '../../src/materials/show-approved.ts';
import {
  approved,
  doneOf,
  LI,
  makeShelf,
  RULES,
  refusalOf,
  request,
  ZHANG,
} from './shelf-house.ts';

const PROBLEM = '演示中不办理。';

describe('a shelf that is only looked at', () => {
  it('shows what was approved and nothing on its way there', async () => {
    const house = await makeShelf();
    const kept = await approved(house, RULES);
    const { entry } = await doneOf(house.shelf.add(request('考核办法\n第一条 考核从严。')));
    const shown = showApproved(house.shelf, PROBLEM);
    for (const status of ['draft', 'submitted']) {
      expect((await house.shelf.find(entry))?.entry.status).toBe(status);
      expect((await shown.list()).map((one) => one.entry.id)).toEqual([kept.id]);
      expect(await shown.find(entry)).toBeNull();
      expect(await shown.reading(entry)).toBeNull();
      expect(await shown.file(entry)).toBeNull();
      if (status === 'draft') await doneOf(house.shelf.submit(entry, ZHANG));
    }
    expect((await shown.reading(kept))?.text).toContain('学员请假须经批准');
    expect((await shown.file(kept))?.name).toBe('rules-v1.txt');
  });

  it('changes nothing', async () => {
    const house = await makeShelf();
    const { entry } = await doneOf(house.shelf.add(request(RULES)));
    const before = await house.manifest();
    const shown = showApproved(house.shelf, PROBLEM);
    const refused = [
      ...[shown.add(request('另一份资料')), shown.change(entry, { title: '新题名' }, ZHANG)],
      ...[shown.join(entry, 'rules', ZHANG), shown.discard(entry, ZHANG)],
      ...[shown.submit(entry, ZHANG), shown.giveBack(entry, '补充', LI)],
      ...[shown.approve(entry, entry.sha256, LI), shown.retire(entry, '废止', LI)],
    ];
    for (const one of refused) expect(await refusalOf(one)).toBe(PROBLEM);
    expect(await house.manifest()).toBe(before);
  });
});

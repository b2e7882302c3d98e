import { describe, expect, it } from 'vitest';
import { approved, doneOf, LI, makeShelf, RULES, request, ZHANG } from './shelf-house.ts';

describe('the way of a material', () => {
  it('leads from a file to what may be quoted, and ends when it is retired', async () => {
    const house = await makeShelf();
    const { shelf, serves } = house;
    const added = await doneOf(shelf.add(request(RULES)));
    expect(added).toMatchObject({
      standing: 'draft',
      entry: {
        ...{ id: 'rules', version: 1, title: '学员管理规定', issuer: '某市委党校' },
        ...{ kind: '政策文件', file: 'rules-v1.txt', effective_from: '2024-03-01' },
      },
    });
    const { entry } = added;
    expect(await serves()).toEqual([]);
    expect((await doneOf(shelf.submit(entry, ZHANG))).standing).toBe('submitted');
    expect(await serves()).toEqual([]);
    const inForce = await doneOf(shelf.approve(entry, entry.sha256, LI));
    expect(inForce).toMatchObject({
      ...{ standing: 'in-force', reason: null },
      entry: { approver: '李四', approved_at: '2024-06-01' },
    });
    expect(await serves()).toEqual(['rules@1']);
    const retired = await doneOf(shelf.retire(entry, '上级已废止', ZHANG));
    expect(retired).toMatchObject({ standing: 'retired', reason: '已停用：上级已废止' });
    expect(await serves()).toEqual([]);
    expect(retired.entry.steps.map(({ did, by, person }) => [did, by, person])).toEqual([
      ['add', '张三', 'p-zhang'],
      ['submit', '张三', 'p-zhang'],
      ['approve', '李四', 'p-li'],
      ['retire', '张三', 'p-zhang'],
    ]);
  });

  it('leads on with a new version, which replaces the one before on its day', async () => {
    const house = await makeShelf();
    const first = await approved(house, RULES);
    const text = RULES.replace('2024年3月1日', '2024年7月1日').replace('须经', '应当事先');
    const second = await approved(house, text, { replaces: first.id });
    expect(second).toEqual({ id: 'rules', version: 2 });
    expect(await house.serves()).toEqual(['rules@1']);
    house.on('2024-07-01');
    expect(await house.serves()).toEqual(['rules@2']);
    expect(
      (await house.shelf.list()).map(({ entry, standing }) => [entry.version, standing]),
    ).toEqual([
      [2, 'in-force'],
      [1, 'superseded'],
    ]);
    expect((await house.shelf.reading(first))?.text).toBe(RULES);
    expect((await house.shelf.reading(second))?.text).toBe(text);
  });
});

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, type MaterialDetails } from '../../src/materials/material.ts';
import {
  approved,
  doneOf,
  LI,
  makeShelf,
  RULES,
  refusalOf,
  request,
  type ShelfHouse,
  ZHANG,
} from './shelf-house.ts';

/** A house with one material, as far along as it is named. */
async function houseWith(state: 'draft' | 'submitted' | 'approved' | 'retired') {
  const house = await makeShelf();
  const { shelf } = house;
  const { entry } = await doneOf(shelf.add(request(RULES)));
  if (state !== 'draft') await doneOf(shelf.submit(entry, ZHANG));
  if (state === 'approved' || state === 'retired') {
    await doneOf(shelf.approve(entry, entry.sha256, LI));
  }
  if (state === 'retired') await doneOf(shelf.retire(entry, '已废止', LI));
  return { ...house, entry };
}

type Deed = (
  house: ShelfHouse & { entry: { id: string; version: number; sha256: string } },
) => ReturnType<ShelfHouse['shelf']['submit']>;

const DEEDS: Readonly<Record<string, Deed>> = {
  change: ({ shelf, entry }) => shelf.change(entry, { title: '新题名' }, ZHANG),
  discard: ({ shelf, entry }) => shelf.discard(entry, ZHANG),
  submit: ({ shelf, entry }) => shelf.submit(entry, ZHANG),
  'give back': ({ shelf, entry }) => shelf.giveBack(entry, '请补充附件', LI),
  approve: ({ shelf, entry }) => shelf.approve(entry, entry.sha256, LI),
  retire: ({ shelf, entry }) => shelf.retire(entry, '已废止', LI),
};

describe('what a version does not allow is refused with what to do, and changes nothing', () => {
  it.each([
    ['draft', 'give back', '还是草稿'],
    ['draft', 'approve', '请先提交审核'],
    ['draft', 'retire', '放弃草稿'],
    ['submitted', 'change', '请先退回'],
    ['submitted', 'discard', '请先退回'],
    ['submitted', 'submit', '请等待批准'],
    ['submitted', 'retire', '请退回后放弃草稿'],
    ['approved', 'change', '请上传新版本'],
    ['approved', 'discard', '请停用'],
    ['approved', 'submit', '已经批准'],
    ['approved', 'give back', '不在审核中'],
    ['approved', 'approve', '已由李四于2024年6月1日批准'],
    ['retired', 'change', '请重新上传'],
    ['retired', 'discard', '保留备查'],
    ['retired', 'submit', '请重新上传'],
    ['retired', 'give back', '不在审核中'],
    ['retired', 'approve', '请重新上传'],
    ['retired', 'retire', '已经停用'],
  ] as const)('%s: %s', async (state, deed, words) => {
    const house = await houseWith(state);
    const [before, files] = [await house.manifest(), await house.files()];
    expect(await refusalOf((DEEDS[deed] as Deed)(house))).toContain(words);
    expect([await house.manifest(), await house.files()]).toEqual([before, files]);
  });

  it.each(Object.keys(DEEDS))('a version that is not there: %s', async (deed) => {
    const house = await houseWith('draft');
    for (const wrong of [
      { id: 'none', version: 1 },
      { id: 'rules', version: 2 },
    ]) {
      const entry = { ...house.entry, ...wrong };
      expect(await refusalOf((DEEDS[deed] as Deed)({ ...house, entry }))).toContain(
        `没有编号为“${wrong.id}”的资料的版本${wrong.version}`,
      );
    }
  });
});

describe('a draft', () => {
  it('is changed field by field, and its steps tell which', async () => {
    const { shelf, entry, manifest } = await houseWith('draft');
    const details = { title: '《学员管理办法》', openness: '内部', classes: ['c1', 'c1'] } as const;
    const changed = await doneOf(
      shelf.change(entry, { ...details, effective_to: '2030-01-01' }, LI),
    );
    expect(changed.entry).toMatchObject({
      ...{ title: '学员管理办法', openness: '内部', classes: ['c1'], issuer: '某市委党校' },
      ...{ effective_from: '2024-03-01', effective_to: '2030-01-01' },
    });
    expect(changed.entry.steps.at(-1)).toMatchObject({
      ...{ did: 'change', by: '李四', reason: '题名、公开范围、可查阅的班次、失效日期' },
    });
    expect(await manifest()).toContain('effective_to: "2030-01-01"');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no title', { title: ' \u200b' }, '题名不能为空'],
    ['an endless title', { title: '长'.repeat(201) }, '不能超过 200 字'],
    ['a day that is none', { effective_from: '2024-02-30' }, '生效日期不是有效的日期'],
    ['a day in words', { effective_to: '明年' }, '失效日期不是有效的日期'],
    ['an end before its beginning', { effective_to: '2024-02-29' }, '早于生效日期 2024-03-01'],
    ['a class of an open text', { classes: ['c1'] }, '只有内部资料才能限定班次'],
    ['a level that there is not', { openness: '秘密' }, '涉密资料不得存入'],
    ['a kind that there is not', { kind: '领导讲话' }, '类别只有'],
    ['the marking of a secret', { title: '关于某事的通知（机密★10年）' }, '涉密资料不得存入'],
    ['nothing new', { title: '学员管理规定' }, '没有变化'],
    ['nothing', {}, '没有变化'],
  ])('is not changed to %s', async (_name, details, words) => {
    const { shelf, entry, manifest } = await houseWith('draft');
    const before = await manifest();
    const refused = shelf.change(entry, details as Partial<MaterialDetails>, ZHANG);
    expect(await refusalOf(refused)).toContain(words);
    expect(await manifest()).toBe(before);
  });

  it('goes with its files, and nothing else goes', async () => {
    const house = await makeShelf();
    await approved(house, RULES);
    const before = await house.files();
    const draft = await doneOf(house.shelf.add(request('另一份\n第一条 内容。')));
    expect((await house.files()).length).toBe(before.length + 2);
    await doneOf(house.shelf.discard(draft.entry, ZHANG));
    expect(await house.files()).toEqual(before);
    expect(await house.shelf.find(draft.entry)).toBeNull();
  });

  it.each([
    ['issuer', '发文机关'],
    ['edition', '文号或版次'],
  ] as const)('without its %s is not submitted', async (field, name) => {
    const { shelf } = await makeShelf();
    const details = { issuer: '某单位', edition: '第1版', [field]: undefined };
    const added = await doneOf(shelf.add(request('一段话。没有别的。', { details })));
    expect(added.entry[field]).toBe('待填写');
    const words = `还没有填写${added.entry.title === '待填写' ? '题名、' : ''}${name}`;
    expect(await refusalOf(shelf.submit(added.entry, ZHANG))).toContain(words);
  });

  it.each([
    ['altered', (path: string) => writeFile(path, '改动'), '被改动'],
    ['taken away', (path: string) => rm(path), '找不到了'],
  ])('whose file was %s is not submitted', async (_name, spoil, words) => {
    const { shelf, entry, folder } = await houseWith('draft');
    await spoil(join(folder, 'rules-v1.txt'));
    expect(await refusalOf(shelf.submit(entry, ZHANG))).toContain(words);
  });

  it('that was given back tells why, is changed, and goes the way again', async () => {
    const { shelf, entry } = await houseWith('submitted');
    const back = await doneOf(shelf.giveBack(entry, '题名不全', LI));
    expect(back).toMatchObject({ standing: 'draft', entry: { status: 'draft' } });
    expect(back.entry.steps.at(-1)).toMatchObject({ did: 'return', reason: '题名不全' });
    await doneOf(shelf.change(entry, { title: '学员管理规定（试行）' }, ZHANG));
    await doneOf(shelf.submit(entry, ZHANG));
    expect((await doneOf(shelf.approve(entry, entry.sha256, LI))).standing).toBe('in-force');
  });

  it.each(['', '  \n', '\u200b'])(
    'is not given back nor retired without a reason',
    async (reason) => {
      const { shelf, entry } = await houseWith('submitted');
      expect(await refusalOf(shelf.giveBack(entry, reason, LI))).toContain('请写明理由');
      expect(await refusalOf(shelf.retire(entry, reason, LI))).toContain('请写明理由');
    },
  );

  it('takes no step that nobody signs', async () => {
    const { shelf, entry } = await houseWith('draft');
    const nobody = { name: ' ', person: null };
    expect(await refusalOf(shelf.submit(entry, nobody))).toContain('请写明经手人');
    expect(await refusalOf(shelf.add(request('甲', { by: nobody })))).toContain('请写明经手人');
  });
});

describe('an approval', () => {
  it.each([
    ['whoever submitted it', ZHANG],
    ['the same person by another name', { name: '张大三', person: 'p-zhang' }],
    ['the same name at the machine itself', { name: ' 张 三', person: null }],
  ])('is not given by %s', async (_name, by) => {
    const { shelf, entry } = await houseWith('submitted');
    expect(await refusalOf(shelf.approve(entry, entry.sha256, by))).toContain('须由另一人批准');
  });

  it('is given by another person of the same name', async () => {
    const { shelf, entry } = await houseWith('submitted');
    const other = { name: '张三', person: 'p-other' };
    expect((await doneOf(shelf.approve(entry, entry.sha256, other))).standing).toBe('in-force');
  });

  it('is given by whoever submitted it where the house has only one', async () => {
    const { shelf } = await makeShelf({ oneMayApprove: true });
    const { entry } = await doneOf(shelf.add(request(RULES)));
    await doneOf(shelf.submit(entry, ZHANG));
    expect((await doneOf(shelf.approve(entry, entry.sha256, ZHANG))).standing).toBe('in-force');
  });

  it('is for the file that was looked at', async () => {
    const { shelf, entry } = await houseWith('submitted');
    const refused = shelf.approve(entry, 'f'.repeat(64), LI);
    expect(await refusalOf(refused)).toContain('与您看到的不是同一份');
  });

  it.each(['rules-v1.txt', 'rules-v1.txt.text.json'])(
    'is not given once %s was altered',
    async (file) => {
      const { shelf, entry, folder } = await houseWith('submitted');
      await writeFile(join(folder, file), '改动');
      expect(await refusalOf(shelf.approve(entry, entry.sha256, LI))).toContain('被改动');
    },
  );

  it('is for what is registered as it was looked at', async () => {
    const { shelf, entry } = await houseWith('submitted');
    const looked = await shelf.find(entry);
    if (looked === null) throw new Error('Expected the material');
    await doneOf(shelf.giveBack(entry, '请更正', LI));
    await doneOf(shelf.change(entry, { title: '改了的题名' }, ZHANG));
    await doneOf(shelf.submit(entry, ZHANG));
    const seen = fingerprintOf(looked.entry);
    expect(await refusalOf(shelf.approve(entry, entry.sha256, LI, seen))).toContain('请重新查看');
    const now = await shelf.find(entry);
    if (now === null) throw new Error('Expected the material');
    const again = shelf.approve(entry, entry.sha256, LI, fingerprintOf(now.entry));
    expect((await doneOf(again)).standing).toBe('in-force');
  });

  it('given twice at once counts once', async () => {
    const { shelf, entry } = await houseWith('submitted');
    const both = await Promise.all([
      shelf.approve(entry, entry.sha256, LI),
      shelf.approve(entry, entry.sha256, { name: '王五', person: 'p-wang' }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    const found = await shelf.find(entry);
    expect(found?.entry.steps.map(({ did }) => did)).toEqual(['add', 'submit', 'approve']);
  });

  it('is not given to a version that a later one has replaced already', async () => {
    const house = await makeShelf();
    const { id } = await approved(house, RULES);
    const second = await doneOf(house.shelf.add(request(`${RULES}\n二`, { replaces: id })));
    await doneOf(house.shelf.submit(second.entry, ZHANG));
    await approved(house, `${RULES}\n三`, { replaces: id });
    const refused = house.shelf.approve(second.entry, second.entry.sha256, LI);
    expect(await refusalOf(refused)).toContain('版本3已经批准');
  });

  it('is not given to what is over already', async () => {
    const { shelf, entry, on } = await houseWith('draft');
    await doneOf(shelf.change(entry, { effective_to: '2024-06-30' }, ZHANG));
    await doneOf(shelf.submit(entry, ZHANG));
    on('2024-07-01');
    expect(await refusalOf(shelf.approve(entry, entry.sha256, LI))).toContain(
      '已于2024年6月30日失效',
    );
  });
});

describe('after its approval', () => {
  it('a file that is altered is quoted no more, and may be retired', async () => {
    const { shelf, entry, folder, serves } = await houseWith('approved');
    await writeFile(join(folder, 'rules-v1.txt'), '改动');
    expect(await serves()).toEqual([]);
    expect(await shelf.find(entry)).toMatchObject({ standing: 'unusable' });
    expect((await doneOf(shelf.retire(entry, '文件被改动', LI))).standing).toBe('retired');
  });

  it('a retired text does not bring the one before it back', async () => {
    const house = await makeShelf();
    const first = await approved(house, RULES);
    const second = await approved(house, `${RULES}\n第三条 新增。`, { replaces: first.id });
    await doneOf(house.shelf.retire(second, '上级已废止', LI));
    expect(await house.serves()).toEqual([]);
    // Whoever wants it back brings it in anew, and somebody approves it.
    const third = await approved(house, RULES, { replaces: first.id });
    expect(third.version).toBe(3);
    expect(await house.serves()).toEqual(['rules@3']);
  });
});

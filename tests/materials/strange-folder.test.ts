import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
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

type Written = Record<string, unknown>;

/** Edits the manifest as somebody with an editor does. */
async function edit(house: ShelfHouse, change: (all: Written[]) => unknown[]): Promise<void> {
  const { materials } = parse(await house.manifest()) as { materials: Written[] };
  await writeFile(join(house.folder, 'manifest.yaml'), stringify({ materials: change(materials) }));
}

/** An entry made by hand, of which nothing that was read is kept. */
function byHand({ steps: _, text_sha256: __, ...entry }: Written): Written {
  return entry;
}

describe('in place of a file that was approved', () => {
  const REPLACED: Readonly<Record<string, (path: string) => unknown>> = {
    'a pipe': (path) => execFileSync('mkfifo', [path]),
    'a folder': (path) => mkdir(path),
    'a link to nowhere': (path) => symlink(join(path, 'nowhere'), path),
    'a link to itself': (path) => symlink(path, path),
    'a device': (path) => symlink('/dev/zero', path),
    'a file of 3 GB': async (path) => {
      await writeFile(path, '');
      await truncate(path, 3 * 1024 ** 3);
    },
  };

  it.each(Object.keys(REPLACED))('%s serves nothing and holds nobody up', async (name) => {
    const house = await makeShelf();
    const version = await approved(house, RULES);
    await edit(house, (all) => all.map(byHand));
    expect(await house.serves()).toEqual(['rules@1']);
    const path = join(house.folder, 'rules-v1.txt');
    await rm(path);
    await REPLACED[name]?.(path);
    // Hashed in pieces, which takes its seconds; it is looked at without being read into memory.
    if (name !== 'a file of 3 GB') expect(await house.serves()).toEqual([]);
    expect(await house.shelf.reading(version)).toBeNull();
    expect(await house.shelf.file(version)).toBeNull();
  });
});

describe('an entry written by hand', () => {
  it.each([
    [
      'two versions of one number, one of them retired',
      (one: Written) => [one, { ...one, status: 'retired' }],
    ],
    [
      'a retired one whose version is a word',
      (one: Written) => [one, { ...one, version: '二', status: 'retired' }],
    ],
    ['a file outside the folder', (one: Written) => [{ ...one, file: '../rules-v1.txt' }]],
    ['a file in a folder', (one: Written) => [{ ...one, file: 'sub/rules-v1.txt' }]],
    ['a file with a zero character', (one: Written) => [{ ...one, file: 'rules-v1.txt\0' }]],
    ['a number for a day', (one: Written) => [{ ...one, effective_from: 20240101 }]],
    ['a day that there is not', (one: Written) => [{ ...one, effective_to: '2024-02-30' }]],
    [
      'a hash in capitals',
      (one: Written) => [{ ...one, sha256: String(one.sha256).toUpperCase() }],
    ],
    ['an approval that is a number', (one: Written) => [{ ...one, approved_at: 1 }]],
    ['a level of openness that there is not', (one: Written) => [{ ...one, openness: '秘密' }]],
    ['a class that is no list', (one: Written) => [{ ...one, openness: '内部', classes: '一班' }]],
    ['a step that nobody knows', (one: Written) => [{ ...one, steps: [{ did: 'bless' }] }]],
  ])('serves nothing: %s', async (_name, change) => {
    const house = await makeShelf();
    await approved(house, RULES);
    await edit(house, ([one = {}]) => change(one));
    expect(await house.serves()).toEqual([]);
    // What is at fault there is in nobody's way elsewhere.
    const added = await house.shelf.add(request('考核办法\n第一条 考核从严。', { id: 'other' }));
    expect(added.kind).toBe('done');
  });

  it('serves only where its steps hold, whatever was altered in them', async () => {
    const house = await makeShelf();
    await approved(house, RULES);
    const whole = await house.manifest();
    const altered: readonly ((steps: Written[]) => Written[])[] = [
      (steps) => steps.slice(0, -1),
      (steps) => steps.slice(1),
      (steps) => steps.toReversed(),
      (steps) => steps.map((one) => ({ ...one, by: '王五' })),
      (steps) => [...steps, { ...steps.at(-1), did: 'approve', by: '王五' }],
      (steps) => steps.map((one) => ({ ...one, sha256: 'a'.repeat(64) })),
      (steps) => steps.map((one) => ({ ...one, mark: 'a'.repeat(64) })),
    ];
    for (const change of altered) {
      await writeFile(join(house.folder, 'manifest.yaml'), whole);
      expect(await house.serves()).toEqual(['rules@1']);
      await edit(house, (all) =>
        all.map((one) => ({ ...one, steps: change(one.steps as Written[]) })),
      );
      expect(await house.serves()).toEqual([]);
    }
  });
});

describe('a draft that becomes the next version of an internal material', () => {
  const ANEW = RULES.replace('须经批准', '须经书面批准');

  async function withDraft(details: Record<string, unknown>) {
    const house = await makeShelf();
    await approved(house, RULES, {
      details: {
        ...{ issuer: '某市委党校', edition: '第1版', kind: '方法参考' },
        ...{ openness: '内部', classes: ['class-one'] },
      },
    });
    const added = house.shelf.add(
      request(ANEW, {
        id: 'anew',
        details: { issuer: '某市委党校', edition: '第2版', ...details },
      }),
    );
    const { entry } = await doneOf(added);
    return { house, entry };
  }

  it('stays internal, for the same readers and of the same kind', async () => {
    const { house, entry } = await withDraft({});
    expect([entry.openness, entry.kind]).toEqual(['公开', '政策文件']);
    const { entry: joined } = await doneOf(house.shelf.join(entry, 'rules', ZHANG));
    expect(joined).toMatchObject({
      ...{ id: 'rules', version: 2, kind: '方法参考', openness: '内部', classes: ['class-one'] },
    });
    expect(joined.steps.at(-1)?.reason).toBe(
      '登记为已有资料的第 2 版，类别、公开范围、可查阅的班次与上一版相同',
    );
    await doneOf(house.shelf.submit(joined, ZHANG));
    expect((await doneOf(house.shelf.approve(joined, joined.sha256, LI))).standing).toBe(
      'in-force',
    );
  });

  it('keeps the classes that were chosen for it', async () => {
    const { house, entry } = await withDraft({ openness: '内部', classes: ['class-two'] });
    const { entry: joined } = await doneOf(house.shelf.join(entry, 'rules', ZHANG));
    expect(joined.classes).toEqual(['class-two']);
  });

  it('is refused beside a faulty entry, whose version nobody knows', async () => {
    const { house, entry } = await withDraft({});
    await edit(house, (all) => [...all, { ...all[0], version: '2' }]);
    const before = await readFile(join(house.folder, 'manifest.yaml'), 'utf8');
    expect(await refusalOf(house.shelf.join(entry, 'rules', ZHANG))).toContain('条目有误');
    expect(await house.manifest()).toBe(before);
  });
});

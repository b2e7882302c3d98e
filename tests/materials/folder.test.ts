import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AWAITING_CONFIRMATION, parseManifest } from '../../src/corpus/manifest.ts';
import { UserFacingError } from '../../src/errors.ts';
import { openShelf } from '../../src/materials/open-shelf.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { mayMountDisk, mountSmallDisk } from '../support/small-disk.ts';
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

const COMMENTED = `# 本单位的资料目录，请勿删除本行
materials:
  # 手工登记
  - file: by-hand.txt # 文件在前
    id: by-hand
    title: 手工登记的资料
    issuer: 某单位
    edition: 第1版
    kind: 政策文件
    status: draft
    approver: 张三
    approved_at: 2024-01-01
    effective_from: null
    effective_to: null
    sha256: HASH
`;

/** A folder that somebody keeps by hand. */
async function handKept() {
  const house = await makeShelf();
  const bytes = '手工放入\n第一条 内容。';
  await doneOf(house.shelf.add(request('先有一份\n第一条 内容。')));
  await writeFile(join(house.folder, 'by-hand.txt'), bytes);
  const { sha256Of } = await import('../../src/corpus/kept-reading.ts');
  const yaml = COMMENTED.replace('HASH', sha256Of(Buffer.from(bytes)));
  await writeFile(join(house.folder, 'manifest.yaml'), yaml);
  return { ...house, yaml };
}

describe('a manifest that people keep by hand', () => {
  it('keeps their comments, their order and their way of writing', async () => {
    const { shelf, yaml, manifest } = await handKept();
    await doneOf(shelf.add(request(RULES)));
    const after = await manifest();
    expect(after.startsWith(yaml)).toBe(true);
    await doneOf(shelf.submit({ id: 'by-hand', version: 1 }, ZHANG));
    const submitted = await manifest();
    for (const line of yaml.split('\n').filter((one) => !one.includes('status'))) {
      expect(submitted).toContain(line);
    }
    expect(submitted).toContain('status: submitted');
    await doneOf(shelf.approve({ id: 'by-hand', version: 1 }, await hashOf(shelf), LI));
  });

  it('keeps what somebody writes there in the moment of a change', async () => {
    const house = await makeShelf();
    await doneOf(house.shelf.add(request(RULES)));
    let edits = 0;
    // The day is asked for after the manifest was read and before it is written.
    const shelf = openShelf({
      ...house.parts,
      now: () => new Date('2024-06-01T02:00:00Z'),
      today: () => {
        if (edits++ === 0) editByHand(join(house.folder, 'manifest.yaml'));
        return '2024-06-01';
      },
    });
    await doneOf(shelf.submit({ id: 'rules', version: 1 }, ZHANG));
    expect(await house.manifest()).toContain('# 刚刚手工加的一行');
    expect(await house.manifest()).toContain('status: submitted');
  });

  it('is not overwritten where it is broken', async () => {
    const house = await makeShelf();
    const { entry } = await doneOf(house.shelf.add(request(RULES)));
    const path = join(house.folder, 'manifest.yaml');
    const broken = `${await house.manifest()}\n  - id: [`;
    await writeFile(path, broken);
    await expect(house.shelf.submit(entry, ZHANG)).rejects.toThrow(/不是有效的 YAML/u);
    await expect(house.shelf.add(request('别的'))).rejects.toThrow(UserFacingError);
    expect(await readFile(path, 'utf8')).toBe(broken);
    expect(await house.files()).toEqual([
      'manifest.yaml',
      'rules-v1.txt',
      'rules-v1.txt.text.json',
    ]);
  });

  it('keeps an entry that is faulty, with its file, and lets no older version serve', async () => {
    const house = await makeShelf();
    const first = await approved(house, RULES);
    await approved(house, `${RULES}\n新增`, { replaces: first.id });
    const path = join(house.folder, 'manifest.yaml');
    const spoilt = await house.manifest();
    const at = spoilt.lastIndexOf('kind: 政策文件');
    await writeFile(
      path,
      `${spoilt.slice(0, at)}kind: 文件${spoilt.slice(at + 'kind: 政策文件'.length)}`,
    );
    expect(await house.serves()).toEqual([]);
    const again = request(`${RULES}\n再新增`, { replaces: first.id });
    expect(await refusalOf(house.shelf.add(again))).toContain('请先更正 manifest.yaml');
    await doneOf(house.shelf.add(request('别的\n第一条 内容。', { id: 'other' })));
    expect(await house.manifest()).toContain('kind: 文件');
    expect(await house.files()).toContain('rules-v2.txt');
  });

  it('is begun where the folder has none', async () => {
    const house = await makeShelf();
    await expect(house.shelf.list()).rejects.toThrow(UserFacingError);
    await doneOf(house.shelf.add(request(RULES)));
    await rm(join(house.folder, 'manifest.yaml'));
    await doneOf(house.shelf.add(request('别的\n第一条 内容。', { id: 'other' })));
    expect((await house.shelf.list()).map(({ entry }) => entry.id)).toEqual(['other']);
  });
});

describe('two that change the folder at once', () => {
  it('lose nothing, and both see all of it', async () => {
    const house = await makeShelf();
    const shelves = [house.shelf, openShelf(house.parts)];
    const texts = [0, 1, 2, 3, 4, 5].map((count) => `规定${count}\n第一条 第${count}份。`);
    await Promise.all(
      texts.map((text, at) => doneOf((shelves[at % 2] ?? house.shelf).add(request(text)))),
    );
    const lists = await Promise.all(shelves.map((shelf) => shelf.list()));
    expect(lists[0]).toHaveLength(texts.length);
    expect(lists[1]).toEqual(lists[0]);
    const names = parseManifest(await house.manifest()).entries.map(({ file }) => file);
    expect(new Set(names).size).toBe(texts.length);
  });
});

describe('what ships with the software', () => {
  const PLAN = { id: 'plan-2023-2027', version: 1 };
  const shipped = () => makeShelf({ startFrom: SHIPPED_CORPUS });

  it('is left alone by whoever only looks, or is refused', async () => {
    const { shelf, files } = await shipped();
    expect((await shelf.list()).map(({ standing }) => standing)).toEqual(Array(4).fill('in-force'));
    expect((await shelf.reading(PLAN))?.text).toContain('干部教育培训');
    expect(await refusalOf(shelf.submit(PLAN, ZHANG))).toContain('已经批准');
    await expect(files()).rejects.toThrow('ENOENT');
  });

  it('is copied whole by the first change, which works on the copy', async () => {
    const before = await readFile(join(SHIPPED_CORPUS, 'manifest.yaml'), 'utf8');
    const { shelf, manifest, files, serves } = await shipped();
    const retired = await doneOf(shelf.retire(PLAN, '本单位不用', LI));
    expect(retired).toMatchObject({
      standing: 'retired',
      entry: { approver: AWAITING_CONFIRMATION },
    });
    expect(await readFile(join(SHIPPED_CORPUS, 'manifest.yaml'), 'utf8')).toBe(before);
    expect(await files()).toEqual(
      expect.arrayContaining([
        ...['faq.yaml', 'thesaurus.yaml', 'recall.yaml', 'golden.yaml', 'plan-2023-2027.txt'],
      ]),
    );
    expect(await manifest()).toContain('# The materials that may be quoted.');
    expect(await serves()).toHaveLength(3);
  });

  it('is confirmed by an approval, though nobody submitted it', async () => {
    const { shelf, serves } = await shipped();
    const found = await shelf.find(PLAN);
    const sha256 = found?.entry.sha256 ?? '';
    const confirmed = await doneOf(shelf.approve(PLAN, sha256, ZHANG));
    expect(confirmed).toMatchObject({
      standing: 'in-force',
      entry: { approver: '张三', approved_at: '2024-06-01', steps: [{ did: 'approve' }] },
    });
    expect(await serves()).toContain('plan-2023-2027@1');
    expect(await refusalOf(shelf.approve(PLAN, sha256, LI))).toContain(
      '已由张三于2024年6月1日批准',
    );
  });

  it('is not copied over the files of somebody', async () => {
    const { shelf, folder } = await shipped();
    spawnSync('mkdir', [folder]);
    await writeFile(join(folder, '备忘.txt'), '别人的文件');
    await expect(shelf.retire(PLAN, '不用', LI)).rejects.toThrow(/已有其他文件/u);
    expect(await readFile(join(folder, '备忘.txt'), 'utf8')).toBe('别人的文件');
  });
});

describe.skipIf(!mayMountDisk())('a folder on a disk', () => {
  async function onDisk() {
    const disk = mountSmallDisk(512);
    const house = await makeShelf({
      ...{ folder: join(disk.path, 'corpus'), startFrom: join(disk.path, 'corpus') },
    });
    const { entry } = await doneOf(house.shelf.add(request(RULES)));
    return { ...house, disk, entry };
  }

  it('that is full stays as it was, and says so', async () => {
    const { shelf, disk, entry, files, manifest } = await onDisk();
    const before = [await files(), await manifest()];
    const filler = await disk.fill(0);
    for (const change of [
      () => shelf.submit(entry, ZHANG),
      () => shelf.add(request(`别的\n${'第一条 内容。'.repeat(5000)}`)),
    ]) {
      await expect(change()).rejects.toThrow(/磁盘空间不足，资料没有改动。请清理/u);
      expect([await files(), await manifest()]).toEqual(before);
    }
    await rm(filler);
    expect((await doneOf(shelf.submit(entry, ZHANG))).standing).toBe('submitted');
  });

  it('that cannot be written to says what to do', async () => {
    const { shelf, disk, entry, folder } = await onDisk();
    spawnSync('mount', ['-o', 'remount,ro', disk.path]);
    await expect(shelf.submit(entry, ZHANG)).rejects.toThrow(UserFacingError);
    await expect(shelf.submit(entry, ZHANG)).rejects.toThrow(`资料文件夹 ${folder} 不能写入`);
    expect((await shelf.find(entry))?.standing).toBe('draft');
  });
});

async function hashOf(shelf: ReturnType<typeof openShelf>): Promise<string> {
  return (await shelf.find({ id: 'by-hand', version: 1 }))?.entry.sha256 ?? '';
}

function editByHand(path: string): void {
  spawnSync('sh', ['-c', `printf '# 刚刚手工加的一行\\n' >> "${path}"`]);
}

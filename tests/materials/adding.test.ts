import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApart } from '../../src/corpus/readers/read-apart.ts';
import type { MaterialDetails } from '../../src/materials/material.ts';
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

const SENT = (name: string, text: string) => ({ file: { name, bytes: Buffer.from(text) } });

describe('a file that is added', () => {
  it('is kept with what was read from it, as it was sent', async () => {
    const { shelf, folder, files } = await makeShelf();
    const { entry } = await doneOf(shelf.add(request(RULES)));
    expect(await files()).toEqual(['manifest.yaml', 'rules-v1.txt', 'rules-v1.txt.text.json']);
    expect(await readFile(join(folder, entry.file), 'utf8')).toBe(RULES);
    const reading = await shelf.reading(entry);
    expect(reading?.text).toBe(RULES);
    expect(reading?.outline.map(({ place }) => place)).toEqual(['标题', '第一条', '第二条']);
  });

  it('is read in a thread of its own, and its bytes stay what they are', async () => {
    const { shelf, folder } = await makeShelf({ read: readApart });
    const { entry } = await doneOf(shelf.add(request(RULES)));
    expect(await readFile(join(folder, entry.file), 'utf8')).toBe(RULES);
    expect((await shelf.reading(entry))?.text).toBe(RULES);
  });

  it('is told to be guessed where it is', async () => {
    const { shelf } = await makeShelf();
    const added = await shelf.add(request(RULES));
    expect(added).toMatchObject({
      kind: 'done',
      remarks: ['题名、类别、生效日期由系统从文中识别，请核对。'],
    });
  });

  it.each([
    ['../../etc/passwd.txt', /^material-2024-06-01-v1\.txt$/u],
    ['..\\..\\boot.txt', /^material-2024-06-01-v1\.txt$/u],
    ['Training Rules (2024).txt', /^material-2024-06-01-v1\.txt$/u],
    ['Training Rules.txt', /^training-rules-v1\.txt$/u],
    ['manifest.txt', /^manifest-v1\.txt$/u],
    ['学员管理规定.TXT', /^material-2024-06-01-v1\.txt$/u],
    ['.txt', /./u],
    [`${'a'.repeat(300)}.txt`, /^a{48}-v1\.txt$/u],
  ])('named %s is kept under a plain name', async (name, kept) => {
    const { shelf, files } = await makeShelf();
    const outcome = await shelf.add(request(RULES, SENT(name, RULES)));
    if (outcome.kind === 'refused') {
      expect(name).toBe('.txt');
      expect(outcome.problem).toContain('暂不支持');
      return;
    }
    expect(outcome.material.entry.file).toMatch(kept);
    expect(await files()).toHaveLength(3);
  });

  it.each(['../x', '/etc', 'A', '规定', '', '-x', 'x y', `x${'y'.repeat(60)}`])(
    'is not kept under the id “%s”',
    async (id) => {
      const { shelf } = await makeShelf();
      expect(await refusalOf(shelf.add(request(RULES, { id })))).toContain(
        '小写字母、数字和连字符',
      );
    },
  );

  it('does not take the name of a file that somebody put there by hand', async () => {
    const { shelf, folder } = await makeShelf();
    await doneOf(shelf.add(request(RULES)));
    await writeFile(join(folder, 'rules-2-v1.txt'), '手工放入的文件');
    const { entry } = await doneOf(shelf.add(request('第二份\n第一条 内容。')));
    expect([entry.id, entry.file]).toEqual(['rules-2', 'rules-2-v1-2.txt']);
    expect(await readFile(join(folder, 'rules-2-v1.txt'), 'utf8')).toBe('手工放入的文件');
  });

  it('is a new version only of what is there', async () => {
    const { shelf } = await makeShelf();
    const refused = await refusalOf(shelf.add(request(RULES, { replaces: 'none' })));
    expect(refused).toContain('没有编号为“none”的资料');
  });

  it('does not take the id of another material', async () => {
    const { shelf } = await makeShelf();
    await doneOf(shelf.add(request(RULES)));
    const refused = await refusalOf(shelf.add(request('别的内容', { id: 'rules' })));
    expect(refused).toContain('请注明替代“rules”');
  });

  it('keeps level, classes and issuer of the version that it replaces', async () => {
    const house = await makeShelf();
    const details: Partial<MaterialDetails> = {
      ...{ issuer: '某单位', edition: '第1版', openness: '内部', classes: ['c1'] },
      title: '规定',
    };
    const { id } = await approved(house, RULES, { details });
    const added = await house.shelf.add(request(`${RULES}\n新`, { replaces: id, details: {} }));
    expect(added).toMatchObject({
      material: {
        entry: {
          ...{ version: 2, title: '规定', issuer: '某单位', openness: '内部', classes: ['c1'] },
          ...{ edition: '待填写', effective_from: '2024-03-01' },
        },
      },
    });
  });
});

describe('what is there already', () => {
  it.each([
    ['the same file', RULES, '同一个文件'],
    ['the same text in other lines', RULES.replaceAll('\n', '\n\n　　'), '文字相同的文件'],
    ['the same text with a mark at its beginning', `\uFEFF${RULES}`, '文字相同的文件'],
  ])('is not added again: %s', async (_name, text, words) => {
    const house = await makeShelf();
    await approved(house, RULES);
    const before = await house.files();
    const refused = await refusalOf(house.shelf.add(request(text, { id: 'other' })));
    expect(refused).toContain(words);
    expect(refused).toContain('《学员管理规定》（编号 rules）');
    expect(await house.files()).toEqual(before);
  });

  it('is added again once it is retired', async () => {
    const house = await makeShelf();
    const first = await approved(house, RULES);
    await doneOf(house.shelf.retire(first, '误停', LI));
    expect((await doneOf(house.shelf.add(request(RULES)))).standing).toBe('draft');
  });

  it('is added once, however many send it at once', async () => {
    const { shelf } = await makeShelf();
    const sent = await Promise.all([1, 2, 3].map(() => shelf.add(request(RULES))));
    expect(sent.map(({ kind }) => kind).sort()).toEqual(['done', 'refused', 'refused']);
    expect(await shelf.list()).toHaveLength(1);
  });

  it('by its title in another edition is told of, and added', async () => {
    const { shelf } = await makeShelf();
    await doneOf(shelf.add(request(RULES)));
    const details = { issuer: '某市委党校', edition: '第2版' };
    const added = await shelf.add(request(`${RULES}\n第三条 新增。`, { details }));
    expect(added).toMatchObject({ kind: 'done', material: { entry: { id: 'rules-2' } } });
    expect(added.kind === 'done' && added.remarks.join('')).toContain('注明替代“rules”');
  });
});

describe('a file that is not to be kept', () => {
  it.each([
    ['in its text', 'rules.txt', `机密★10年\n${RULES}`],
    ['in its name', '机密★规定.txt', RULES],
  ])('leaves nothing behind: the marking of a secret %s', async (_name, name, text) => {
    const house = await makeShelf({ read: readApart });
    await approved(house, '别的规定\n第一条 内容。');
    const before = [
      await house.manifest(),
      await house.files(),
      await readdir(house.parts.dataFolder),
    ];
    const refused = await house.shelf.add(request(text, SENT(name, text)));
    expect(refused).toMatchObject({ kind: 'refused', isSecrecyMarked: true });
    const now = [
      await house.manifest(),
      await house.files(),
      await readdir(house.parts.dataFolder),
    ];
    expect(now).toEqual(before);
    expect(JSON.stringify([now, refused])).not.toMatch(/机密★|遵守学习纪律/u);
  });

  it('cannot be read', async () => {
    const { shelf, parts } = await makeShelf({ read: readApart });
    const sent = { file: { name: '规定.txt', bytes: new Uint8Array([0x4d, 0x5a, 0, 0, 1]) } };
    const refused = await shelf.add(request(RULES, { ...sent, by: ZHANG }));
    expect(refused).toMatchObject({ kind: 'refused', problem: expect.stringContaining('上传') });
    expect(await readdir(parts.dataFolder).catch(() => [])).toEqual([]);
  });
});

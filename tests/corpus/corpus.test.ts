import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectCorpus, MaterialAltered, readMaterial } from '../../src/corpus/corpus.ts';
import { sha256Of, writeReading } from '../../src/corpus/kept-reading.ts';
import { UserFacingError } from '../../src/errors.ts';
import { type CorpusFolder, type EntryFields, makeCorpusFolder } from '../support/corpus-folder.ts';
import { wholeReading } from '../support/whole-reading.ts';

const TODAY = '2024-06-01';
const GOOD = '通知\n一、要求\n各地要抓好落实。';

/** A folder with one good material and another that is told by its fields. */
async function folderWith(fields: Partial<EntryFields> = {}) {
  const folder = await makeCorpusFolder({
    files: { 'good.txt': GOOD, 'other.txt': '另一份通知' },
    entries: [{ file: 'good.txt' }, { file: 'other.txt', title: '另一份', ...fields }],
  });
  onTestFinished(folder.remove);
  return folder;
}

/** Ids that serve, and what is left out with its reason. */
async function stateOf(path: string) {
  const { admitted, excluded } = await inspectCorpus(path, TODAY);
  return { serves: admitted.map(({ entry }) => entry.id), excluded };
}

describe('a corpus folder', () => {
  it('serves what is approved, in force and unaltered', async () => {
    const { path } = await folderWith();
    expect(await stateOf(path)).toEqual({ serves: ['good', 'other'], excluded: [] });
  });

  it.each([
    ['a draft', { status: 'draft' }, '状态为“草稿”，未经批准'],
    ['one in review', { status: 'submitted' }, '状态为“待审核”，未经批准'],
    ['a retired one', { status: 'retired' }, '状态为“已停用”，不再引用'],
    ['one not yet in force', { effective_from: '2024-06-02' }, '自 2024-06-02 起生效，尚未到期'],
    ['an expired one', { effective_to: '2024-05-31' }, '已于 2024-05-31 失效'],
  ])('names %s with its reason and serves the rest', async (_name, fields, reason) => {
    const { path } = await folderWith(fields);
    expect(await stateOf(path)).toEqual({
      serves: ['good'],
      excluded: [
        expect.objectContaining({ id: 'other', title: '另一份', reason, isProblem: true }),
      ],
    });
  });

  it.each([
    ['a missing field', { issuer: undefined }, 'other', '缺少字段 issuer'],
    ['an unknown field', { note: '备注' }, 'other', '不认识的字段 note'],
    ['a taken id', { id: 'good' }, 'good', '编号“good”重复'],
  ])('names an entry with %s and serves the rest', async (_name, fields, id, problem) => {
    const { path } = await folderWith(fields);
    expect(await stateOf(path)).toEqual({
      serves: ['good'],
      excluded: [
        expect.objectContaining({
          ...{ id, title: null, isProblem: true },
          reason: `资料目录中的条目有误：${problem}`,
        }),
      ],
    });
  });

  it.each([
    ['a character changed', '另一份通告'],
    ['a line feed added', '另一份通知\n'],
    ['a byte-order mark added', '\uFEFF另一份通知'],
    ['everything gone', ''],
  ])('leaves out a file with %s since its approval', async (_name, content) => {
    const folder = await folderWith();
    await folder.write('other.txt', content);
    const { serves, excluded } = await stateOf(folder.path);
    expect(serves).toEqual(['good']);
    expect(excluded).toEqual([
      expect.objectContaining({
        ...{ id: 'other', title: '另一份', standing: 'unusable', isProblem: true },
        reason: expect.stringContaining('与批准时不一致'),
      }),
    ]);
  });

  it('serves a file again once it is as it was approved', async () => {
    const folder = await folderWith();
    await folder.write('other.txt', '改动');
    await folder.write('other.txt', '另一份通知');
    expect((await stateOf(folder.path)).serves).toEqual(['good', 'other']);
  });

  it('names a file that is missing', async () => {
    const folder = await folderWith();
    await rm(join(folder.path, 'other.txt'));
    expect((await stateOf(folder.path)).excluded).toEqual([
      expect.objectContaining({
        ...{ id: 'other', title: '另一份', standing: 'unusable', isProblem: true },
        reason: expect.stringContaining('找不到文件 other.txt'),
      }),
    ]);
  });

  it.each([
    ['broken YAML', 'materials:\n  - id: [', '不是有效的 YAML'],
    ['no list of materials', 'entries: []', '缺少 materials 列表'],
  ])('with %s for a manifest is refused in one line', async (_name, yaml, reason) => {
    const folder = await folderWith();
    await folder.write('manifest.yaml', yaml);
    const refused = inspectCorpus(folder.path, TODAY);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(reason);
  });

  it('without a manifest is refused with its path and the setting', async () => {
    const folder = await folderWith();
    await rm(join(folder.path, 'manifest.yaml'));
    const refused = inspectCorpus(folder.path, TODAY);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(/manifest\.yaml.*GANXUN_CORPUS/u);
  });
});

describe('a material', () => {
  it('is read with its outline', async () => {
    const folder = await folderWith();
    const { admitted } = await inspectCorpus(folder.path, TODAY);
    const [file] = admitted;
    if (file === undefined) throw new Error('Expected an admitted file');
    const { entry, text, outline } = await readMaterial(file);
    expect(text).toBe(GOOD);
    expect(entry.id).toBe('good');
    expect(outline.map(({ place }) => place)).toEqual(['标题', '一']);
  });

  it.each([
    ['altered', (folder: CorpusFolder) => folder.write('good.txt', '改动')],
    ['taken away', (folder: CorpusFolder) => rm(join(folder.path, 'good.txt'))],
  ])('is not read where its file was %s after it was checked', async (_name, spoil) => {
    const folder = await folderWith();
    const { admitted } = await inspectCorpus(folder.path, TODAY);
    await spoil(folder);
    const [file] = admitted;
    if (file === undefined) throw new Error('Expected an admitted file');
    await expect(readMaterial(file)).rejects.toThrow(MaterialAltered);
  });

  it('is read as it was shown to whoever approved it, where that was kept', async () => {
    const reading = { ...wholeReading({ text: '审定的文字', outline: [] }), pages: [0] };
    const kept = writeReading(reading);
    const folder = await makeCorpusFolder({
      files: { 'good.txt': '原文件的文字', 'good.txt.text.json': kept },
      entries: [{ file: 'good.txt', text_sha256: sha256Of(kept) }],
    });
    onTestFinished(folder.remove);
    const [file] = (await inspectCorpus(folder.path, TODAY)).admitted;
    if (file === undefined) throw new Error('Expected an admitted file');
    expect(await readMaterial(file)).toMatchObject({ text: '审定的文字', pages: [0] });
    await folder.write('good.txt.text.json', writeReading({ ...reading, text: '别的文字' }));
    await expect(readMaterial(file)).rejects.toThrow(MaterialAltered);
    expect((await stateOf(folder.path)).serves).toEqual([]);
  });
});

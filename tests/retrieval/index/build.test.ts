import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { CURRENT } from '../../../src/retrieval/index/layout.ts';
import { openIndex } from '../../../src/retrieval/index/open.ts';
import {
  FAQ,
  indexFolder,
  makeFolder,
  makeSmallCorpus,
  NOTICE,
  readWhole,
  THESAURUS,
} from '../../support/small-index.ts';

/** A corpus of one notice, and an empty folder for its indexes. */
async function start(notice?: string) {
  const [corpus, folder] = await Promise.all([makeSmallCorpus(notice), makeFolder()]);
  onTestFinished(async () => void (await Promise.all([corpus.remove(), folder.remove()])));
  return { corpus, indexes: indexFolder(folder.path) };
}

const MARGINAL = NOTICE.replace('60名', '80名');
const entry = { file: 'notice.txt', title: '培训通知' };

describe('an index', () => {
  it('holds the texts that it was built from', async () => {
    const { corpus, indexes } = await start();
    const report = await indexes.build(corpus);
    expect(report).toEqual({
      name: await indexes.name(corpus),
      materials: 1,
      passages: 4,
      pairs: 3,
      excluded: [],
    });
    const { materials, passages, pairs, found, asked, thesaurus } = await readWhole(
      indexes,
      corpus,
    );
    expect(materials).toEqual([['notice', NOTICE]]);
    expect(passages.map(({ place, text }) => [place, text])).toEqual([
      ['标题', '培训通知'],
      ['一（一）', '各级政府要将经费列入预算。'],
      ['一（二）', '要保证专款专用，提高使用效益。'],
      ['二', '每年培训60名骨干教师。'],
    ]);
    for (const { start, end, text } of passages) expect(NOTICE.slice(start, end)).toBe(text);
    expect(pairs.map((pair) => pair?.id)).toEqual(['budget', 'use', 'teachers']);
    expect([found[0], asked[0]]).toEqual([1, 4]);
    expect(thesaurus).toEqual([['钱', ['经费']]]);
  });

  it('knows how open each material is', async () => {
    const { corpus, indexes } = await start();
    const files = { 'notice.txt': NOTICE, 'rules.txt': MARGINAL };
    await corpus.publish({ files, entries: [entry, { file: 'rules.txt', openness: '内部' }] });
    await indexes.build(corpus);
    const index = await indexes.open(corpus);
    onTestFinished(() => index.store.close());
    expect(index.store.materials().map(({ id, openness }) => [id, openness])).toEqual([
      ['notice', '公开'],
      ['rules', '内部'],
    ]);
  });

  it('is the same from the same corpus', async () => {
    const { corpus, indexes } = await start();
    const first = await indexes.build(corpus);
    const before = await readWhole(indexes, corpus);
    expect((await indexes.build(corpus)).name).toBe(first.name);
    expect(await readWhole(indexes, corpus)).toEqual(before);
  });

  it.each([
    ['a text approved anew', { files: { 'notice.txt': MARGINAL }, entries: [entry] }],
    [
      'a field of the manifest',
      { files: { 'notice.txt': NOTICE }, entries: [{ ...entry, title: '另一通知' }] },
    ],
    [
      'an expired material',
      { files: { 'notice.txt': NOTICE }, entries: [{ ...entry, effective_to: '2024-05-31' }] },
    ],
    [
      'a changed FAQ',
      { files: { 'notice.txt': NOTICE, 'faq.yaml': `${FAQ}\n# 改` }, entries: [entry] },
    ],
    [
      'a changed thesaurus',
      { files: { 'notice.txt': NOTICE, 'thesaurus.yaml': `${THESAURUS} # 改` }, entries: [entry] },
    ],
  ])('has another name for %s, and the old one does not pass for it', async (_name, content) => {
    const { corpus, indexes } = await start();
    const { name } = await indexes.build(corpus);
    await corpus.publish(content);
    const wanted = await indexes.name(corpus);
    expect(wanted).not.toBe(name);
    expect(await openIndex(indexes.path, wanted)).toBeNull();
  });

  it('is null before the first build', async () => {
    const { corpus, indexes } = await start();
    expect(await openIndex(indexes.path, await indexes.name(corpus))).toBeNull();
  });

  it('names what could not be read and holds the rest', async () => {
    const { corpus, indexes } = await start();
    const files = { 'notice.txt': NOTICE, 'scan.pdf': '%PDF-1.7' };
    await corpus.publish({ files, entries: [entry, { file: 'scan.pdf', title: '扫描件' }] });
    const { materials, excluded } = await indexes.build(corpus);
    expect(materials).toBe(1);
    expect(excluded.map(({ id, title }) => [id, title])).toEqual([['scan', '扫描件']]);
  });
});

describe('a build', () => {
  it('leaves the old index current until the new one is whole', async () => {
    const { corpus, indexes } = await start();
    const { name } = await indexes.build(corpus);
    await corpus.publish({ files: { 'notice.txt': MARGINAL }, entries: [entry] });
    const seen: [share: number, current: string][] = [];
    const next = await indexes.build(corpus, (share) => {
      seen.push([share, readFileSync(join(indexes.path, CURRENT), 'utf8')]);
    });
    expect(seen.map(([share]) => share)).toEqual([0.25, 0.5, 0.75, 1, 1]);
    expect(seen.map(([, current]) => current)).toEqual(seen.map(() => name));
    expect(readFileSync(join(indexes.path, CURRENT), 'utf8')).toBe(next.name);
  });

  it('that fails leaves the old index as it was, and nothing of its own', async () => {
    const { corpus, indexes } = await start();
    await indexes.build(corpus);
    const before = await readWhole(indexes, corpus);
    const files = await readdir(indexes.path);
    await corpus.write('thesaurus.yaml', 'groups: 无');
    await expect(indexes.build(corpus)).rejects.toThrow(UserFacingError);
    await corpus.write('thesaurus.yaml', THESAURUS);
    expect(await readdir(indexes.path)).toEqual(files);
    expect(await readWhole(indexes, corpus)).toEqual(before);
  });

  it('leaves the index before it in place, for whoever has it open, and removes older ones', async () => {
    const { corpus, indexes } = await start();
    const names: string[] = [];
    for (const count of ['60名', '70名', '80名']) {
      const text = NOTICE.replace('60名', count);
      await corpus.publish({ files: { 'notice.txt': text }, entries: [entry] });
      names.push((await indexes.build(corpus)).name);
    }
    expect((await readdir(indexes.path)).toSorted()).toEqual(
      [...names.slice(1), CURRENT].toSorted(),
    );
  });

  it('may run at the same time as others of the same corpus', async () => {
    const { corpus, indexes } = await start();
    const names = await Promise.all(
      [1, 2, 3, 4].map(async () => (await indexes.build(corpus)).name),
    );
    expect(new Set(names).size).toBe(1);
    expect((await readWhole(indexes, corpus)).materials).toEqual([['notice', NOTICE]]);
    expect(await readdir(indexes.path)).toHaveLength(2);
  });

  it('may run at the same time as one of another corpus: the current index is whole', async () => {
    const { corpus, indexes } = await start();
    const other = await makeSmallCorpus(MARGINAL);
    onTestFinished(other.remove);
    await Promise.all([indexes.build(corpus), indexes.build(other)]);
    const current = await readFile(join(indexes.path, CURRENT), 'utf8');
    const [of, text] =
      current === (await indexes.name(corpus)) ? [corpus, NOTICE] : [other, MARGINAL];
    expect((await readWhole(indexes, of)).materials).toEqual([['notice', text]]);
  });
});

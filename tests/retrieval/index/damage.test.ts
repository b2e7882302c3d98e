import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { INDEX_FILES } from '../../../src/retrieval/index/layout.ts';
import { indexFolder, makeFolder, makeSmallCorpus, readWhole } from '../../support/small-index.ts';

/** A built index and the path of one of its files. */
async function start(file: string) {
  const [corpus, folder] = await Promise.all([makeSmallCorpus(), makeFolder()]);
  onTestFinished(async () => void (await Promise.all([corpus.remove(), folder.remove()])));
  const indexes = indexFolder(folder.path);
  const { name } = await indexes.build(corpus);
  return { corpus, indexes, path: join(folder.path, name, file) };
}

/** The same length, other content: what a bad block or a careless editor leaves. */
const scribble = (bytes: Buffer) =>
  Buffer.from(bytes).fill(0x5a, Math.floor(bytes.length / 2), Math.floor((bytes.length * 3) / 4));

const DAMAGES: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['emptied', () => Buffer.alloc(0)],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['a byte short', (bytes) => bytes.subarray(0, -1)],
  ['scribbled over', scribble],
  ['something else', () => Buffer.from('不是索引'.repeat(2000))],
];

describe.each([INDEX_FILES.store, INDEX_FILES.lexical, INDEX_FILES.questions])('%s', (file) => {
  it.each([...DAMAGES, ['gone', null] as const])(
    '%s is told in one line with what to do, and a second build repairs it',
    async (_name, damage) => {
      const { corpus, indexes, path } = await start(file);
      const whole = await readWhole(indexes, corpus);
      const bytes = await readFile(path);
      await rm(path);
      if (damage !== null) await writeFile(path, damage(bytes));
      const read = readWhole(indexes, corpus);
      await expect(read).rejects.toThrow(UserFacingError);
      await expect(read).rejects.toThrow(/^[^\n]*请运行[^\n]*corpus index[^\n]*重新建立[^\n]*$/u);
      await indexes.build(corpus);
      expect(await readWhole(indexes, corpus)).toEqual(whole);
    },
  );
});

it('a text altered inside the index is never read from it', async () => {
  const { corpus, indexes, path } = await start(INDEX_FILES.store);
  const bytes = await readFile(path);
  const [was, becomes] = [Buffer.from('60名'), Buffer.from('90名')];
  for (let at = bytes.indexOf(was); at !== -1; at = bytes.indexOf(was, at + 1)) {
    becomes.copy(bytes, at);
  }
  await writeFile(path, bytes);
  await expect(readWhole(indexes, corpus)).rejects.toThrow(UserFacingError);
});

import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { mayMountDisk, mountSmallDisk } from '../../support/small-disk.ts';
import { indexFolder, makeSmallCorpus, NOTICE, readWhole } from '../../support/small-index.ts';

const DISK_KIBIBYTES = 2048;
/** A page of the disk: every file of an index gets its turn to find no room. */
const STEP_KIBIBYTES = 4;

/** A disk that holds the index of a small corpus and has room for so much more. */
async function startWithRoom(kibibytes: number) {
  const disk = mountSmallDisk(DISK_KIBIBYTES);
  const path = join(disk.path, 'index');
  mkdirSync(path);
  const indexes = indexFolder(path);
  const old = await makeSmallCorpus();
  const corpus = await makeSmallCorpus(NOTICE.replace('60名', '80名'));
  onTestFinished(async () => void (await Promise.all([old.remove(), corpus.remove()])));
  await indexes.build(old);
  const filler = await disk.fill(kibibytes);
  return { indexes, old, corpus, room: disk.room, filler };
}

describe.skipIf(!mayMountDisk())('a disk that is full (needs leave to mount a small disk)', () => {
  it('is told in one line whichever file finds no room, and the old index serves', async () => {
    let refusals = 0;
    for (let size = 0; ; size += STEP_KIBIBYTES) {
      const { indexes, old, corpus } = await startWithRoom(size);
      const before = await readWhole(indexes, old);
      const files = await readdir(indexes.path);
      const error = await indexes.build(corpus).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error === null) break;
      refusals++;
      expect(error).toBeInstanceOf(UserFacingError);
      expect(String(error)).toMatch(/磁盘空间不足[^\n]*请清理[^\n]*后重试。$/u);
      expect(await readdir(indexes.path)).toEqual(files);
      expect(await readWhole(indexes, old)).toEqual(before);
    }
    expect(refusals).toBeGreaterThan(10);
  });

  it.each([4, 32, 64])('has its room back after a build that failed: %i KiB', async (size) => {
    const { indexes, corpus, room } = await startWithRoom(size);
    const before = await room();
    await expect(indexes.build(corpus)).rejects.toThrow(UserFacingError);
    expect(await room()).toBe(before);
  });

  it('takes the new index once there is room', async () => {
    const { indexes, corpus, filler } = await startWithRoom(16);
    await expect(indexes.build(corpus)).rejects.toThrow(UserFacingError);
    await rm(filler);
    await indexes.build(corpus);
    expect((await readWhole(indexes, corpus)).passages.at(-1)?.text).toContain('80名');
  });
});

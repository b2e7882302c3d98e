import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { MEANING_FOLDER } from '../../../src/retrieval/meaning/artefact.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { mayMountDisk, mountSmallDisk } from '../../support/small-disk.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

const DISK_KIBIBYTES = 2048;
const STEP_KIBIBYTES = 16;
const OPTIONS = { ...PLAIN, writer: { name: 'w', version: '1', write: async () => ['多少次？'] } };

describe.skipIf(!mayMountDisk())('a disk that is full (needs leave to mount a small disk)', () => {
  it('is told in one line whichever file finds no room, and what was there serves', async () => {
    const { publish } = await makeRules();
    const old = await publish(articles(20));
    const index = await publish(articles(40));
    let refusals = 0;
    for (let size = 0; ; size += STEP_KIBIBYTES) {
      const disk = mountSmallDisk(DISK_KIBIBYTES);
      const folder = join(disk.path, 'meaning');
      await mkdir(folder);
      await buildMeaning(folder, old, makeEmbedding(), OPTIONS);
      const before = await readdir(join(folder, MEANING_FOLDER.built));
      const filler = await disk.fill(size);
      const error = await buildMeaning(folder, index, makeEmbedding(), OPTIONS).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error === null) break;
      refusals++;
      expect(error).toBeInstanceOf(UserFacingError);
      expect(String(error)).toMatch(/磁盘空间不足[^\n]*请清理[^\n]*后重试。$/u);
      expect(await readdir(join(folder, MEANING_FOLDER.built))).toEqual(before);
      expect(await openMeaning(folder, old, makeEmbedding(), OPTIONS)).not.toBeNull();
      await rm(filler);
      await buildMeaning(folder, index, makeEmbedding(), OPTIONS);
      expect(await openMeaning(folder, index, makeEmbedding(), OPTIONS)).not.toBeNull();
    }
    expect(refusals).toBeGreaterThan(5);
  });
});

import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptIndex, textsOf } from '../../support/kept-index.ts';
import { mayMountDisk, mountSmallDisk } from '../../support/small-disk.ts';
import { FAQ, makeSmallCorpus, NOTICE } from '../../support/small-index.ts';

const entry = { file: 'notice.txt', title: '培训通知' };
const OTHER = '另一通知\n一、食宿\n食宿由专班安排。';

describe.skipIf(!mayMountDisk())('a disk that is full behind (needs leave to mount one)', () => {
  it('leaves the old index, without what is withdrawn, and is told until there is room', async () => {
    const disk = mountSmallDisk(2048);
    const path = join(disk.path, 'index');
    mkdirSync(path);
    const corpus = await makeSmallCorpus();
    const kept = keptIndex(corpus.path, path);
    onTestFinished(async () => {
      await kept.close();
      await corpus.remove();
    });
    const files = { 'notice.txt': NOTICE, 'other.txt': OTHER, 'faq.yaml': FAQ };
    await corpus.publish({ files, entries: [entry] });
    await kept.serving();
    const known = await readdir(path);
    const filler = await disk.fill(16);
    const other = { file: 'other.txt', title: '另一通知' };
    await corpus.publish({ files, entries: [entry, other] });
    expect(await kept.fresh()).toContain('磁盘空间不足');
    expect(kept.trouble()).toContain('磁盘空间不足');
    expect(textsOf(await kept.serving())).toEqual({ 'notice@1': NOTICE });
    expect(await readdir(path)).toEqual(known);
    await corpus.publish({ files, entries: [{ ...entry, status: 'retired' }, other] });
    expect(textsOf(await kept.serving())).toEqual({});
    await rm(filler);
    expect(await kept.fresh()).toBeNull();
    expect(kept.trouble()).toBeNull();
    expect(textsOf(await kept.serving())).toEqual({ 'other@1': OTHER });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const KIBIBYTE = 1024;

/** A real disk of its own, made by `mount`, that is soon full. */
export interface SmallDisk {
  readonly path: string;
  /** Bytes that are free. */
  room(): Promise<number>;
  /** Fills it until so many KiB are free, and says what to delete to make room again. */
  fill(kibibytes: number): Promise<string>;
}

/** This machine lets us mount a disk; tests that need one are skipped elsewhere. */
export function mayMountDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const may = mount(folder, KIBIBYTE);
  if (may) unmount(folder);
  return may;
}

/** Gone when the test is over. */
export function mountSmallDisk(kibibytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'disk-'));
  if (!mount(path, kibibytes)) {
    throw new Error('Cannot mount a small disk: this machine does not allow it');
  }
  onTestFinished(() => unmount(path));
  const room = async () => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  };
  return {
    path,
    room,
    async fill(left) {
      const filler = join(path, 'filler');
      await writeFile(filler, Buffer.alloc((await room()) - left * KIBIBYTE));
      return filler;
    },
  };
}

function mount(folder: string, kibibytes: number): boolean {
  const options = ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder];
  return spawnSync('mount', options).status === 0;
}

function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
}

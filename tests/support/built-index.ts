import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The corpus that ships with the project. */
export const SHIPPED_CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** Files of an index by their paths within its folder. */
type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

const built = new Map<string, Files>();

/**
 * Puts an index where it would be built: that of the corpus that ships, see `build-shipped-index.ts`, or
 * one of the same corpus that was built before in this file of tests. One that does not fit is built anew,
 * as ever.
 */
export async function placeBuiltIndex(corpus: string, folder: string): Promise<void> {
  const shipped = process.env.SHIPPED_INDEX;
  if (corpus === SHIPPED_CORPUS && shipped !== undefined) {
    return cp(shipped, folder, { recursive: true });
  }
  for (const [path, bytes] of built.get(corpus) ?? []) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
}

/** Remembers an index that was built. */
export async function rememberBuiltIndex(corpus: string, folder: string): Promise<void> {
  if (corpus === SHIPPED_CORPUS || built.has(corpus)) return;
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path))] as const),
  );
  built.set(corpus, files);
}

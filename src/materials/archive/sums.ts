import { sha256Of } from '../../corpus/kept-reading.ts';

/** The list of hashes in an archive, as `sha256sum` writes and checks it. */
export const SUMS_FILE = 'SHA256SUMS';

export function writeSums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files].map(([name, bytes]) => `${sha256Of(bytes)}  ${name}\n`).join('');
}

/** Names of files that are missing, altered or not on the list; empty where all are as they were. */
export function namesAtFault(sums: string, files: ReadonlyMap<string, Uint8Array>): string[] {
  const listed = new Map(
    sums.split(/\r?\n/u).flatMap((line) => {
      const match = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line);
      return match === null ? [] : [[match[2] as string, match[1] as string]];
    }),
  );
  const altered = [...listed].filter(([name, sha256]) => {
    const bytes = files.get(name);
    return bytes === undefined || sha256Of(bytes) !== sha256;
  });
  const unlisted = [...files.keys()].filter((name) => name !== SUMS_FILE && !listed.has(name));
  return [...altered.map(([name]) => name), ...unlisted];
}

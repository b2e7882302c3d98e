import { fromBuffer } from 'yauzl';

/** An Office file has some dozens; what has more is no document. */
const MOST_NAMES = 10_000;

/** The names in a ZIP file as its directory lists them, nothing unpacked; null where it is broken. */
export function zipNames(bytes: Uint8Array): Promise<readonly string[] | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve) => {
    // Names that lead out of the archive are told here too: they are only compared.
    const options = { lazyEntries: true, decodeStrings: false };
    fromBuffer(buffer, options, (error, zip) => {
      if (error !== null || zip === undefined) return resolve(null);
      const names: string[] = [];
      zip.on('entry', ({ fileName }: { fileName: string | Buffer }) => {
        names.push(fileName.toString('utf8'));
        if (names.length < MOST_NAMES) zip.readEntry();
        else resolve(names);
      });
      zip.once('error', () => resolve(null));
      zip.once('end', () => resolve(names));
      zip.readEntry();
    });
  });
}

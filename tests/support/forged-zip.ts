/** Signatures and field offsets of a ZIP file (APPNOTE.TXT, 4.3). */
const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const FIELDS = { flags: 8, method: 10, checksum: 16, unpackedSize: 24, attributes: 38 } as const;

/** A ZIP file with a field of the directory's first entry set to something else. */
export function forged(
  zip: Uint8Array,
  field: keyof typeof FIELDS,
  value: (before: number) => number,
): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.indexOf(ENTRY) + FIELDS[field];
  if (field === 'flags' || field === 'method') copy.writeUInt16LE(value(copy.readUInt16LE(at)), at);
  else copy.writeUInt32LE(value(copy.readUInt32LE(at)) >>> 0, at);
  return copy;
}

/** A ZIP file in which a name has been written over with one of the same length. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('Names differ in length');
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return copy;
}

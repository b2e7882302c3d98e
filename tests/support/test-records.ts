import { openRecords, type Records } from '../../src/storage/records.ts';
import { makeFolder } from './small-index.ts';

/** Records in a folder of their own, which `remove` takes away once they are closed. */
export async function openTestRecords(): Promise<{
  readonly records: Records;
  remove(): Promise<void>;
}> {
  const { path, remove } = await makeFolder();
  return { records: await openRecords(path), remove };
}

import { plainBytes } from '../../corpus/kept-reading.ts';
import { READING_LIMITS, type Reading } from '../../corpus/readers/document.ts';
import { readApart } from '../../corpus/readers/read-apart.ts';
import { SecrecyMarked } from '../../corpus/readers/secrecy-marked.ts';
import { UserFacingError } from '../../errors.ts';
import { changeFolder, type Refusal } from '../folder/change-folder.ts';
import { doneWith } from '../lifecycle/take-step.ts';
import type { AddRequest, Shelved } from '../shelf.ts';
import type { ShelfParts } from '../shelf-parts.ts';
import { signerOf } from '../sign.ts';
import { newMaterial } from './new-material.ts';

/**
 * Reads a file and keeps it as a draft. It is read before anything is written: what must not be kept
 * never touches the disk.
 */
export async function addFile(parts: ShelfParts, request: AddRequest): Promise<Shelved> {
  const by = signerOf(request.by);
  if ('kind' in by) return by;
  const reading = await readSent(parts, request);
  if ('kind' in reading) return reading;
  const moment = { today: parts.today(), at: parts.now().toISOString() };
  const changed = await changeFolder(parts, (manifest, folder) =>
    newMaterial({ ...request, by }, reading, manifest, folder, moment),
  );
  if (changed.kind === 'refused') return changed;
  const { entry, remarks } = changed.change;
  return doneWith(parts, changed.manifest, entry, remarks);
}

async function readSent(
  { read = readApart }: ShelfParts,
  { file }: AddRequest,
): Promise<Reading | Refusal> {
  try {
    return await read(file.name, plainBytes(file.bytes), READING_LIMITS);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    const problem = error.message;
    return error instanceof SecrecyMarked
      ? { kind: 'refused', problem, isSecrecyMarked: true }
      : { kind: 'refused', problem };
  }
}

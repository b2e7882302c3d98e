import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserFacingError } from '../errors.ts';
import type { Section } from '../text/outline.ts';
import { admit } from './approval.ts';
import { type ManifestEntry, parseManifest } from './manifest.ts';
import { readDocument } from './readers/read-document.ts';

/** An admitted manifest entry with the bytes that were approved; its text is read when asked for. */
export interface AdmittedFile {
  readonly entry: ManifestEntry;
  readonly bytes: Uint8Array;
}

/** A manifest entry that is left out of the index, and why (Chinese, for people). */
export interface Exclusion {
  readonly id: string;
  readonly title: string | null;
  readonly reason: string;
}

/** What a corpus folder holds today. */
export interface CorpusState {
  readonly admitted: readonly AdmittedFile[];
  readonly excluded: readonly Exclusion[];
}

/** An approved document as text; offsets everywhere count in `text`. */
export interface Material {
  readonly entry: ManifestEntry;
  readonly text: string;
  readonly outline: readonly Section[];
  /** Where each page begins in `text`; left out or empty where the format knows no pages. */
  readonly pages?: readonly number[];
}

/**
 * Looks at a corpus folder and decides which of its materials may be used today.
 *
 * @throws UserFacingError where there is no readable manifest
 */
export async function inspectCorpus(folder: string, today: string): Promise<CorpusState> {
  const manifest = parseManifest(await readManifestFile(folder));
  const admitted: AdmittedFile[] = [];
  const excluded: Exclusion[] = manifest.broken.map(({ id, problem }) => ({
    id,
    title: null,
    reason: `资料目录中的条目有误：${problem}`,
  }));
  for (const entry of manifest.entries) {
    const file = await readMaterialFile(folder, entry);
    if (typeof file === 'string') excluded.push({ id: entry.id, title: entry.title, reason: file });
    else {
      const outcome = admit(entry, createHash('sha256').update(file).digest('hex'), today);
      if (outcome.admitted) admitted.push({ entry, bytes: file });
      else excluded.push({ id: entry.id, title: entry.title, reason: outcome.reason });
    }
  }
  return { admitted, excluded };
}

/** @throws UserFacingError where the file's format cannot be read */
export async function readMaterial({ entry, bytes }: AdmittedFile): Promise<Material> {
  const { text, outline } = await readDocument(entry.file, bytes);
  return { entry, text, outline };
}

async function readManifestFile(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'manifest.yaml'), 'utf8');
  } catch (error) {
    throw new UserFacingError(
      `读不到资料目录 ${join(folder, 'manifest.yaml')}，请检查 GANXUN_CORPUS 设置（${messageOf(error)}）。`,
    );
  }
}

async function readMaterialFile(
  folder: string,
  entry: ManifestEntry,
): Promise<Uint8Array | string> {
  try {
    return await readFile(join(folder, entry.file));
  } catch {
    return `找不到文件 ${entry.file}，请放回资料文件夹或在资料目录中停用该条`;
  }
}

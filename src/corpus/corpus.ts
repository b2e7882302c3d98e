import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserFacingError } from '../errors.ts';
import type { Section } from '../text/outline.ts';
import { bearsSecrecyMarking } from '../text/secrecy-marking.ts';
import { GOLDEN_FILE, readGoldenIn } from './golden.ts';
import { hashOfFile } from './hash-file.ts';
import { parseReading, plainBytes, sha256Of, textFileOf } from './kept-reading.ts';
import { type ManifestEntry, parseManifest } from './manifest.ts';
import { readWhole } from './read-whole.ts';
import { UNLIMITED } from './readers/document.ts';
import { readDocument } from './readers/read-document.ts';
import {
  chainFaultOf,
  type FileState,
  type LookedAt,
  type MaterialStanding,
  standingsOf,
} from './standing.ts';

/** The version in force of a material; its file is read when it is asked for, and checked again then. */
export interface AdmittedFile {
  readonly entry: ManifestEntry;
  /** Where its file is. */
  readonly folder: string;
}

/** A manifest entry that is left out of the index, and why (Chinese, for people). */
export interface Exclusion {
  readonly id: string;
  readonly title: string | null;
  readonly reason: string;
}

export interface ExcludedEntry extends Exclusion {
  /** Null where the entry is broken. */
  readonly version: number | null;
  /** Null where the entry is broken. */
  readonly standing: MaterialStanding | null;
  /**
   * Whether somebody must mend it. A draft or an old version is none where steps were kept of how it
   * came there; of an entry made by hand nobody else would notice that it never serves.
   */
  readonly isProblem: boolean;
}

/** What a corpus folder holds today. */
export interface CorpusState {
  readonly admitted: readonly AdmittedFile[];
  readonly excluded: readonly ExcludedEntry[];
  /** What is wrong with the golden questions: told to whoever must mend it, and stops no answer. */
  readonly faults: readonly Exclusion[];
}

/** An approved document as text; offsets everywhere count in `text`. */
export interface Material {
  readonly entry: ManifestEntry;
  readonly text: string;
  readonly outline: readonly Section[];
  /** Where each page begins in `text`; left out or empty where its format knows no pages. */
  readonly pages?: readonly number[];
}

/** The file was altered or taken away after it was found to be the approved one. */
export class MaterialAltered extends UserFacingError {
  override readonly name = 'MaterialAltered';
}

/**
 * Looks at a corpus folder and decides which version of each of its materials is in force today.
 *
 * @throws UserFacingError where there is no readable manifest
 */
export async function inspectCorpus(folder: string, today: string): Promise<CorpusState> {
  const manifest = parseManifest(await readManifestFile(folder));
  const admitted: AdmittedFile[] = [];
  const excluded: ExcludedEntry[] = manifest.broken.map(({ id, problem }) => ({
    ...{ id, title: null, version: null, standing: null, isProblem: true },
    reason: `资料目录中的条目有误：${problem}`,
  }));
  const looked = await lookAt(folder, manifest.entries);
  const standings = standingsOf(looked, today, manifest.broken);
  for (const [at, { entry }] of looked.entries()) {
    const { standing, reason } = standings[at] ?? { standing: 'unusable', reason: null };
    if (standing === 'in-force') {
      admitted.push({ entry, folder });
      continue;
    }
    const { id, title, version } = entry;
    const chain = chainFaultOf(entry);
    const isByHand = entry.steps.length === 0 && standing !== 'superseded';
    const isProblem = standing === 'unusable' || chain !== null || isByHand;
    excluded.push({ id, title, version, standing, isProblem, reason: chain ?? reason ?? '' });
  }
  return { admitted, excluded, faults: await goldenFaults(folder) };
}

async function goldenFaults(folder: string): Promise<Exclusion[]> {
  try {
    await readGoldenIn(folder);
    return [];
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return [{ id: GOLDEN_FILE, title: null, reason: error.message }];
  }
}

const AT_A_TIME = 16;

/** Entries with what their files are now. */
export async function lookAt(
  folder: string,
  entries: readonly ManifestEntry[],
): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  // A few at a time: a disk reads no more at once, and each wait may be for a question to be answered.
  for (let at = 0; at < entries.length; at += AT_A_TIME) {
    const few = entries.slice(at, at + AT_A_TIME);
    looked.push(
      ...(await Promise.all(
        few.map(async (entry) => ({ entry, file: await fileStateOf(folder, entry) })),
      )),
    );
  }
  return looked;
}

async function fileStateOf(folder: string, entry: ManifestEntry): Promise<FileState> {
  return {
    sha256: await hashOfFile(join(folder, entry.file)),
    textSha256:
      entry.text_sha256 === undefined
        ? null
        : await hashOfFile(join(folder, textFileOf(entry.file))),
  };
}

/**
 * Reads what was approved: the text that was shown then, where it was kept, else the file itself.
 *
 * @throws MaterialAltered where the bytes are not those of the entry any more
 * @throws UserFacingError where the file's format cannot be read
 */
export async function readMaterial({ entry, folder }: AdmittedFile): Promise<Material> {
  const file = await readChecked(folder, entry.file, entry.sha256);
  if (entry.text_sha256 === undefined) {
    const { text, outline, pages, aside } = await readDocument(entry.file, file, UNLIMITED);
    if (bearsSecrecyMarking(text) || bearsSecrecyMarking(aside)) {
      throw new UserFacingError(
        '文件带有国家秘密标志，不得使用。涉密资料不得存入本系统，请按保密规定从资料文件夹中清除，并报告本单位保密工作机构。',
      );
    }
    return { entry, text, outline, pages };
  }
  const name = textFileOf(entry.file);
  const kept = await readChecked(folder, name, entry.text_sha256);
  const { text, outline, pages } = parseReading(name, kept);
  return { entry, text, outline, pages };
}

async function readChecked(folder: string, name: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readWhole(join(folder, name));
  if (bytes === null) throw new MaterialAltered(`找不到文件 ${name}，请放回资料文件夹。`);
  if (sha256Of(bytes) !== sha256) {
    throw new MaterialAltered(`文件 ${name} 与批准时不一致（sha256 不符），请恢复原文件。`);
  }
  return plainBytes(bytes);
}

/** @throws UserFacingError where it cannot be read */
export async function readManifestFile(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'manifest.yaml'), 'utf8');
  } catch (error) {
    throw new UserFacingError(
      `读不到资料目录 ${join(folder, 'manifest.yaml')}，请检查 GANXUN_CORPUS 设置（${messageOf(error)}）。`,
    );
  }
}

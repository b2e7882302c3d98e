import type { Reading } from '../corpus/readers/document.ts';
import type { Actor, MaterialDetails, ShelvedMaterial, VersionOf } from './material.ts';

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Shelved =
  | {
      readonly kind: 'done';
      readonly material: ShelvedMaterial;
      /** What to look at once more, in words for people: details that were guessed, a likely earlier version. */
      readonly remarks: readonly string[];
    }
  /** Nothing was changed; `problem` says in words for people why, and what to do next. */
  | { readonly kind: 'refused'; readonly problem: string };

export interface AddRequest {
  readonly file: SentFile;
  /** What is left out is guessed from the text. */
  readonly details: Partial<MaterialDetails>;
  /** The material of which it is a new version; null for a new material. */
  readonly replaces: string | null;
  /** The id of a new material; null lets one be made. */
  readonly id: string | null;
  readonly by: Actor;
}

/**
 * The materials of the house with their manifest: a folder that people may also keep by hand. Every
 * change is one rename of the manifest, made under a lock that the folder's processes share, so that
 * whoever is killed leaves it as it was before or after.
 *
 * @throws UserFacingError from any method where the folder cannot be read or written
 */
export interface Shelf {
  /** All versions, as the manifest has them: materials in its order, their versions with the last first. */
  list(): Promise<readonly ShelvedMaterial[]>;
  /** Null where there is none. */
  find(version: VersionOf): Promise<ShelvedMaterial | null>;
  /** How the file was understood; null where there is no such version or its file is gone. */
  reading(version: VersionOf): Promise<Reading | null>;
  /** Reads a file apart and keeps it as a draft, unless it is marked as 涉密 or there already. */
  add(request: AddRequest): Promise<Shelved>;
  /** Changes what is registered of a draft. */
  change(version: VersionOf, details: Partial<MaterialDetails>, by: Actor): Promise<Shelved>;
  /** Takes a draft away with its file. */
  discard(version: VersionOf, by: Actor): Promise<Shelved>;
  submit(version: VersionOf, by: Actor): Promise<Shelved>;
  /** Makes a draft of what was submitted. */
  giveBack(version: VersionOf, reason: string, by: Actor): Promise<Shelved>;
  /**
   * Approves what was submitted, or confirms what came with the software.
   *
   * @param sha256 of the file that was looked at: another one is not approved
   * @param seen `fingerprintOf` the entry that was looked at; what is registered of it may differ since
   */
  approve(version: VersionOf, sha256: string, by: Actor, seen?: string): Promise<Shelved>;
  /** Ends a version that is approved; it is quoted no more from now on. */
  retire(version: VersionOf, reason: string, by: Actor): Promise<Shelved>;
}

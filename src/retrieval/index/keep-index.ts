import type { CorpusState } from '../../corpus/corpus.ts';
import { UserFacingError } from '../../errors.ts';
import { asInManifest } from './as-in-manifest.ts';
import { type BuildReport, buildIndex, type OnProgress } from './build.ts';
import { buildApart } from './build-apart.ts';
import { holdIndex } from './hold-index.ts';
import { type FolderLook, readCompanions } from './look-at-folder.ts';
import { type CorpusIndex, openIndex } from './open.ts';
import { shareTurns } from './share-turns.ts';
import { watchFolder } from './watch-folder.ts';

/** An index that stays open until it is given back, whatever replaces it meanwhile. */
export interface BorrowedIndex {
  readonly index: CorpusIndex;
  /** Once; the index must not be used afterwards. */
  release(): void;
}

/**
 * The index of a corpus folder. None that it gives shows what is withdrawn by then, and each tells
 * whom its materials may reach as the manifest has it by then. It is closed once a newer one is
 * opened: unless it is borrowed it must not be used after a further `await`.
 */
export interface IndexKeeper {
  /** Of the folder as it is now: built where there is none that fits, which is waited for. */
  current(onProgress?: OnProgress): Promise<CorpusIndex>;
  borrow(): Promise<BorrowedIndex>;
  /**
   * The one that is open, for answering: where the folder has changed, its index is built behind
   * and takes over once it is whole. Waits only where none is open yet.
   */
  serving(): Promise<CorpusIndex>;
  borrowServing(): Promise<BorrowedIndex>;
  /** Waits until the one that serves is of the folder as it is now; what `trouble` says where it cannot be. */
  fresh(): Promise<string | null>;
  /** Why the one that serves is not of the folder as it is now, for people; null where nothing failed. */
  trouble(): string | null;
  /** Builds even where one fits. */
  rebuild(onProgress?: OnProgress): Promise<BuildReport>;
  /** What tells the folder as it was last looked at from any other; empty before. */
  seen(): string;
  /** Ends a build that is under way, and waits until it has ended. */
  close(): Promise<void>;
}

export interface IndexKeeperParts {
  /** Holds all indexes. */
  readonly folder: string;
  /** As it is now: a house may have begun a folder of its own. */
  corpusFolder(): string;
  corpus(): Promise<CorpusState>;
  /** `YYYY-MM-DD`: a material may come into force or end with a day. */
  today(): string;
  /** Makes sure that the folder can be written to. */
  prepare(): Promise<void>;
  /** Told of each build behind that failed. */
  onTrouble(error: unknown): void;
  now(): Date;
}

/** A build that failed is tried again with the next change of the folder, or after this time. */
const RETRY_MS = 60_000;

const FAILED =
  '新的索引没有建成，答复仍按原有索引给出，已停用的资料不再引用。请查看运行日志，' +
  '或运行 npm run --silent ganxun -- corpus index 重新建立索引。';

export function keepIndex(parts: IndexKeeperParts): IndexKeeper {
  const { folder, corpusFolder, corpus, today } = parts;
  const holder = holdIndex();
  const closing = new AbortController();
  let renewing: Promise<void> | null = null;
  let failed: { readonly seen: string; readonly at: number; readonly words: string } | null = null;
  /** Of the index held and the look that it was made for. */
  let view: { readonly of: CorpusIndex; readonly look: FolderLook; seen: CorpusIndex } | null =
    null;

  const { latest, look, lookAtAll } = watchFolder(parts);
  const fits = ({ name }: FolderLook) => holder.held()?.name === name;
  /** The index held, with what it shows by the latest look; null before there are both. */
  const shown = (): { readonly held: CorpusIndex; readonly index: CorpusIndex } | null => {
    const held = holder.held();
    const now = latest();
    if (held === null || now === null) return null;
    if (view?.of !== held || view.look !== now) {
      view = { of: held, look: now, seen: asInManifest(held, now.standing) };
    }
    return { held, index: view.seen };
  };
  const buildHere = async (onProgress?: OnProgress): Promise<BuildReport> => {
    await parts.prepare();
    const companions = await readCompanions(corpusFolder());
    return buildIndex(folder, await corpus(), companions, onProgress);
  };
  const openBuilt = async ({ name }: BuildReport): Promise<CorpusIndex> => {
    const index = await openIndex(folder, name);
    if (index === null) throw new Error(`Cannot open index "${name}" in "${folder}" once built`);
    return index;
  };
  const buildBehind = async (): Promise<BuildReport> => {
    await parts.prepare();
    const job = { folder, corpusFolder: corpusFolder(), today: today() };
    return buildApart(job, closing.signal);
  };
  /** One build after the other until the folder is as it was when the last one began. */
  const renew = async (): Promise<void> => {
    for (let now = await lookAtAll(); !fits(now); now = await lookAtAll()) {
      // One that is damaged is as good as none.
      const known = await openIndex(folder, now.name).catch(() => null);
      holder.put(known ?? (await openBuilt(await buildBehind())));
    }
    failed = null;
  };
  const renewBehind = (): Promise<void> => {
    renewing ??= renew()
      .catch((error: unknown) => {
        if (closing.signal.aborted) return;
        const words = error instanceof UserFacingError ? error.message : FAILED;
        failed = { seen: latest()?.seen ?? '', at: parts.now().getTime(), words };
        parts.onTrouble(error);
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  };
  const isResting = ({ seen }: FolderLook) =>
    failed?.seen === seen && parts.now().getTime() - failed.at < RETRY_MS;

  const refreshed = shareTurns(async (onProgress: OnProgress | undefined) => {
    for (;;) {
      const now = await lookAtAll();
      const found = fits(now) ? shown() : null;
      if (found !== null) return found;
      // Two builds at a time would only be slower; one that failed is tried again here.
      if (renewing !== null) await renewing;
      else {
        const known = await openIndex(folder, now.name);
        holder.put(known ?? (await openBuilt(await buildHere(onProgress))));
        failed = null;
      }
    }
  });
  const served = async () => {
    if (holder.held() === null) return refreshed(undefined);
    const now = await look();
    if (fits(now)) failed = null;
    else if (!isResting(now) && !closing.signal.aborted) void renewBehind();
    // By the latest look, which may be newer than the one waited for: so is the index held, perhaps.
    return shown() ?? refreshed(undefined);
  };
  const fresh = async (): Promise<string | null> => {
    await served();
    for (;;) {
      const now = await lookAtAll();
      if (fits(now)) return null;
      await renewBehind();
      if (failed?.seen === latest()?.seen) return failed?.words ?? null;
      if (closing.signal.aborted) return null;
    }
  };
  const lend = ({ held, index }: { held: CorpusIndex; index: CorpusIndex }): BorrowedIndex => ({
    index,
    release: holder.lend(held),
  });
  return {
    current: async (onProgress) => (await refreshed(onProgress)).index,
    borrow: async () => lend(await refreshed(undefined)),
    serving: async () => (await served()).index,
    borrowServing: async () => lend(await served()),
    fresh,
    trouble: () => failed?.words ?? null,
    rebuild: async (onProgress) => {
      await renewing;
      const report = await buildHere(onProgress);
      holder.drop();
      return report;
    },
    seen: () => latest()?.seen ?? '',
    close: async () => {
      closing.abort();
      await renewing;
      holder.drop();
    },
  };
}

import type { BuildReport, OnProgress } from './build.ts';
import type { IndexGate } from './gate.ts';
import { holdIndex } from './hold-index.ts';
import { type HeldIndex, keepServing } from './keep-serving.ts';
import { type IndexMakerParts, makeIndexes } from './make-index.ts';
import type { CorpusIndex } from './open.ts';
import { shareTurns } from './share-turns.ts';
import { type Shown, viewIndexes } from './view-index.ts';
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
  /**
   * Of the folder as it is now, whatever the gate says of it: built where there is none that fits, which
   * is waited for.
   */
  current(onProgress?: OnProgress): Promise<CorpusIndex>;
  borrow(): Promise<BorrowedIndex>;
  /**
   * The one that is open, for answering: where the folder has changed, its index is built behind
   * and takes over once it is whole and the gate lets it. Waits only where none is open yet.
   */
  serving(onProgress?: OnProgress): Promise<CorpusIndex>;
  borrowServing(): Promise<BorrowedIndex>;
  /** Waits until the one that serves is of the folder as it is now; what `trouble` says where it cannot be. */
  fresh(): Promise<string | null>;
  /** Why the one that serves is not of the folder as it is now, for people; null where nothing is wrong. */
  trouble(): string | null;
  /** What the gate has stopped; null where nothing is. */
  stopped(): HeldIndex | null;
  /** Builds even where one fits. */
  rebuild(onProgress?: OnProgress): Promise<BuildReport>;
  /** What tells the folder as it was last looked at from any other; empty before. */
  seen(): string;
  /** Ends a build that is under way, and waits until it has ended. */
  close(): Promise<void>;
}

export interface IndexKeeperParts extends IndexMakerParts {
  /** What an index must pass before answers come from it; left out, every index may answer. */
  readonly gate?: IndexGate;
  /** Told of each build behind that failed. */
  onTrouble(error: unknown): void;
  now(): Date;
}

export function keepIndex({ gate, ...parts }: IndexKeeperParts): IndexKeeper {
  const holder = holdIndex();
  const closing = new AbortController();
  const watch = watchFolder(parts);
  const maker = makeIndexes(parts, holder, closing.signal);
  const shown = viewIndexes(holder, watch.latest);
  const serving = keepServing({
    ...{ folder: parts.folder, holder, watch, maker, gate: gate ?? null, closing: closing.signal },
    ...{ shown: () => shown('serving'), onTrouble: parts.onTrouble, now: parts.now },
  });

  const ofFolder = shareTurns(async (onProgress: OnProgress | undefined): Promise<Shown> => {
    for (;;) {
      const { name } = await watch.lookAtAll();
      const found = [shown('serving'), shown('folder')].find((one) => one?.held.name === name);
      if (found) return found;
      // Two builds at a time would only be slower; one that failed is tried again here.
      if (serving.renewing() !== null) await serving.renewing();
      else {
        const index = await maker.here(name, onProgress);
        holder.put('folder', index);
        await serving.offer(index);
      }
    }
  });
  const lend = ({ held, index }: Shown): BorrowedIndex => ({ index, release: holder.lend(held) });
  const dropAll = () => {
    holder.drop('folder');
    holder.drop('serving');
  };
  return {
    current: async (onProgress) => (await ofFolder(onProgress)).index,
    borrow: async () => lend(await ofFolder(undefined)),
    serving: async (onProgress) => (await serving.served(onProgress)).index,
    borrowServing: async () => lend(await serving.served()),
    ...{ fresh: serving.fresh, trouble: serving.trouble, stopped: serving.stopped },
    rebuild: async (onProgress) => {
      await serving.renewing();
      const report = await maker.build(onProgress);
      dropAll();
      return report;
    },
    seen: () => watch.latest()?.seen ?? '',
    close: async () => {
      closing.abort();
      await serving.renewing();
      dropAll();
    },
  };
}

import { UserFacingError } from '../../errors.ts';
import { asInManifest } from './as-in-manifest.ts';
import type { OnProgress } from './build.ts';
import { type GateWord, type IndexGate, OPEN_GATE } from './gate.ts';
import type { IndexHolder } from './hold-index.ts';
import type { FolderLook, WholeLook } from './look-at-folder.ts';
import type { IndexMaker } from './make-index.ts';
import type { CorpusIndex } from './open.ts';
import { markedIndex, markServing } from './serving-mark.ts';
import type { Shown } from './view-index.ts';
import { visibleIn } from './visible-in.ts';
import type { FolderWatch } from './watch-folder.ts';

/** An index that the gate has stopped, and the one from which answers come meanwhile, by their names. */
export interface HeldIndex {
  readonly index: string;
  readonly before: string;
}

/** The index from which answers come: the folder's, once it is whole and has passed the gate. */
export interface ServingKeeper {
  /** Waits only where none serves yet; else what has changed is built and judged behind. */
  served(onProgress?: OnProgress): Promise<Shown>;
  fresh(): Promise<string | null>;
  trouble(): string | null;
  stopped(): HeldIndex | null;
  /** Lets an index of the folder take over at once where it need not be judged. */
  offer(index: CorpusIndex): Promise<void>;
  /** What is built and judged behind now; null where nothing is. */
  renewing(): Promise<void> | null;
}

export interface ServingKeeperParts {
  /** Holds all indexes. */
  readonly folder: string;
  readonly holder: IndexHolder;
  readonly watch: FolderWatch;
  readonly maker: IndexMaker;
  /** Null where every index may answer. */
  readonly gate: IndexGate | null;
  /** Ends what is built. */
  readonly closing: AbortSignal;
  shown(): Shown | null;
  /** Told of each build behind that failed. */
  onTrouble(error: unknown): void;
  now(): Date;
}

/** A build that failed is tried again with the next change of the folder, or after this time. */
const RETRY_MS = 60_000;
/** After this time it is looked whether what is held was let through, by another process perhaps. */
const LOOK_AGAIN_MS = 3000;

const FAILED =
  '新的索引没有建成，答复仍按原有索引给出，已停用的资料不再引用。请查看运行日志，' +
  '或运行 npm run --silent ganxun -- corpus index 重新建立索引。';

/** Why the folder's index does not serve, as it was looked at then. */
interface Trouble {
  readonly seen: string;
  readonly at: number;
  readonly words: string;
}

export function keepServing(parts: ServingKeeperParts): ServingKeeper {
  const { folder, holder, maker, closing, shown } = parts;
  const { latest, look, lookAtAll } = parts.watch;
  const gate = parts.gate ?? OPEN_GATE;
  let starting: Promise<void> | null = null;
  let renewing: Promise<void> | null = null;
  let failed: Trouble | null = null;
  let stopped: (Trouble & HeldIndex) | null = null;

  const fits = ({ name }: FolderLook) => holder.held('serving')?.name === name;
  const nowMs = () => parts.now().getTime();
  const allIsWell = () => {
    failed = null;
    stopped = null;
  };
  const takeOver = async (index: CorpusIndex): Promise<void> => {
    if (parts.gate !== null) await markServing(folder, index.name);
    holder.put('serving', index);
    if (holder.held('folder') === index) holder.drop('folder');
    allIsWell();
  };
  const stop = (index: string, before: string, { seen }: FolderLook, word: GateWord) => {
    if (word.passes) return;
    failed = null;
    stopped = { index, before, seen, at: nowMs(), words: word.words };
  };

  /** With the folder's index where it may serve; else with the one that served before, if it is there. */
  const start = async (onProgress?: OnProgress): Promise<void> => {
    const now = await lookAtAll();
    // A mark that is lost lets nothing through.
    const marked = parts.gate === null ? null : await markedIndex(folder, gate.released);
    const isNew = marked !== now.name;
    const isLetThrough = marked !== null && (await gate.known(now.name, marked))?.passes === true;
    if (marked !== null && isNew && !isLetThrough) {
      const before = await maker.known(marked).catch(() => null);
      if (before !== null) return holder.put('serving', before);
    }
    const index = await maker.here(now.name, onProgress);
    const release = holder.lend(index);
    try {
      if (isNew && !isLetThrough) await gate.judge(index, null, now.standing);
      await takeOver(index);
    } finally {
      release();
    }
  };
  /** One index after the other until the folder is as it was when the last one began, or that is held. */
  const renew = async (): Promise<void> => {
    for (let now = await lookAtAll(); !fits(now); now = await lookAtAll()) {
      const before = holder.held('serving');
      // Whoever asks next begins anew.
      if (before === null) return;
      const word = await gate.known(now.name, before.name);
      if (word?.passes === false) return stop(now.name, before.name, now, word);
      await renewBy(await maker.behind(now.name), before, now);
    }
    allIsWell();
  };
  const renewBy = async (candidate: CorpusIndex, before: CorpusIndex, now: WholeLook) => {
    const releases = [holder.lend(candidate), holder.lend(before)];
    try {
      // The folder may have changed again while it was built.
      const known = await gate.known(candidate.name, before.name);
      const word = known ?? (await gate.judge(...judged(candidate, before, now)));
      if (word.passes) await takeOver(candidate);
      else stop(candidate.name, before.name, now, word);
    } finally {
      for (const release of releases) release();
    }
  };
  const renewBehind = (): Promise<void> => {
    renewing ??= renew()
      .catch((error: unknown) => {
        if (closing.aborted) return;
        const words = error instanceof UserFacingError ? error.message : FAILED;
        failed = { seen: latest()?.seen ?? '', at: nowMs(), words };
        parts.onTrouble(error);
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  };
  const isResting = ({ seen }: FolderLook) => {
    const isAfter = (trouble: Trouble | null, rest: number) =>
      trouble?.seen === seen && nowMs() - trouble.at < rest;
    return isAfter(failed, RETRY_MS) || isAfter(stopped, LOOK_AGAIN_MS);
  };

  const served: ServingKeeper['served'] = async (onProgress) => {
    if (holder.held('serving') === null) {
      starting ??= start(onProgress).finally(() => {
        starting = null;
      });
      await starting;
    }
    const now = await look();
    if (fits(now)) allIsWell();
    else if (!isResting(now) && !closing.aborted) void renewBehind();
    // By the latest look, which may be newer than the one waited for: so is the index held, perhaps.
    return shown() ?? served(onProgress);
  };
  const fresh = async (): Promise<string | null> => {
    await served();
    for (;;) {
      const now = await lookAtAll();
      if (fits(now)) return null;
      const isUnderWay = renewing !== null;
      await renewBehind();
      // It may have been let through since that began.
      if (isUnderWay && stopped !== null) await renewBehind();
      const seen = latest()?.seen;
      if (failed?.seen === seen) return failed?.words ?? null;
      if (stopped?.seen === seen) return stopped?.words ?? null;
      if (closing.aborted) return null;
    }
  };
  const offer: ServingKeeper['offer'] = async (index) => {
    const before = holder.held('serving');
    if (before === null) return parts.gate === null ? takeOver(index) : undefined;
    const word = await gate.known(index.name, before.name).catch(() => null);
    if (word?.passes === true) await takeOver(index);
  };
  return {
    ...{ served, fresh, offer },
    trouble: () => failed?.words ?? stopped?.words ?? null,
    stopped: () => stopped,
    renewing: () => renewing,
  };
}

/**
 * What is asked of the gate: the one before without the materials that have ended. A text that was
 * replaced in its place is in it, though nobody reads it any more: what takes its place is measured by it.
 */
function judged(
  candidate: CorpusIndex,
  before: CorpusIndex,
  { standing }: WholeLook,
): Parameters<IndexGate['judge']> {
  const going = visibleIn(before, ({ id }) => !standing.inForce.has(id));
  return [asInManifest(candidate, standing), going, standing];
}

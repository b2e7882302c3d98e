import type { Clock } from '../../clock.ts';
import type { BorrowedIndex } from '../index/keep-index.ts';
import type { CorpusIndex } from '../index/open.ts';
import { wholeOf } from '../index/visible-in.ts';
import { buildMeaning, type MeaningReport } from './build.ts';
import type { PassageEmbedding } from './embedding.ts';
import { type Meaning, openMeaning } from './open.ts';
import type { QuestionWriter } from './question-writer.ts';
import { sentMaterials } from './sent-passages.ts';

export interface MeaningParts {
  /** Holds the cache and what is made from it. */
  readonly folder: string;
  readonly embedding: PassageEmbedding;
  /** Null where no questions are written. */
  readonly writer: QuestionWriter | null;
  mayLeave(index: CorpusIndex, material: string): boolean;
  borrow(): Promise<BorrowedIndex>;
  /** Told how a build in the background ended: a report, or what it threw. */
  onBuilt(ended: MeaningReport | Error): void;
  /** Told why what was made before cannot be used, where it is made anew. */
  onUnusable(error: unknown): void;
  /** Milliseconds before a build that failed is tried again. */
  readonly retryMs?: number;
  readonly clock: Clock;
}

/** The vectors of the index as it is now. */
export interface MeaningKeeper {
  /**
   * Null as long as there are none for this index; nobody waits for them to be made.
   *
   * @throws UserFacingError where they are damaged, and nothing makes them anew in the background
   */
  of(index: CorpusIndex): Promise<Meaning | null>;
  /** Makes them where there are none that fit, with everything that the cache has. */
  build(onProgress?: (share: number) => void): Promise<MeaningReport>;
  /** From now on makes them in the background wherever they are missing. */
  buildWhereMissing(): void;
  close(): Promise<void>;
}

const RETRY_MS = 600_000;

interface Opened {
  readonly meaning: Meaning;
  /** The materials whose passages it holds. */
  readonly sent: ReadonlySet<string>;
  /** Views of its index that were found to lack none. */
  readonly fits: WeakSet<CorpusIndex>;
}

export function keepMeaning(parts: MeaningParts): MeaningKeeper {
  const { folder, embedding, writer, clock, retryMs = RETRY_MS } = parts;
  const now = () => clock.now().getTime();
  const stopping = new AbortController();
  let opened: Opened | null = null;
  let building: Promise<unknown> | null = null;
  let isBuilder = false;
  let restsUntil = 0;
  /** For what there are none, so that the disk is not asked with every question. */
  let missing: string | null = null;

  const inputsOf = (index: CorpusIndex) => ({
    mayLeave: (material: string) => parts.mayLeave(index, material),
    writer,
  });
  const build = async (onProgress: (share: number) => void = () => {}) => {
    const { index, release } = await parts.borrow();
    try {
      const { signal } = stopping;
      const options = { ...inputsOf(index), onProgress, signal };
      return await buildMeaning(folder, index, embedding, options);
    } finally {
      release();
      missing = null;
    }
  };
  const buildBehind = () => {
    if (building !== null || now() < restsUntil || stopping.signal.aborted) return;
    building = build()
      .then(parts.onBuilt, (error: unknown) => {
        restsUntil = now() + retryMs;
        if (!stopping.signal.aborted) parts.onBuilt(error as Error);
      })
      .finally(() => {
        building = null;
      });
  };
  const damaged = (error: unknown): null => {
    if (!isBuilder) throw error;
    parts.onUnusable(error);
    return null;
  };
  const of = async (index: CorpusIndex): Promise<Meaning | null> => {
    // Whoever may not read some of it is not shown that, and the vectors are those of the whole.
    const whole = wholeOf(index);
    if (opened?.fits.has(whole)) return opened.meaning;
    const sent = sentMaterials(whole, inputsOf(whole).mayLeave).map(({ id }) => id);
    // What is withdrawn meanwhile may stand among them: nothing leads to it.
    if (opened?.meaning.indexName === whole.name && isPart(sent, opened.sent)) {
      opened.fits.add(whole);
      return opened.meaning;
    }
    const wanted = `${whole.name} ${sent.join()}`;
    if (missing !== wanted) {
      const found = await openMeaning(folder, whole, embedding, inputsOf(whole)).catch(damaged);
      if (found !== null) {
        opened = { meaning: found, sent: new Set(sent), fits: new WeakSet([whole]) };
        return found;
      }
      missing = wanted;
    }
    if (isBuilder) buildBehind();
    return null;
  };
  return {
    of,
    build,
    buildWhereMissing: () => {
      isBuilder = true;
    },
    close: async () => {
      stopping.abort();
      await building;
    },
  };
}

function isPart(some: readonly string[], all: ReadonlySet<string>): boolean {
  return some.every((one) => all.has(one));
}

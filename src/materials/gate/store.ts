import type { DeliveryChange } from '../../delivery/store.ts';
import type { Actor } from '../material.ts';
import type { GateFindings } from './findings.ts';

/**
 * What became of an index. `first`: there was none before it; `passed`; `held`: answers still come from
 * the one before; `overruled`: held, and let through by an admin with a reason.
 */
export type Verdict = 'first' | 'passed' | 'held' | 'overruled';

export interface Release {
  /** Name of the index: the hash of what it is made of. */
  readonly index: string;
  /** Name of the one that served; null where there was none. */
  readonly before: string | null;
  /** Names the golden questions that there were; empty where there was no file of them. */
  readonly golden: string;
  readonly verdict: Verdict;
  readonly findings: GateFindings;
  /** ISO instant of the judgement. */
  readonly at: string;
  /** Who let it through; null unless `overruled`. */
  readonly by: Actor | null;
  readonly reason: string | null;
  /** ISO instant; null unless `overruled`. */
  readonly overruledAt: string | null;
}

/**
 * What the gate found, and who let what through all the same.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface ReleaseStore {
  /** The last judgement; null where the index was not judged against that one yet. */
  find(index: string, before: string | null): Promise<Release | null>;
  /** The last that served: `first`, `passed` or `overruled`. */
  serving(): Promise<Release | null>;
  /** The newest first. */
  latest(limit: number): Promise<readonly Release[]>;
  /**
   * Keeps a judgement with the messages that tell of it. Of several processes that judge the same by the
   * same questions the first is kept.
   *
   * @returns what is kept
   */
  judge(release: Release, messages: readonly DeliveryChange[]): Promise<Release>;
  /** Lets through what is held; null where it is not held any more. */
  overrule(
    index: string,
    before: string | null,
    decision: { readonly by: Actor; readonly reason: string; readonly at: string },
  ): Promise<Release | null>;
}

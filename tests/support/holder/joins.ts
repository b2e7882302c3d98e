import { type Find, PAGE_BYTES } from './orders.ts';

/** A respondent as a holder knows them: each of the names stands for them alone. */
export interface Planted {
  readonly marker: string;
  readonly names: readonly string[];
}

/** Joins by nearness: whose marker and name stand on one page of a file. */
export function joinsByPage(
  bytes: Buffer,
  found: readonly Find[],
  planted: readonly Planted[],
): readonly string[] {
  return planted
    .filter(({ marker, names }) =>
      found
        .filter((one) => one.marker === marker)
        .some(({ page }) => {
          const near = bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
          return names.some((name) => near.includes(name));
        }),
    )
    .map(({ marker }) => marker);
}

/** Joins by rows: whose marker and name stand in one row or line of whatever is kept. */
export function joinsByRow(
  rows: readonly string[],
  planted: readonly Planted[],
): readonly string[] {
  return planted
    .filter(({ marker, names }) =>
      rows.some((row) => row.includes(marker) && names.some((name) => row.includes(name))),
    )
    .map(({ marker }) => marker);
}

/** What a holder sees at one moment: who is done, and which markers stand among the answers. */
export interface Snapshot {
  readonly done: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
}

/** The fewest that count as a group. */
const FEWEST = 5;

/**
 * Joins by what changed between two looks: answers that are new, where they are fewer than five, can
 * only be of those who are newly done; and a person's answer can only be one that was not there before
 * they were done, which must be five at least when all have been seen.
 */
export function joinsBySnapshots(
  snapshots: readonly Snapshot[],
  planted: readonly Planted[],
): readonly string[] {
  const joined = new Set<string>();
  for (const [at, snapshot] of snapshots.entries()) {
    const before = snapshots[at - 1]?.answers ?? new Set();
    const fresh = [...snapshot.answers].filter((marker) => !before.has(marker));
    if (fresh.length > 0 && fresh.length < FEWEST) for (const one of fresh) joined.add(one);
  }
  const seen = new Set(snapshots.flatMap(({ answers }) => [...answers]));
  for (const { marker, names } of planted) {
    const isDone = ({ done }: Snapshot) => names.some((name) => done.has(name));
    const first = snapshots.findIndex(isDone);
    const before = snapshots[first - 1]?.answers ?? new Set();
    const candidates = [...seen].filter((one) => !before.has(one));
    if (candidates.length < FEWEST) joined.add(marker);
  }
  return [...joined];
}

/** What a measure was early in a run, once warm, and late in it. */
export interface Growth {
  readonly early: number;
  readonly late: number;
}

/**
 * The medians of the second and of the last fifth of samples taken at even intervals: the first
 * fifth warms up, and a median passes over what garbage collection or a busy moment does to one.
 *
 * @throws RangeError where fewer than ten samples were taken
 */
export function growthOf(samples: readonly number[]): Growth {
  const fifth = Math.floor(samples.length / 5);
  if (fifth < 2) throw new RangeError(`Cannot tell growth from ${samples.length} samples`);
  return {
    early: medianOf(samples.slice(fifth, 2 * fifth)),
    late: medianOf(samples.slice(-fifth)),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

import type { MeaningOptions } from '../../../src/retrieval/meaning/build.ts';

/** Everything may leave, and nobody writes questions. */
export const PLAIN: MeaningOptions = { mayLeave: () => true, writer: null };

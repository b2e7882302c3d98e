import type { FeatureReply } from '../../feature.ts';

/** What is kept with the next card, and said on it. */
export interface Beside {
  readonly notice?: string;
  readonly changes?: FeatureReply['changes'];
}

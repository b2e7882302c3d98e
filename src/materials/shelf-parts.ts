import type { readApart } from '../corpus/readers/read-apart.ts';
import type { Folders } from './folder/change-folder.ts';

export interface ShelfParts extends Folders {
  /** `YYYY-MM-DD` in the deployment's zone. */
  today(): string;
  now(): Date;
  /** Whether whoever submitted a material may approve it too. */
  readonly oneMayApprove: boolean;
  /** Reads what is sent; in a thread of its own where it is left out. */
  readonly read?: typeof readApart;
}

import type { Shelf } from './shelf.ts';

export interface ShelfParts {
  /** The folder with the manifest; made with the first change where there is none. */
  readonly folder: string;
  /** The folder that it begins as a copy of; the same one where none is copied. */
  readonly startFrom: string;
  /** Holds what processes agree by who changes the folder. */
  readonly dataFolder: string;
  /** `YYYY-MM-DD` in the deployment's zone. */
  today(): string;
  now(): Date;
  /** Whether whoever submitted a material may approve it too. */
  readonly oneMayApprove: boolean;
}

export function openShelf(_parts: ShelfParts): Shelf {
  const missing = async (): Promise<never> => {
    throw new Error('Cannot keep materials yet');
  };
  return {
    list: missing,
    find: missing,
    reading: missing,
    file: missing,
    add: missing,
    change: missing,
    join: missing,
    discard: missing,
    submit: missing,
    giveBack: missing,
    approve: missing,
    retire: missing,
  };
}

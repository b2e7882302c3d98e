import type { ShownButton } from '../../conversation/reply.ts';

/** A reply in lines, and the buttons behind the numbers that the lines show. */
export interface Rendering {
  readonly text: string;
  readonly choices: readonly ShownButton[];
  /** What is typed is an answer, a number too: no choice stands behind one. */
  readonly takesNumbers: boolean;
}

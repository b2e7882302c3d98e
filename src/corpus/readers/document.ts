import type { Section } from '../../text/outline.ts';

/** A file as text that people read, quote and index, with its outline. Offsets count in `text`. */
export interface ReadDocument {
  readonly text: string;
  readonly outline: readonly Section[];
}

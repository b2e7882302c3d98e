import type { Fields } from './fields.ts';
import type { NumberCounts } from './numbering/count-numbers.ts';
import type { Lists } from './numbering/definitions.ts';
import type { SetAside } from './set-aside.ts';
import type { Styles } from './styles.ts';
import type { XmlElement } from './xml-element.ts';

/** A line of the text; a heading has the depth that the file gives it. */
export interface Line {
  readonly text: string;
  readonly depth: number | null;
  readonly isNote?: boolean;
}

/** What to look at once more, counted while a file is read. */
export interface Findings {
  notes: number;
  tables: number;
  insertions: number;
  formulas: number;
  /** Stretches of text that a page does not show: white on white, or of no size. */
  unseen: number;
  readonly unknownFormats: Set<string>;
}

/** What is needed to read the words of a file, and what comes of it beside its lines. */
export interface Story {
  readonly styles: Styles;
  readonly lists: Lists;
  readonly counts: NumberCounts;
  readonly fields: Fields;
  readonly aside: SetAside;
  readonly findings: Findings;
  /** A footnote or endnote by its reference; each is given once, and none within another. */
  readonly noteOf: (reference: XmlElement) => XmlElement | undefined;
  /** Notes met and not yet put into the text. */
  readonly pendingNotes: XmlElement[];
  /** Whether the reader is in a cell, a text box or a note, where dark grounds are usual. */
  readonly isWithin: boolean;
}

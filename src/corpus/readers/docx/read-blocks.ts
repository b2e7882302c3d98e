import { Fields, hasWholeFields } from './fields.ts';
import { countNumbers } from './numbering/count-numbers.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import type { Line, Story } from './story.ts';
import {
  childOf,
  descendantsOf,
  isSwitchedOn,
  settingOf,
  wordsIn,
  type XmlElement,
} from './xml-element.ts';

/**
 * The lines of a body, a cell, a text box or a note. A note stands in lines of its own after the
 * paragraph that refers to it, or after the row; a text box after the paragraph it hangs from.
 */
export function readBlocks(container: XmlElement, story: Story): Line[] {
  const lines: Line[] = [];
  /** A line whose paragraph mark is hidden or deleted: the next paragraph goes on with it. */
  let open: Line | null = null;

  const addParagraph = (paragraph: XmlElement) => {
    const { own, goesOn, boxes } = readParagraph(paragraph, story, open);
    open = goesOn ? (own[0] ?? null) : null;
    if (!goesOn) lines.push(...own);
    for (const box of boxes) lines.push(...readApartFrom(box, story));
    if (!goesOn) lines.push(...takeNotes(story));
  };
  const walk = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (typeof child !== 'string') read(child);
    }
  };
  const read = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p':
        addParagraph(element);
        return;
      case 'w:tbl':
        lines.push(...readTable(element, story, readBlocks));
        return;
      case 'w:sdt':
        readControl(element);
        return;
      case 'w:altChunk':
        story.aside.add('embedded');
        return;
      case 'w:del':
      case 'w:moveFrom':
        story.aside.add('deleted', wordsIn(element));
        return;
      case 'w:sdtPr':
      case 'w:tcPr':
        return;
      default:
        walk(element);
        return;
    }
  };
  const readControl = (control: XmlElement): void => {
    const properties = childOf(control, 'w:sdtPr');
    const gallery = settingOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
    const content = childOf(control, 'w:sdtContent');
    if (content === undefined) return;
    if (gallery === 'Table of Contents') {
      for (const entry of descendantsOf(content, 'w:p')) {
        const words = wordsIn(entry).trim();
        if (words !== '') story.aside.add('contents', words);
      }
    } else if (isSwitchedOn(properties, 'w:showingPlcHdr') === true) {
      story.aside.add('placeholder', wordsIn(content));
    } else walk(content);
  };

  walk(container);
  if (open !== null) lines.push(open);
  lines.push(...takeNotes(story));
  return lines;
}

/** A text box or a note: its fields, notes and numbers are its own, as Word counts them. */
function readApartFrom(container: XmlElement, story: Story): Line[] {
  return readBlocks(container, {
    ...story,
    fields: new Fields(hasWholeFields(container)),
    counts: countNumbers(story.lists, story.findings.unknownFormats),
    pendingNotes: [],
    isWithin: true,
  });
}

/** The notes that wait, in lines that begin with 注：, each paragraph on one of its own. */
function takeNotes(story: Story): Line[] {
  const notes = story.pendingNotes.splice(0);
  return notes.flatMap((note) => {
    const lines = readApartFrom(note, { ...story, noteOf: () => undefined }).filter(
      ({ text }) => text.trim() !== '',
    );
    if (lines.length > 0) story.findings.notes++;
    return lines.map(({ text }, at) => ({
      text: at === 0 ? `注：${text.trim()}` : text.trim(),
      depth: null,
      isNote: true,
    }));
  });
}

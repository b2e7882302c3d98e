import type { RawReading, ReadFile } from '../document.ts';
import { cleanText } from '../plain-text.ts';
import { doubtsOf } from './doubts.ts';
import { Fields, hasWholeFields } from './fields.ts';
import { countNumbers } from './numbering/count-numbers.ts';
import { readLists } from './numbering/definitions.ts';
import { openPackage, type WordPackage } from './open-package.ts';
import { outlineOfLines } from './outline-of-lines.ts';
import { readBlocks } from './read-blocks.ts';
import { refusalOf } from './refusals.ts';
import { SetAside } from './set-aside.ts';
import { setAsideParts } from './set-aside-parts.ts';
import type { Findings, Line, Story } from './story.ts';
import { readStyles } from './styles.ts';
import { childOf, childrenOf, type XmlElement } from './xml-element.ts';

/**
 * Reads a Word file (.docx): its body as lines, each paragraph with the number that Word computes for
 * it, tables row by row, text boxes after the paragraph they hang from, footnotes and endnotes after
 * the paragraph that refers to them, as lines that begin with 注：. Of tracked changes it reads what
 * stands once all are accepted. What it does not take into the text is told and given aside.
 */
export const readDocx: ReadFile = async (bytes, limits) => {
  const file = await openPackage(bytes, limits);
  const body = childOf(file.document, 'w:body');
  if (body === undefined) throw refusalOf('no-word-file');

  const isWhole = hasWholeFields(body);
  const story = storyOf(file, isWhole);
  const { lines, invisible } = cleanLines(readBlocks(body, story));
  const text = lines.map((line) => line.text).join('\n');
  if (text === '') throw refusalOf('empty');
  if (text.length > limits.characters) throw refusalOf('too-long');
  setAsideParts(file, story);

  const { aside, findings } = story;
  return {
    text,
    outline: outlineOfLines(text, lines),
    pages: [],
    leftOut: aside.leftOut(),
    doubts: doubtsOf({
      ...findings,
      invisible,
      deletions: aside.countOf('deleted'),
      hasBrokenFields: !isWhole,
    }),
    tables: findings.tables,
    aside: aside.words(),
  } satisfies RawReading;
};

function storyOf(file: WordPackage, isWhole: boolean): Story {
  const styles = readStyles(file.related('styles')[0]);
  const lists = readLists(file.related('numbering')[0], styles);
  const notes = {
    'w:footnoteReference': byId(file.related('footnotes'), 'w:footnote'),
    'w:endnoteReference': byId(file.related('endnotes'), 'w:endnote'),
  };
  const findings: Findings = {
    notes: 0,
    tables: 0,
    insertions: 0,
    formulas: 0,
    unseen: 0,
    unknownFormats: new Set(),
  };
  return {
    styles,
    lists,
    counts: countNumbers(lists, findings.unknownFormats),
    fields: new Fields(isWhole),
    aside: new SetAside(),
    findings,
    noteOf: ({ name, attributes }) => {
      const all = notes[name as keyof typeof notes];
      const id = attributes['w:id'] ?? '';
      const note = all.get(id);
      all.delete(id);
      return note;
    },
    pendingNotes: [],
    isWithin: false,
  };
}

function byId(parts: readonly XmlElement[], name: string): Map<string, XmlElement> {
  const notes = parts.flatMap((part) => childrenOf(part, name));
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]));
}

/** Of width zero, or turning the direction of the text; a soft hyphen is no trick. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Lines as {@link cleanText} makes them, and how many invisible characters it took out. */
function cleanLines(raw: readonly Line[]): { lines: Line[]; invisible: number } {
  let invisible = 0;
  const lines = raw.flatMap((line) => {
    invisible += line.text.match(INVISIBLE)?.length ?? 0;
    const text = cleanText(line.text).replaceAll('\n', ' ');
    return text === '' ? [] : [{ ...line, text }];
  });
  return { lines, invisible };
}

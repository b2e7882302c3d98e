import { BadArchive } from '../archive/bad-archive.ts';
import type { RawReading, ReadFile, ReadingLimits } from '../document.ts';
import { outlineOfLines } from '../outline-of-lines.ts';
import { cleanText } from '../plain-text.ts';
import { doubtsOfUnseen } from '../unseen.ts';
import { doubtsOf } from './doubts.ts';
import { Fields, hasWholeFields } from './fields.ts';
import { countNumbers } from './numbering/count-numbers.ts';
import { readLists } from './numbering/definitions.ts';
import { openPackage, type WordPackage } from './open-package.ts';
import { BadXml } from './parse-xml.ts';
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
  try {
    return await readParts(bytes, limits);
  } catch (error) {
    if (error instanceof BadArchive || error instanceof BadXml) throw refusalOf(error.fault);
    throw error;
  }
};

async function readParts(bytes: Uint8Array, limits: ReadingLimits): Promise<RawReading> {
  const file = await openPackage(bytes, limits);
  const body = childOf(file.document, 'w:body');
  if (body === undefined) throw refusalOf('no-word-file');

  const isWhole = hasWholeFields(body);
  const story = storyOf(file, isWhole);
  const raw = readBlocks(body, story);
  const lines = cleanLines(raw);
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
    doubts: [
      ...doubtsOf({
        ...findings,
        deletions: aside.countOf('deleted'),
        hasBrokenFields: !isWhole,
      }),
      ...doubtsOfUnseen(wordsOf(raw)),
    ],
    tables: findings.tables,
    aside: aside.words(),
  };
}

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

/** Lines as {@link cleanText} makes them. */
function cleanLines(raw: readonly Line[]): Line[] {
  return raw.flatMap((line) => {
    const text = cleanText(line.text).replaceAll('\n', ' ');
    return text === '' ? [] : [{ ...line, text }];
  });
}

/** As they stand in the file; a soft hyphen, which Word writes itself, is no trick. */
function wordsOf(raw: readonly Line[]): string {
  return raw.map(({ text }) => text.replaceAll('\u00AD', '')).join('\n');
}

import { Parser } from 'htmlparser2';
import { NameSpaces } from './name-spaces.ts';
import type { XmlElement, XmlNode } from './xml-element.ts';

/** Why a part is not read: it is no XML, declares entities, or is deeper or larger than any real one. */
export type XmlFault = 'malformed' | 'doctype' | 'too-deep' | 'too-large';

export class BadXml extends Error {
  override readonly name = 'BadXml';
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(`Cannot read a part of a document: its XML is ${fault}`);
    this.fault = fault;
  }
}

/** Tables within tables within text boxes come to some fifty. */
const DEEPEST = 400;
const MOST_ELEMENTS = 1_500_000;

/** Where white space alone is text. */
const TEXT = new Set(['w:t', 'w:delText', 'w:instrText', 'm:t', 'a:t']);
/** Looks, and what a revision changed of them. */
const SKIPPED =
  /^(?:w:(?:\w+PrChange|tblGrid|tblPr|tblPrEx|sectPr|lang|rFonts|proofErr|bookmark(?:Start|End)|lastRenderedPageBreak)|(?:pic|wps):(?:spPr|style|bodyPr))$/u;
/** All that is read of the looks of a run. */
const RUN_LOOKS = new Set([
  'w:vanish',
  'w:rStyle',
  'w:del',
  'w:moveFrom',
  'w:color',
  'w:sz',
  'w:shd',
]);
/** Namespaces that a `mc:Choice` may ask for and that are read here. */
const UNDERSTOOD = new Set(['wps', 'wpg', 'wpc', 'wp14', 'w14', 'w15', 'a14', 'c14', 'v', 'w']);

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

/**
 * A part as a tree, without what tells only of looks. Of `mc:AlternateContent` the one choice that a
 * word processor would take stands in its place, so that no word is met twice. The parser knows no
 * DTD and expands no entity beyond the five of XML.
 *
 * @throws BadXml
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const open: OpenElement[] = [];
  const spaces = [new NameSpaces()];
  let root: XmlElement | null = null;
  let skippedDepth = 0;
  let elements = 0;

  const parser = new Parser(
    {
      onopentag(written, attributes) {
        if (skippedDepth > 0) {
          skippedDepth++;
          return;
        }
        const scope = (spaces.at(-1) as NameSpaces).within(attributes);
        const name = scope.nameOf(written);
        if (isSkipped(name, open.at(-1)?.name)) {
          skippedDepth = 1;
          return;
        }
        if (open.length >= DEEPEST) throw new BadXml('too-deep');
        if (++elements > MOST_ELEMENTS) throw new BadXml('too-large');
        if (root !== null) throw new BadXml('malformed');
        spaces.push(scope);
        open.push({ name, attributes: namedAttributes(attributes, scope), children: [] });
      },
      onclosetag(_name, isImplied) {
        if (skippedDepth > 0) {
          skippedDepth--;
          return;
        }
        const element = open.pop() as OpenElement;
        spaces.pop();
        // The parser closes by itself what the text leaves open; an empty one may close itself.
        if (isImplied && element.children.length > 0) throw new BadXml('malformed');
        const parent = open.at(-1);
        if (parent === undefined) root = element;
        else if (element.name === 'mc:AlternateContent') parent.children.push(...chosenOf(element));
        else parent.children.push(element);
      },
      ontext(words) {
        const element = open.at(-1);
        if (element === undefined || skippedDepth > 0) return;
        const { children } = element;
        const last = children.length - 1;
        if (typeof children[last] === 'string') children[last] += words;
        else if (TEXT.has(element.name) || /\S/u.test(words)) children.push(words);
      },
      onprocessinginstruction(name) {
        if (/^!/u.test(name)) throw new BadXml('doctype');
      },
    },
    { xmlMode: true },
  );
  parser.end(decodeXml(bytes));
  if (root === null || open.length > 0) throw new BadXml('malformed');
  return root;
}

function isSkipped(name: string, parent: string | undefined): boolean {
  return SKIPPED.test(name) || (parent === 'w:rPr' && !RUN_LOOKS.has(name));
}

function namedAttributes(
  attributes: Readonly<Record<string, string>>,
  scope: NameSpaces,
): Record<string, string> {
  const named: Record<string, string> = {};
  for (const written in attributes) {
    // Marks of editing sessions: on every paragraph and run, and never read.
    if (/^(?:xmlns|w:rsid|w14:)/u.test(written)) continue;
    // An attribute without a prefix belongs to its element, whatever the default namespace.
    const name = written.includes(':') ? scope.nameOf(written) : written;
    named[name] = attributes[written] as string;
  }
  return named;
}

function chosenOf(alternatives: XmlElement): readonly XmlNode[] {
  const options = alternatives.children.filter((child) => typeof child !== 'string');
  const choice = options.find(
    ({ name, attributes }) =>
      name === 'mc:Choice' &&
      (attributes.Requires ?? '').split(/\s+/u).every((prefix) => UNDERSTOOD.has(prefix)),
  );
  const fallback = options.find(({ name }) => name === 'mc:Fallback');
  return (choice ?? fallback ?? options[0])?.children ?? [];
}

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BadXml('malformed');
  }
}

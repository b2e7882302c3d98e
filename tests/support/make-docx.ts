import { ZipFile } from 'yazl';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', RELATIONS],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
]
  .map(([prefix, space]) => `xmlns:${prefix}="${space}"`)
  .join(' ');

/** Inner XML of the parts of a Word file, by the kind of their relation to its main part. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
}

const ROOTS: Readonly<Record<Exclude<keyof WordParts, 'body'>, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  header: 'w:hdr',
  footer: 'w:ftr',
};

/** Entries of a Word file by their names, ready to be changed and zipped. */
export function wordEntries(parts: WordParts): Map<string, string> {
  const kinds = (Object.keys(ROOTS) as (keyof typeof ROOTS)[]).filter((kind) => kind in parts);
  const overrides = kinds.map((kind) => override(`/word/${kind}.xml`, `${TYPES}.${kind}+xml`));
  const relations = kinds.map((kind, at) =>
    relation(`r${at}`, `${RELATIONS}/${kind}`, `${kind}.xml`),
  );
  return new Map([
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/word/document.xml', `${TYPES}.document.main+xml`)}${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', `${RELATIONS}/officeDocument`, 'word/document.xml')}</Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
    ['word/document.xml', `<w:document ${SPACES}><w:body>${parts.body}</w:body></w:document>`],
    ...kinds.map(
      (kind) =>
        [`word/${kind}.xml`, `<${ROOTS[kind]} ${SPACES}>${parts[kind]}</${ROOTS[kind]}>`] as const,
    ),
  ]);
}

export function makeDocx(parts: WordParts): Promise<Uint8Array> {
  return zipped(wordEntries(parts));
}

export async function zipped(
  entries: Iterable<readonly [string, string | Uint8Array]>,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of entries) {
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : Buffer.from(content), name);
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A paragraph of one run; `looks` is the inner XML of its properties. */
export function p(words: string, looks = ''): string {
  return `<w:p><w:pPr>${looks}</w:pPr>${words === '' ? '' : r(words)}</w:p>`;
}

/** A run; `looks` is the inner XML of its properties. */
export function r(words: string, looks = ''): string {
  return `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** Properties of a paragraph in a list. */
export function inList(numId: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** A level of a list; `more` is further inner XML. */
export function lvl(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function abstractNum(id: number, inner: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`;
}

export function num(id: number, abstract: number, inner = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inner}</w:num>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

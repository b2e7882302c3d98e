/** What kind of heading a line begins with, from the outermost kind to the innermost. */
export type HeadingKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'ordinal'
  | 'bracketed'
  | 'decimal'
  | 'bracketed-decimal'
  | 'box'
  | 'marked';

export interface HeadingLine {
  readonly kind: HeadingKind;
  /** Rank among kinds: a heading closes all open ones of its own level and deeper. */
  readonly level: number;
  /** What it adds to a place: `第三章`, `三`, `（二）`, `1`. */
  readonly label: string;
  /** Heading text without number and full stop; empty where the line is all body. */
  readonly heading: string;
  /** Offset in the line at which the body begins. */
  readonly bodyOffset: number;
}

const NUMERAL = '[一二三四五六七八九十百千零〇两]+';
const ORDINAL = `(?:${NUMERAL}|[0-9０-９]+)`;

/** How long a lead sentence may be and still be a heading that shares its paragraph (`（一）…。`). */
const LONGEST_RUN_IN_HEADING = 40;
/** How long a line without a full stop may be and still be a heading on a line of its own. */
const LONGEST_HEADING_LINE = 80;

interface Marker {
  readonly kind: HeadingKind;
  readonly level: number;
  readonly pattern: RegExp;
  readonly label: (number: string) => string;
}

const MARKERS: readonly Marker[] = [
  marker('part', 1, `第(${ORDINAL})分?编[\\s　]*`, (n) => `第${n}编`),
  marker('chapter', 2, `第(${ORDINAL})章[\\s　]*`, (n) => `第${n}章`),
  marker('section', 3, `第(${ORDINAL})节[\\s　]*`, (n) => `第${n}节`),
  marker('article', 4, `第(${ORDINAL}条(?:之${NUMERAL})?)[\\s　]*`, (n) => `第${n}`),
  marker('ordinal', 5, `(${NUMERAL})、`, (n) => n),
  marker('bracketed', 6, `[（(](${NUMERAL})[）)][、.]?`, (n) => `（${n}）`),
  marker('decimal', 7, '([0-9０-９]{1,2})[.．、](?![0-9０-９])[\\s　]*', (n) => n),
  marker('bracketed-decimal', 8, '[（(]([0-9０-９]{1,2})[）)]', (n) => `（${n}）`),
  // Deeper than all else: a box interrupts the section it stands in, and any heading closes it.
  marker('box', 9, '(专栏[0-9０-９一二三四五六七八九十]+)[\\s　：:]*', (n) => n),
];

/**
 * Reads a line as a heading, or null where it is plain text.
 *
 * @param depth the depth that the file format gives the line, where it marks headings itself
 * @param within the kind of the innermost open heading; inside an article or a box, items are body
 */
export function readHeadingLine(
  line: string,
  depth?: number,
  within?: HeadingKind,
): HeadingLine | null {
  const indent = line.length - line.trimStart().length;
  const text = line.slice(indent);
  for (const { kind, level, pattern, label } of MARKERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (within === 'article' && level > 4 && kind !== 'box') return null;
    if (within === 'box' && isDecimal(kind) && depth === undefined) return null;
    const rest = text.slice(match[0].length);
    const lead = kind === 'article' ? articleTitle(rest) : runInHeading(rest);
    if (isListItem(kind, rest, depth)) return null;
    if (!isPlausible(kind, rest, lead, /\s$/u.test(match[0]))) return null;
    return {
      kind,
      level: depth ?? level,
      label: label((match[1] as string).normalize('NFKC')),
      heading: lead.heading,
      bodyOffset: indent + match[0].length + lead.length,
    };
  }
  if (depth === undefined) return null;
  return { kind: 'marked', level: depth, label: text, heading: text, bodyOffset: line.length };
}

interface Lead {
  readonly heading: string;
  /** Characters of the line that the heading takes, its full stop included. */
  readonly length: number;
}

function runInHeading(rest: string): Lead {
  const stop = rest.search(/[。；]/u);
  if (stop === -1) {
    return rest.length <= LONGEST_HEADING_LINE
      ? { heading: rest.trim(), length: rest.length }
      : { heading: '', length: 0 };
  }
  const isShort = rest[stop] === '。' && stop <= LONGEST_RUN_IN_HEADING;
  return isShort ? { heading: rest.slice(0, stop), length: stop + 1 } : { heading: '', length: 0 };
}

/** Some statutes name an article: `第三条　【适用范围】…`. */
function articleTitle(rest: string): Lead {
  const match = /^[【〔](.{1,30}?)[】〕]/u.exec(rest);
  return match === null
    ? { heading: '', length: 0 }
    : { heading: match[1] as string, length: match[0].length };
}

/** `1.` and `（1）` open a section only where more text follows their lead sentence. */
function isListItem(kind: HeadingKind, rest: string, depth?: number): boolean {
  if (!isDecimal(kind) || depth !== undefined) return false;
  const text = rest.trim();
  const stop = text.search(/[。；]/u);
  return stop === -1 || stop === text.length - 1 || text.endsWith('；');
}

function isDecimal(kind: HeadingKind): boolean {
  return kind === 'decimal' || kind === 'bracketed-decimal';
}

/**
 * A sentence such as `第三章规定，…。` or `专栏1明确了…。` begins like a heading and is none.
 *
 * @param isSpaced whether white space parts the number from the rest, as no sentence has it
 */
function isPlausible(kind: HeadingKind, rest: string, lead: Lead, isSpaced: boolean): boolean {
  if (kind === 'article') return isSpaced || !REFERENCE.test(rest);
  const isTitleOnly = kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'box';
  return !isTitleOnly || (lead.length === rest.length && !/[。；，]$/u.test(rest));
}

/** How a sentence goes on after it has named an article. */
const REFERENCE = new RegExp(`^(?:规定|的|所|、|，|和|与|及|或|至|第${ORDINAL}[款项])`, 'u');

function marker(kind: HeadingKind, level: number, source: string, label: Marker['label']): Marker {
  return { kind, level, pattern: new RegExp(`^${source}`, 'u'), label };
}

import { medianOf, usualSize } from './layout.ts';
import type { Piece } from './order-of-page.ts';

/** The text of a document, and where in it each page begins. */
export interface PagedText {
  readonly text: string;
  readonly pages: readonly number[];
  readonly tables: number;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** All in characters of the line. */
const SHAPE = {
  /** A line that ends so far before the margin ends its paragraph. */
  short: 2.2,
  /** First lines are indented by two; what begins farther in stands alone, such as a signature. */
  indent: [1.2, 4.5],
  /** How far the middle of a centred line may lie from that of its column, and its least margins. */
  offCentre: 1,
  margins: 2,
} as const;

/** A line that is so much larger or smaller is no part of the same paragraph. */
const OTHER_SIZE = 1.12;
/** Lines farther apart than this times the usual belong to two paragraphs. */
const WIDE_PITCH = 1.6;
/** Notes are set this much smaller. */
const NOTE_SIZE = 0.87;
const NOTE_MARK = /^(?:\[[0-9]{1,3}\]|[①-⑳*＊※]|[0-9]{1,3}[\s.．、]?(?=\D)|注[：:释])/u;
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零〇两0-9]{1,7}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9]))/u;
const SENTENCE_END = /[。；：！？”）]$/u;

/** Joins lines into paragraphs, over the ends of columns and pages too. */
export function joinParagraphs(pages: readonly (readonly Piece[])[]): PagedText {
  const measure = measureOf(pages.flat());
  const text = new TextWithPages();
  let tables = 0;
  let last: Piece | null = null;
  for (const pieces of pages) {
    const notes = notesOf(pieces, measure.size);
    const body = pieces.slice(0, pieces.length - notes.length);
    for (const [at, piece] of body.entries()) {
      const goesOn = last !== null && isSameParagraph(last, piece, measure);
      if (at === 0) text.beginPage(goesOn);
      if (piece.kind === 'table') {
        const isContinued = at === 0 && last?.kind === 'table' && areAlike(last, piece);
        tables += isContinued ? 0 : 1;
      }
      if (goesOn) text.goOn(piece.text);
      else text.add(piece.text);
      last = piece;
    }
    if (body.length === 0) text.beginPage(false);
    text.addNotes(paragraphsOfNotes(notes));
  }
  return { ...text.finish(), tables };
}

function areAlike(one: Piece, other: Piece): boolean {
  return Math.abs(one.x - other.x) < 3 && Math.abs(one.end - other.end) < 3;
}

class TextWithPages {
  readonly #paragraphs: { text: string; readonly pages: number[] }[] = [];
  /** Notes of the page before, until it is known whether its last paragraph goes on. */
  #notes: readonly string[] = [];
  /** Pages that have begun and have no words yet. */
  #waiting = 0;

  beginPage(goesOn: boolean): void {
    const notes = this.#notes.map((text) => ({ text, pages: [] }));
    // A paragraph that runs over the page comes after the notes of the page it began on, so that
    // the notes are told to stand on that page.
    const at = goesOn ? Math.max(this.#paragraphs.length - 1, 0) : this.#paragraphs.length;
    this.#paragraphs.splice(at, 0, ...notes);
    this.#notes = [];
    this.#waiting++;
  }

  add(text: string): void {
    this.#paragraphs.push({ text, pages: Array(this.#waiting).fill(0) });
    this.#waiting = 0;
  }

  goOn(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) throw new Error('Cannot go on: no paragraph was begun');
    const { joined, start } = joinLines(paragraph.text, text);
    paragraph.pages.push(...Array(this.#waiting).fill(start));
    paragraph.text = joined;
    this.#waiting = 0;
  }

  addNotes(notes: readonly string[]): void {
    if (notes.length > 0 && this.#waiting > 0) {
      // Nothing but notes on this page.
      for (const note of notes) this.add(note);
    } else this.#notes = notes;
  }

  finish(): { text: string; pages: readonly number[] } {
    this.#paragraphs.push(...this.#notes.map((text) => ({ text, pages: [] })));
    let offset = 0;
    const pages: number[] = [];
    for (const paragraph of this.#paragraphs) {
      pages.push(...paragraph.pages.map((at) => offset + at));
      offset += paragraph.text.length + 1;
    }
    const text = this.#paragraphs.map((one) => one.text).join('\n');
    return { text, pages: [...pages, ...Array(this.#waiting).fill(text.length)] };
  }
}

/** Chinese goes on without a space; a word that was parted at the end of a line is one again. */
export function joinLines(before: string, after: string): { joined: string; start: number } {
  const parted = /[a-zA-Z][-\u00AD\u2010]$/u.test(before) && /^[a-z]/u.test(after);
  if (parted) return { joined: before.slice(0, -1) + after, start: before.length - 1 };
  const isSpaced = /[\w.,;:!?)%]$/u.test(before) && /^[\w(]/u.test(after);
  const gap = isSpaced ? ' ' : '';
  return { joined: before + gap + after, start: before.length + gap.length };
}

/** The lines at the foot of a page that are set smaller and begin with a mark. */
function notesOf(pieces: readonly Piece[], size: number): readonly Piece[] {
  let from = pieces.length;
  while (from > 0) {
    const piece = pieces[from - 1] as Piece;
    if (piece.kind === 'table' || piece.size > NOTE_SIZE * size) break;
    from--;
  }
  const at = pieces.slice(from).findIndex(({ text }) => NOTE_MARK.test(text));
  return at === -1 ? [] : pieces.slice(from + at);
}

function paragraphsOfNotes(notes: readonly Piece[]): string[] {
  const paragraphs: string[] = [];
  for (const { text } of notes) {
    const last = paragraphs.at(-1);
    if (last === undefined || NOTE_MARK.test(text)) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = joinLines(last, text).joined;
  }
  return paragraphs;
}

interface Measure {
  readonly size: number;
  /** Between baselines, in shares of the size. */
  readonly pitch: number;
  edgesOf(piece: Piece): Edges;
}

/** Left and right pages differ where they are bound, so each kind is measured by itself. */
function measureOf(pieces: readonly Piece[]): Measure {
  const lines = pieces.filter(({ kind }) => kind === 'line');
  const size = usualSize(lines);
  const body = lines.filter((line) => line.size === size);
  const pitches = body
    .slice(1)
    .map((line, at) => (line.y - (body[at] as Piece).y) / size)
    .filter((pitch) => pitch > 0.8 && pitch < 4);
  const sides = [0, 1].map((side) => {
    const own = body.filter(({ page, column }) => page % 2 === side && column === null);
    return edgesOfLines(own.length >= 8 ? own : body.filter(({ column }) => column === null));
  }) as [Edges, Edges];
  return {
    size,
    pitch: medianOf(pitches),
    edgesOf: ({ column, page }) => column ?? (sides[page % 2] as Edges),
  };
}

/** The leftmost start and the rightmost end that are no exceptions. */
function edgesOfLines(lines: readonly Piece[]): Edges {
  if (lines.length === 0) return { left: 0, right: 0 };
  const few = Math.floor(lines.length * 0.04);
  const starts = lines.map(({ x }) => x).sort((one, other) => one - other);
  const ends = lines.map(({ end }) => end).sort((one, other) => other - one);
  return { left: starts[few] as number, right: ends[few] as number };
}

/** Whether a line goes on where the one before it ended. */
function isSameParagraph(before: Piece, piece: Piece, measure: Measure): boolean {
  if (before.kind === 'table' || piece.kind === 'table') return false;
  const ratio = piece.size / before.size;
  if (ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE) return false;
  const [above, own] = [shapeOf(before, measure), shapeOf(piece, measure)];
  const isBelow = before.page === piece.page && piece.y > before.y;
  const pitch = (piece.y - before.y) / piece.size;
  if (above.isCentred || own.isCentred) {
    // A title over two lines.
    return piece.size > OTHER_SIZE * measure.size && isBelow && pitch < 2.5;
  }
  if (isBelow && pitch > WIDE_PITCH * Math.max(measure.pitch, 1)) return false;
  const isBlock = Math.abs(own.indent - above.indent) < 0.5 && !SENTENCE_END.test(before.text);
  if (!isBlock && (own.indent > SHAPE.indent[0] || above.indent > SHAPE.indent[1])) return false;
  if (NUMBERED.test(piece.text) && (own.indent > 1 || SENTENCE_END.test(before.text))) return false;
  return above.left <= SHAPE.short + widthOfFirstWord(piece.text);
}

/** How a line lies in its column, in characters. */
function shapeOf(piece: Piece, measure: Measure) {
  const { left, right } = measure.edgesOf(piece);
  const indent = (piece.x - left) / piece.size;
  const rest = (right - piece.end) / piece.size;
  const isCentred =
    Math.abs(indent - rest) < 2 * SHAPE.offCentre &&
    Math.min(indent, rest) > SHAPE.margins &&
    !NUMBERED.test(piece.text);
  return { indent, left: rest, isCentred };
}

/** What could not be parted goes to the next line whole and leaves room behind. */
function widthOfFirstWord(text: string): number {
  const word = /^[\w.%/-]+/u.exec(text)?.[0] ?? '';
  return word.length / 2;
}

import { drawingIn } from './drawings.ts';
import { formulaWords } from './formulas.ts';
import type { AsideKind } from './set-aside.ts';
import type { Story } from './story.ts';
import type { ParagraphStyle } from './styles.ts';
import { symbolOf } from './symbols.ts';
import {
  childOf,
  isSwitchedOn,
  numberOf,
  settingOf,
  wordsIn,
  type XmlElement,
} from './xml-element.ts';

/** The words of a paragraph that are text, and the text boxes that hang from it. */
export interface ParagraphWords {
  /** With `\n` for a line break and `\f` for one of a page or column. */
  readonly text: string;
  readonly boxes: readonly XmlElement[];
}

/** Half points: no eye reads less than this. */
const TINY = 4;
/** White space of XML; a wide space is a character like any other. */
const SPACES = ' \t\r\n';

/** Reads a paragraph, or whatever stands within one. */
export function readWords(
  paragraph: XmlElement,
  story: Story,
  style: Pick<ParagraphStyle, 'isContents' | 'isHidden'>,
): ParagraphWords {
  const { fields, aside, findings } = story;
  const boxes: XmlElement[] = [];
  let text = '';
  let apart: { kind: AsideKind; words: string } | null = null;

  const closeApart = () => {
    if (apart !== null) aside.add(apart.kind, apart.words);
    apart = null;
  };
  const put = (words: string, forced: AsideKind | null) => {
    if (words === '') return;
    const { standing } = fields;
    const kind =
      forced ?? (style.isContents || standing === 'contents' ? ('contents' as const) : null);
    if (kind === null && standing === 'code') aside.addUncounted(words);
    else if (kind === null) {
      closeApart();
      text += words;
    } else if (apart?.kind === kind) apart.words += words;
    else {
      closeApart();
      apart = { kind, words };
    }
  };

  const walk = (element: XmlElement, forced: AsideKind | null): void => {
    for (const child of element.children) {
      if (typeof child !== 'string') read(child, forced);
    }
  };
  const read = (element: XmlElement, forced: AsideKind | null): void => {
    switch (element.name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        return;
      case 'w:r':
        readRun(element, forced);
        return;
      case 'w:del':
      case 'w:moveFrom':
        walk(element, 'deleted');
        return;
      case 'w:ins':
      case 'w:moveTo':
        findings.insertions++;
        walk(element, forced);
        return;
      case 'w:sdt': {
        const isPrompt = isSwitchedOn(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === true;
        walk(element, isPrompt ? (forced ?? 'placeholder') : forced);
        return;
      }
      case 'w:fldSimple':
        fields.begin(element.attributes['w:instr'] ?? '');
        fields.separate();
        walk(element, forced);
        fields.end();
        return;
      case 'm:oMath':
        findings.formulas++;
        put(formulaWords(element), forced);
        return;
      default:
        walk(element, forced);
        return;
    }
  };
  const readRun = (run: XmlElement, forced: AsideKind | null): void => {
    const looks = childOf(run, 'w:rPr');
    const isHidden =
      isSwitchedOn(looks, 'w:vanish') ??
      (style.isHidden || story.styles.isHiddenRun(settingOf(looks, 'w:rStyle')));
    const kind = forced ?? (isHidden ? 'hidden' : null);
    const before = text.length;
    for (const child of run.children) if (typeof child !== 'string') readPiece(child, kind);
    if (text.length > before && isUnseen(looks, story)) findings.unseen++;
  };
  const readPiece = (piece: XmlElement, kind: AsideKind | null): void => {
    const { name, attributes } = piece;
    switch (name) {
      case 'w:t':
        put(wordsOfText(piece), kind);
        return;
      case 'w:delText':
        put(wordsIn(piece), 'deleted');
        return;
      case 'w:tab':
      case 'w:ptab':
        put('\t', kind);
        return;
      case 'w:br': {
        const type = attributes['w:type'];
        put(type === 'page' || type === 'column' ? '\f' : '\n', kind);
        return;
      }
      case 'w:cr':
        put('\n', kind);
        return;
      case 'w:noBreakHyphen':
        put('-', kind);
        return;
      case 'w:sym': {
        const sign = symbolOf(attributes['w:font'], attributes['w:char']);
        if (sign === null) aside.add('symbol');
        else put(sign, kind);
        return;
      }
      case 'w:instrText':
        aside.addUncounted(wordsIn(piece));
        fields.addCode(wordsIn(piece));
        return;
      case 'w:fldChar':
        readFieldMark(attributes['w:fldCharType']);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const note = story.noteOf(piece);
        if (note === undefined) return;
        if (kind === null) story.pendingNotes.push(note);
        else put(`注：${wordsIn(note)}`, kind);
        return;
      }
      case 'w:ruby':
        aside.add('phonetic', wordsIn(childOf(piece, 'w:rt') ?? ''));
        walk(childOf(piece, 'w:rubyBase') ?? piece, kind);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawing(piece, kind);
        return;
      default:
        // A run may hold what stands beside runs elsewhere, such as text after an alternative.
        if (name !== 'w:rPr') read(piece, kind);
        return;
    }
  };
  const readFieldMark = (type: string | undefined): void => {
    if (type === 'begin') fields.begin();
    else if (type === 'separate') fields.separate();
    else if (type === 'end') {
      const drawn = fields.end();
      if (drawn !== null) aside.add('field', drawn);
    }
  };
  const readDrawing = (drawing: XmlElement, kind: AsideKind | null): void => {
    const found = drawingIn(drawing);
    for (const { kind: shape, words } of found.shapes) aside.add(shape, words);
    if (kind === null) boxes.push(...found.boxes);
    else for (const box of found.boxes) put(wordsIn(box), kind);
  };

  walk(paragraph, null);
  closeApart();
  return { text, boxes };
}

/** White space at the ends counts only where the file says so. */
function wordsOfText(element: XmlElement): string {
  const words = wordsIn(element);
  if (element.attributes['xml:space'] === 'preserve') return words;
  let [start, end] = [0, words.length];
  while (start < end && SPACES.includes(words.charAt(start))) start++;
  while (end > start && SPACES.includes(words.charAt(end - 1))) end--;
  return words.slice(start, end);
}

function isUnseen(looks: XmlElement | undefined, { isWithin }: Story): boolean {
  if ((numberOf(looks, 'w:sz') ?? TINY + 1) <= TINY) return true;
  const isWhite = settingOf(looks, 'w:color')?.toUpperCase() === 'FFFFFF';
  return isWhite && !isWithin && childOf(looks, 'w:shd') === undefined;
}

import { descendantsOf, type XmlElement } from './xml-element.ts';

/** Fields whose results are made of what stands elsewhere in the text. */
const GENERATED = /^\s*(?:TOC|TOA|INDEX)\b/iu;
/** Fields that a word processor draws and of which it stores no words. */
const DRAWN = /^\s*(?:EQ|LISTNUM|AUTONUM\w*|SYMBOL|MACROBUTTON|ADVANCE)\b/iu;

interface OpenField {
  code: string;
  isResult: boolean;
}

/** Where the reader stands among the fields of a story, which may go on over many paragraphs. */
export class Fields {
  readonly #open: OpenField[] = [];
  readonly #isWhole: boolean;

  /** @param isWhole false where some field never ends: then fields hide nothing but their codes */
  constructor(isWhole: boolean) {
    this.#isWhole = isWhole;
  }

  /** How words here are taken: as text, as a part of a code, or as a table of contents. */
  get standing(): 'text' | 'code' | 'contents' {
    if (!this.#isWhole) return 'text';
    if (this.#open.some(({ isResult }) => !isResult)) return 'code';
    return this.#open.some(({ code }) => GENERATED.test(code)) ? 'contents' : 'text';
  }

  begin(code = ''): void {
    this.#open.push({ code, isResult: false });
  }

  addCode(words: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.isResult) field.code += words;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.isResult = true;
  }

  /** The code of a field that is drawn without stored words; null for all others. */
  end(): string | null {
    const field = this.#open.pop();
    return field !== undefined && !field.isResult && DRAWN.test(field.code) ? field.code : null;
  }
}

/** Whether every field of a part that begins also ends, and none ends twice. */
export function hasWholeFields(part: XmlElement): boolean {
  let open = 0;
  for (const { attributes } of descendantsOf(part, 'w:fldChar')) {
    if (attributes['w:fldCharType'] === 'begin') open++;
    else if (attributes['w:fldCharType'] === 'end' && --open < 0) return false;
  }
  return open === 0;
}

import { descendantsOf, type XmlElement } from './xml-element.ts';

/** Fields whose results are made of what stands elsewhere in the text. */
const GENERATED = /^\s*(?:TOC|TOA|INDEX)\b/iu;
/** Fields that a word processor draws and of which it stores no words. */
const DRAWN = /^\s*(?:EQ|LISTNUM|AUTONUM\w*|SYMBOL|MACROBUTTON|FORMCHECKBOX|FORMDROPDOWN)\b/iu;

/** How words are taken: as text, as a part of a code, or as a table of contents. */
export type FieldStanding = 'text' | 'code' | 'contents';

interface OpenField {
  code: string;
  isResult: boolean;
  readonly outside: FieldStanding;
  /** Of the words within it, at the point reached. */
  inside: FieldStanding;
}

/** Where the reader stands among the fields of a story, which may go on over many paragraphs. */
export class Fields {
  readonly #open: OpenField[] = [];
  readonly #isWhole: boolean;

  /** @param isWhole false where some field never ends: then fields hide nothing but their codes */
  constructor(isWhole: boolean) {
    this.#isWhole = isWhole;
  }

  get standing(): FieldStanding {
    return this.#isWhole ? (this.#open.at(-1)?.inside ?? 'text') : 'text';
  }

  begin(code = ''): void {
    this.#open.push({ code, isResult: false, outside: this.standing, inside: 'code' });
  }

  addCode(words: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.isResult) field.code += words;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    field.isResult = true;
    const isGenerated = field.outside === 'text' && GENERATED.test(field.code);
    field.inside = isGenerated ? 'contents' : field.outside;
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

import { foldCharacters, foldForIndex } from '../../text/fold.ts';
import { findPlaceReferences } from '../../text/references.ts';
import type { IndexReader } from './reader.ts';
import { termsOf } from './terms.ts';

export interface PlaceMatch {
  /** The place named, as `placeKey` writes it. */
  readonly key: string;
  /** 0 to 2.75: whether the place is this passage's own, and the likeness of the names. */
  readonly fit: number;
  /** False where the question speaks of a document by a name that this one does not bear. */
  readonly isOfThisDocument: boolean;
}

/**
 * How well documents fit the places a question names; absent for the others. Where the question
 * also names a document whole (农民专业合作社法第三十三条), places in other documents are left out.
 */
export function placeMatches(reader: IndexReader, question: string): Map<number, PlaceMatch> {
  const matches = new Map<number, PlaceMatch>();
  const references = findPlaceReferences(question);
  if (references.length === 0) return matches;
  const folded = foldForIndex(question).replace(/[《》〈〉“”"\s]/g, '');
  for (const { key, start } of references) {
    const entries = reader.documentsAt(key);
    const likeness = namesAlike(reader, entries, folded);
    const kind = documentKindBefore(foldCharacters(question).slice(0, start));
    for (const entry of entries) {
      const document = entry >>> 1;
      const alike = likeness.get(reader.nameNumbers[document] as number);
      if (alike === undefined) continue;
      const isOfThisDocument = alike >= 1 || reader.nameOf(document).includes(kind);
      const fit = alike + (isOfThisDocument ? ((entry & 1) === 1 ? OWN : WITHIN) : ELSEWHERE);
      if (fit <= (matches.get(document)?.fit ?? 0)) continue;
      matches.set(document, { key, fit, isOfThisDocument });
    }
  }
  return matches;
}

// The words of a question reach its whole weight at most, so a fit of 1 puts a place before them.
const OWN = 1.25;
const WITHIN = 1;
const ELSEWHERE = 0.25;

/** Likeness, 0 to 1.5, by number of name: of the names held whole if there are any, else of all. */
function namesAlike(reader: IndexReader, entries: Uint32Array, question: string) {
  const whole = new Map<number, number>();
  const partly = new Map<number, string>();
  for (const entry of entries) {
    const number = reader.nameNumbers[entry >>> 1] as number;
    if (whole.has(number) || partly.has(number)) continue;
    const name = reader.names.at(number);
    const held = [name, name.replace(TRAILING_YEARS, '')].find((form) => question.includes(form));
    // Of two names held whole the longer one is meant: 民法典 in 民法典继承编解释.
    if (held !== undefined && held.length > 1) {
      whole.set(number, 1 + Math.min(0.5, held.length / 100));
    } else {
      partly.set(number, name);
    }
  }
  if (whole.size > 0) return whole;
  const asked = new Set(termsOf(question).filter((term) => term.length > 1));
  return new Map([...partly].map(([number, name]) => [number, shareOfTerms(name, asked)]));
}

// 全国干部教育培训规划(2023—2027年) is named without its years.
const TRAILING_YEARS = /\([^()]*\d{4}[^()]*\)$/;

const KINDS = '法|条例|规定|办法|细则|准则|章程|规划|意见|纲要|决定|标准|解释|通知|方案';
const NAME_BEFORE = new RegExp(`([\\p{sc=Han}]*?)(${KINDS})[》〉”"]?(?:中的?|里的?|的)?\\s*$`, 'u');
const POINTING = /(?:^|[本该此这份个部项在据照])$/;

// What a document must be called to be the one meant: its kind alone (本规划第五部分), the name that
// stands before the place (道路交通安全法第三十三条), or nothing (第三十三条).
function documentKindBefore(text: string): string {
  const [, name = '', kind = ''] = NAME_BEFORE.exec(text) ?? [];
  return POINTING.test(name) ? kind : name + kind;
}

// Below a whole name by construction: at most 0.8.
function shareOfTerms(name: string, asked: ReadonlySet<string>): number {
  const terms = termsOf(name).filter((term) => term.length > 1);
  const shared = terms.filter((term) => asked.has(term)).length;
  return terms.length === 0 ? 0 : (0.8 * shared) / Math.max(terms.length, asked.size);
}

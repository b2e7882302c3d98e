import type { IndexedPassage } from '../retrieval/index/store-schema.ts';
import { termsOf } from '../retrieval/lexical/terms.ts';
import { clausesOf, phrasesOf, sentencesOf } from '../text/sentences.ts';
import { lengthOf, type Span, sliceOf } from '../text/span.ts';

/** The smallest text that is weighed and quoted as one: a sentence, or a part of a long one. */
export interface Unit extends Span {
  readonly passage: IndexedPassage;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly around: Surroundings;
}

/** Terms near a unit, shared by all units of a passage. */
export interface Surroundings {
  readonly headings: ReadonlySet<string>;
  readonly passage: ReadonlySet<string>;
}

/** A sentence up to this length is one unit; a longer one falls into its clauses. */
const LONGEST_SENTENCE = 140;
/** A clause over this length falls into runs of phrases of about half of it. */
const LONGEST_CLAUSE = 160;

/** The units of a passage in order; spans count in the material's clean text. */
export function unitsOf(passage: IndexedPassage): Unit[] {
  const around = {
    headings: new Set(termsOf(passage.headings.join(' '))),
    passage: new Set(termsOf(passage.text)),
  };
  return sentencesOf(passage.text).flatMap((sentence) =>
    partsOf(passage.text, sentence).map((span) => {
      const text = sliceOf(passage.text, span);
      const terms = new Set(termsOf(text));
      const [start, end] = [passage.start + span.start, passage.start + span.end];
      return { passage, start, end, text, terms, around };
    }),
  );
}

function partsOf(text: string, sentence: Span): Span[] {
  if (lengthOf(sentence) <= LONGEST_SENTENCE) return [sentence];
  return clausesOf(text, sentence).flatMap((clause) =>
    lengthOf(clause) <= LONGEST_CLAUSE ? [clause] : packPhrases(text, clause),
  );
}

function packPhrases(text: string, clause: Span): Span[] {
  const packed: Span[] = [];
  for (const phrase of phrasesOf(text, clause)) {
    const last = packed.at(-1);
    if (last !== undefined && phrase.end - last.start <= LONGEST_CLAUSE / 2) {
      packed[packed.length - 1] = { start: last.start, end: phrase.end };
    } else packed.push(phrase);
  }
  return packed;
}
